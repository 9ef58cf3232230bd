//! The document: a Composition, the person, and what its sections name.

use chrono::{DateTime, SecondsFormat};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::narrative;
use super::patient::patient;
use super::record::record;
use super::section::{SECTIONS, Section};
use super::{DEPOSIT, Facts, PinnedFile};
use crate::entry::Kilograms;
use crate::term::Lang;
use crate::urgent::{Item, PartKind, PartState, Sheet};
use crate::words::day_in_words;

const LOINC: &str = "http://loinc.org";
/// The longest photo, in bytes; a longer one is left out.
const PHOTO: usize = 8 * 1024;

/// The sheet as a FHIR document in JSON.
pub fn bundle(sheet: &Sheet, facts: &Facts) -> String {
    let mut document = Document::default();
    let photo = facts.photo.as_deref().filter(|photo| photo.len() <= PHOTO);
    let subject = document.add("patient", patient(sheet, photo));
    let confirmed = sheet.confirmed.as_ref();
    let name = confirmed.map_or("La famille", |confirmed| confirmed.by.as_str());
    let author = json!({
        "resourceType": "RelatedPerson",
        "patient": subject,
        "name": [{ "text": if name.is_empty() { "La famille" } else { name } }],
    });
    let author = document.add("author", author);
    let mut sections: Vec<Value> = SECTIONS
        .iter()
        .filter_map(|section| document.section(section, sheet, &subject))
        .collect();
    sections.extend(document.pinned(&facts.pinned, &subject, facts.as_of));
    let mut composition = json!({
        "resourceType": "Composition",
        "meta": { "profile": ["http://hl7.org/fhir/uv/ips/StructureDefinition/Composition-uv-ips"] },
        "language": "fr",
        "status": "final",
        "type": { "coding": [{ "system": LOINC, "code": "60591-5", "display": "Patient summary Document" }] },
        "subject": subject,
        "date": instant(facts.as_of),
        "author": [author],
        "title": "Fiche d'urgence · Emergency sheet",
        "confidentiality": "R",
        "section": sections,
    });
    if let Some(confirmed) = confirmed {
        let mut party = author.clone();
        party["display"] = json!(confirmed.by);
        composition["attester"] =
            json!([{ "mode": "legal", "time": confirmed.on.to_string(), "party": party }]);
    }
    if let Some(deposit) = &facts.deposit {
        composition["extension"] = json!([{ "url": DEPOSIT, "valueUrl": deposit }]);
    }
    document.done(composition, facts.as_of)
}

/// The resources of the document, each under an address that follows from its name.
#[derive(Default)]
struct Document {
    entries: Vec<Value>,
}

impl Document {
    /// Takes a resource in, and gives the reference to it.
    fn add(&mut self, name: &str, mut resource: Value) -> Value {
        let id = uuid(name);
        resource["id"] = json!(id);
        let address = format!("urn:uuid:{id}");
        self.entries
            .push(json!({ "fullUrl": address, "resource": without_null(resource) }));
        json!({ "reference": address })
    }

    fn done(self, composition: Value, as_of: i64) -> String {
        let mut whole = Self::default();
        whole.add("composition", composition);
        whole.entries.extend(self.entries);
        let content = json!(whole.entries).to_string();
        let bundle = json!({
            "resourceType": "Bundle",
            "meta": { "profile": ["http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips"] },
            "language": "fr",
            "identifier": { "system": "urn:ietf:rfc:3986", "value": format!("urn:uuid:{}", uuid(&content)) },
            "type": "document",
            "timestamp": instant(as_of),
            "entry": whole.entries,
        });
        bundle.to_string()
    }

    fn section(&mut self, section: &Section, sheet: &Sheet, subject: &Value) -> Option<Value> {
        let part = sheet.part(section.part)?;
        let items = section.items(part);
        if items.is_empty() {
            return section.always.then(|| empty(section, &part.state));
        }
        let entries: Vec<Value> = match section.part {
            PartKind::UsualState => vec![self.usual_state(&items, subject)],
            PartKind::Identity => self.weight(sheet, subject).into_iter().collect(),
            _ => items
                .iter()
                .enumerate()
                .filter_map(|(at, item)| self.item(section.code, at, item, subject))
                .collect(),
        };
        let text = narrative::of_items(items, sheet.confirmed.is_some());
        let mut section = head(section, &text);
        if !entries.is_empty() {
            section["entry"] = json!(entries);
        }
        Some(section)
    }

    fn item(&mut self, code: &str, at: usize, item: &Item, subject: &Value) -> Option<Value> {
        let name = match &item.entry {
            Some(entry) => format!("{code} {entry}"),
            None => format!("{code} {at}"),
        };
        let mut record = record(item, subject)?;
        if let Some((element, other)) = record.with {
            record.resource[element] = self.add(&format!("{element} {name}"), other);
        }
        Some(self.add(&name, record.resource))
    }

    fn usual_state(&mut self, items: &[&Item], subject: &Value) -> Value {
        let told: Vec<String> = items
            .iter()
            .map(|item| format!("{} : {}", item.title, item.lines.join(" ; ")))
            .collect();
        let impression = json!({
            "resourceType": "ClinicalImpression",
            "status": "completed",
            "subject": subject,
            "summary": told.join("\n"),
        });
        self.add("usual state", impression)
    }

    fn weight(&mut self, sheet: &Sheet, subject: &Value) -> Option<Value> {
        let (Kilograms(weight), on) = sheet.weight?;
        let observation = json!({
            "resourceType": "Observation",
            "status": "final",
            "category": [{ "coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "vital-signs",
            }] }],
            "code": { "coding": [{ "system": LOINC, "code": "29463-7", "display": "Body weight" }] },
            "subject": subject,
            "effectiveDateTime": on.to_string(),
            "valueQuantity": {
                "value": weight.to_f64(), "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg",
            },
        });
        Some(self.add("weight", observation))
    }

    fn pinned(&mut self, files: &[PinnedFile], subject: &Value, as_of: i64) -> Option<Value> {
        let mut items = Vec::new();
        let mut entries = Vec::new();
        for file in files {
            let document = json!({
                "resourceType": "DocumentReference",
                "status": "current",
                "subject": subject,
                "date": instant(as_of),
                "description": file.title,
                "content": [{ "attachment": {
                    "contentType": file.content_type,
                    "url": format!("urn:uuid:{}", file.id),
                    "size": file.size,
                    "title": file.title,
                } }],
            });
            entries.push(self.add(&format!("pinned {}", file.id), document));
            let entry = Some(file.document.clone());
            let mut item =
                Item::of_texts(PartKind::Documents, entry, file.title.clone(), Vec::new());
            item.confirmed = true;
            items.push(item);
        }
        if items.is_empty() {
            return None;
        }
        let section = super::section::documents();
        let mut section = head(&section, &narrative::of_items(&items, false));
        section["entry"] = json!(entries);
        Some(section)
    }
}

fn head(section: &Section, text: &str) -> Value {
    json!({
        "title": section.title(),
        "code": { "coding": [{ "system": LOINC, "code": section.code, "display": section.display }] },
        "text": { "status": "generated", "div": text },
    })
}

/// A section where nothing stands: because there is nothing, or because nobody said.
fn empty(section: &Section, state: &PartState) -> Value {
    let (code, display, words) = match state {
        PartState::NoneKnown(on) => {
            let said = on.map(|on| format!(" (dit le {})", day_in_words(on, Lang::Fr)));
            let words = format!("Aucun connu{} · None known", said.unwrap_or_default());
            ("nilknown", "Nil Known", words)
        }
        PartState::Filled(_) | PartState::NotFilledIn => {
            let words = "Non renseigné · Not filled in".to_owned();
            ("unavailable", "Unavailable", words)
        }
    };
    let mut section = head(section, &narrative::of_words(&words));
    section["emptyReason"] = json!({ "coding": [{
        "system": "http://terminology.hl7.org/CodeSystem/list-empty-reason", "code": code, "display": display,
    }] });
    section
}

/// A UUID (version 8) that follows from a name.
fn uuid(name: &str) -> String {
    let hash = Sha256::new()
        .chain_update(b"carnet/v1/fhir-id\0")
        .chain_update(name)
        .finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = data_encoding::HEXLOWER.encode(&bytes);
    let parts = [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ];
    parts.join("-")
}

fn instant(seconds: i64) -> String {
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// FHIR has no null: what is not there is left out.
fn without_null(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| (name, without_null(value)));
            Value::Object(fields.collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_null).collect()),
        value => value,
    }
}
