//! What was recorded, as FHIR resources of the profiles that IPS names. What people wrote stays their words (`text`): no code
//! is guessed.

use serde_json::{Value, json};

use super::absent::absent;
use crate::entry::{Allergy, Device, Entry, Problem, Stay, Treatment, Vaccine};
use crate::lists::{AgentKind, Certainty, ProblemState, Severity};
use crate::partial_date::PartialDate;
use crate::term::{Lang, Term};
use crate::urgent::Item;

/// The resource for an item; a device brings two, the second named by the first under `"device"`.
pub(super) struct Record {
    /// What the section names.
    pub(super) resource: Value,
    /// What that names in turn, and under which element.
    pub(super) with: Option<(&'static str, Value)>,
}

/// The coded form of an item, if it has one.
pub(super) fn record(item: &Item, patient: &Value) -> Option<Record> {
    let one = |resource| {
        Some(Record {
            resource,
            with: None,
        })
    };
    match item.source.as_deref()? {
        Entry::Allergy(entry) => one(allergy(entry, patient)),
        Entry::Problem(entry) => one(problem(entry, patient)),
        Entry::Treatment(entry) => one(treatment(entry, patient)),
        Entry::Vaccine(entry) => one(vaccine(entry, patient)),
        Entry::Stay(entry) => one(stay(entry, patient)),
        Entry::Danger(entry) => one(json!({
            "resourceType": "Flag",
            "meta": profile("Flag-alert-uv-ips"),
            "status": "active",
            "category": entry.danger_kind.map(|kind| json!([words(kind.label(Lang::Fr))])),
            "code": words(&item.title),
            "subject": patient,
        })),
        Entry::Crisis(entry) => one(json!({
            "resourceType": "CarePlan",
            "status": "active",
            "intent": "plan",
            "title": item.title,
            "description": item.lines.join("\n"),
            "subject": patient,
            "created": date(entry.date),
        })),
        Entry::Device(entry) => Some(device(entry, patient)),
        _ => None,
    }
}

fn allergy(allergy: &Allergy, patient: &Value) -> Value {
    let status = match allergy.certainty {
        Some(Certainty::RuledOut) => "inactive",
        _ => "active",
    };
    let certainty = allergy.certainty.map(|certainty| match certainty {
        Certainty::Confirmed => "confirmed",
        Certainty::Suspected => "unconfirmed",
        Certainty::RuledOut => "refuted",
    });
    let category = match allergy.agent_kind {
        Some(AgentKind::Medicine | AgentKind::Contrast) => Some("medication"),
        Some(AgentKind::Food) => Some("food"),
        Some(
            AgentKind::Latex | AgentKind::Insect | AgentKind::Environment | AgentKind::Contact,
        ) => Some("environment"),
        Some(AgentKind::Other) | None => None,
    };
    let grave = matches!(
        allergy.severity,
        Some(Severity::Severe | Severity::LifeThreatening)
    );
    let severity = allergy.severity.map(|severity| match severity {
        Severity::Mild => "mild",
        Severity::Moderate => "moderate",
        Severity::Severe | Severity::LifeThreatening => "severe",
    });
    let reaction = (!allergy.reaction.is_empty())
        .then(|| json!([{ "manifestation": [words(&allergy.reaction)], "severity": severity }]));
    json!({
        "resourceType": "AllergyIntolerance",
        "meta": profile("AllergyIntolerance-uv-ips"),
        "clinicalStatus": coded("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", status),
        "verificationStatus": certainty.map(|code| {
            coded("http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", code)
        }),
        "category": category.map(|category| json!([category])),
        "criticality": grave.then_some("high"),
        "code": words(&allergy.agent),
        "patient": patient,
        "onsetDateTime": date(allergy.since),
        "reaction": reaction,
        "note": note(&allergy.note),
    })
}

fn problem(problem: &Problem, patient: &Value) -> Value {
    let past = problem.state == Some(ProblemState::Past) || problem.until.is_some();
    let status = if past { "resolved" } else { "active" };
    json!({
        "resourceType": "Condition",
        "meta": profile("Condition-uv-ips"),
        "clinicalStatus": coded("http://terminology.hl7.org/CodeSystem/condition-clinical", status),
        "category": [coded("http://terminology.hl7.org/CodeSystem/condition-category", "problem-list-item")],
        "code": words(&problem.name),
        "subject": patient,
        "onsetDateTime": date(problem.since),
        "abatementDateTime": date(problem.until),
        "note": note(&problem.note),
    })
}

fn treatment(treatment: &Treatment, patient: &Value) -> Value {
    let times = treatment.times.iter().map(|time| time.in_words(Lang::Fr));
    let dosage: Vec<String> = core::iter::once(treatment.dose.clone())
        .chain(times)
        .chain([treatment.how.clone()])
        .filter(|text| !text.trim().is_empty())
        .collect();
    let name = match treatment.substance.as_str() {
        "" => treatment.name.clone(),
        substance => format!("{} ({substance})", treatment.name),
    };
    json!({
        "resourceType": "MedicationStatement",
        "meta": profile("MedicationStatement-uv-ips"),
        "status": "active",
        "medicationCodeableConcept": words(&name),
        "subject": patient,
        "effectivePeriod": since(treatment.start),
        "reasonCode": (!treatment.why.is_empty()).then(|| json!([words(&treatment.why)])),
        "note": note(&treatment.note),
        "dosage": (!dosage.is_empty()).then(|| {
            json!([{ "text": dosage.join(" ; "), "asNeededBoolean": treatment.as_needed }])
        }),
    })
}

fn vaccine(vaccine: &Vaccine, patient: &Value) -> Value {
    let name = match (vaccine.name.as_str(), vaccine.against.as_str()) {
        ("", against) => against.to_owned(),
        (name, "") => name.to_owned(),
        (name, against) => format!("{name} ({against})"),
    };
    let mut given = json!({
        "resourceType": "Immunization",
        "meta": profile("Immunization-uv-ips"),
        "status": "completed",
        "vaccineCode": words(&name),
        "patient": patient,
    });
    match date(vaccine.date) {
        Some(date) => given["occurrenceDateTime"] = json!(date),
        None => given["occurrenceString"] = json!("date inconnue"),
    }
    given
}

fn stay(stay: &Stay, patient: &Value) -> Value {
    let told = [&stay.done, &stay.anaesthesia, &stay.implants];
    let told: Vec<&str> = told
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    json!({
        "resourceType": "Procedure",
        "meta": profile("Procedure-uv-ips"),
        "status": "completed",
        "code": words(&stay.title),
        "subject": patient,
        "performedPeriod": since(stay.from),
        "note": note(&told.join("\n")),
    })
}

fn device(device: &Device, patient: &Value) -> Record {
    let kind = device.device_kind.map(|kind| kind.label(Lang::Fr));
    let own = json!({
        "resourceType": "Device",
        "meta": profile("Device-uv-ips"),
        "type": words(kind.unwrap_or(&device.name)),
        "deviceName": [{ "name": device.name, "type": "user-friendly-name" }],
        "patient": patient,
    });
    let used = json!({
        "resourceType": "DeviceUseStatement",
        "meta": profile("DeviceUseStatement-uv-ips"),
        "status": "active",
        "subject": patient,
        "timingPeriod": since(device.since),
        "bodySite": device.side.map(|side| words(side.label(Lang::Fr))),
        "note": note(&device.size),
    });
    Record {
        resource: used,
        with: Some(("device", own)),
    }
}

fn profile(name: &str) -> Value {
    json!({ "profile": [format!("http://hl7.org/fhir/uv/ips/StructureDefinition/{name}")] })
}

fn words(text: &str) -> Value {
    json!({ "text": text })
}

fn coded(system: &str, code: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code }] })
}

fn note(text: &str) -> Option<Value> {
    (!text.trim().is_empty()).then(|| json!([{ "text": text }]))
}

/// A FHIR dateTime may be a year or a month, as ours.
fn date(date: Option<PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn since(start: Option<PartialDate>) -> Value {
    match date(start) {
        Some(start) => json!({ "start": start }),
        None => absent(),
    }
}
