//! The questions of each kind of entry, the essential ones first.

mod agenda;
mod office;
mod procedures;
mod report;
mod urgent;

use super::field::{
    Field, clock, contact, day, documents, email, files, group, items, long, many, number, one,
    phone, photo, professions, terms, text, when, words, yes,
};
use super::follow;
use crate::words::Words as W;
use agenda::{ABSENCE, AGENDA_SETTINGS, APPOINTMENT, SERIES};
use domain::Kind;
use domain::lists::{
    AgentKind, Certainty, Colour, ContactRole, DeviceKind, Discipline, DocumentKind, GoalState,
    GuardianRole, HabitHeading, Measure, MedicineForm, Moment, Position, ProblemState,
    ProtectionKind, Severity, Sex, Side, StayKind, StepKind, StepTrack, Unit,
};
use office::{LETTER, MDPH_FILE};
use procedures::{ENTITLEMENT, EXPIRY, PROCEDURE};
use report::REPORT;
use urgent::{CRISIS, DANGER, URGENT_SHEET, USUAL_STATE};

/// The questions of a kind. None for what is not written with a form.
pub(crate) fn table(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Identity => IDENTITY,
        Kind::Contact => CONTACT,
        Kind::Habit => HABIT,
        Kind::Problem => PROBLEM,
        Kind::Allergy => ALLERGY,
        Kind::Treatment => TREATMENT,
        Kind::Vaccine => VACCINE,
        Kind::Device => DEVICE,
        Kind::Stay => STAY,
        Kind::Step => STEP,
        Kind::Measurement => MEASUREMENT,
        Kind::Document => DOCUMENT,
        Kind::Project => PROJECT,
        Kind::MdphFile => MDPH_FILE,
        Kind::Letter => LETTER,
        Kind::Note => NOTE,
        Kind::Entitlement => ENTITLEMENT,
        Kind::Expiry => EXPIRY,
        Kind::Procedure => PROCEDURE,
        Kind::Report => REPORT,
        // Written by reading.
        Kind::Seen => &[],
        Kind::Danger => DANGER,
        Kind::Crisis => CRISIS,
        Kind::UsualState => USUAL_STATE,
        Kind::UrgentSheet => URGENT_SHEET,
        Kind::Appointment => APPOINTMENT,
        Kind::Series => SERIES,
        Kind::Absence => ABSENCE,
        Kind::AgendaSettings => AGENDA_SETTINGS,
        // Written on the pages of curves.
        Kind::Events => follow::EVENTS,
        Kind::OwnMeasure => follow::OWN_MEASURE,
        Kind::Mark => follow::MARK,
        Kind::Objective => follow::OBJECTIVE,
        // Many values come from a table that is taken in, never from a form.
        Kind::Readings => &[],
        // Written with the buttons on Today.
        Kind::Settled => &[],
        Kind::Statement => &[],
        // Written with the right that it is about.
        Kind::Consent => &[],
    }
}

const IDENTITY: &[Field] = &[
    text("used_first_name").first(),
    text("used_name").first(),
    day("birth_date").first(),
    photo("photo").first(),
    text("birth_name"),
    text("first_names"),
    one("sex", terms::<Sex>),
    text("birth_place_name"),
    text("birth_place").hint(W::hint_birth_place),
    text("nir").hint(W::hint_nir),
    text("term").hint(W::hint_term),
    text("languages"),
    items(
        "guardians",
        &[text("name"), one("role", terms::<GuardianRole>)],
    ),
    group(
        "protection",
        &[
            one("measure", terms::<ProtectionKind>),
            text("court"),
            text("holder"),
            day("from"),
            day("to"),
        ],
    ),
    long("note"),
];

const CONTACT: &[Field] = &[
    text("first_name").first(),
    text("name").first(),
    text("organisation").first(),
    items(
        "phones",
        &[
            text("label").called(W::phone_label),
            phone("number").called(W::phone_number),
        ],
    )
    .first(),
    many("roles", terms::<ContactRole>).first(),
    one("profession", professions),
    text("function").hint(W::hint_function),
    email("email"),
    long("address"),
    text("availability"),
    contact("structure").called(W::contact_structure),
    when("since"),
    when("until"),
    text("rpps").hint(W::hint_rpps),
    text("finess").hint(W::hint_finess),
    photo("photo"),
    long("note"),
];

const HABIT: &[Field] = &[
    one("heading", terms::<HabitHeading>).first(),
    long("text")
        .first()
        .called(W::habit_text)
        .hint(W::hint_habit),
    one("colour", terms::<Colour>).first(),
    files("media"),
    day("date"),
];

const PROBLEM: &[Field] = &[
    text("name").first().called(W::problem_name),
    one("state", terms::<ProblemState>).first(),
    when("since"),
    when("until"),
    text("followed_by"),
    text("code").hint(W::hint_code),
    long("note"),
    documents("documents"),
];

const ALLERGY: &[Field] = &[
    text("agent")
        .first()
        .called(W::allergy_agent)
        .hint(W::hint_agent),
    one("severity", terms::<Severity>),
    text("reaction").called(W::allergy_reaction),
    one("certainty", terms::<Certainty>),
    one("agent_kind", terms::<AgentKind>),
    when("since"),
    long("note"),
    documents("documents"),
];

const TREATMENT: &[Field] = &[
    text("name")
        .first()
        .called(W::treatment_name)
        .hint(W::hint_treatment),
    text("dose").first().hint(W::hint_dose),
    items(
        "times",
        &[
            one("moment", terms::<Moment>).called(W::time_moment),
            clock("clock").called(W::time_clock),
            text("dose"),
        ],
    ),
    text("substance"),
    one("form", terms::<MedicineForm>),
    text("how"),
    yes("as_needed"),
    yes("rescue"),
    yes("alone"),
    text("why"),
    when("start"),
    when("stop"),
    text("stop_reason"),
    text("prescriber"),
    contact("prescriber_contact"),
    long("note"),
    documents("documents"),
];

const VACCINE: &[Field] = &[
    text("against").first().hint(W::hint_against),
    when("date").first(),
    text("name").called(W::vaccine_name),
    text("dose").called(W::vaccine_dose),
    text("lot"),
    text("given_by"),
    when("next"),
    long("note"),
    documents("documents"),
];

const DEVICE: &[Field] = &[
    text("name")
        .first()
        .called(W::device_name)
        .hint(W::hint_device),
    one("device_kind", terms::<DeviceKind>).first(),
    one("side", terms::<Side>),
    text("model"),
    text("size"),
    text("serial"),
    when("since"),
    when("until"),
    day("next_check"),
    text("wear"),
    long("instructions"),
    text("supplier"),
    contact("supplier_contact"),
    files("media"),
    documents("documents"),
];

const STAY: &[Field] = &[
    text("title").first().called(W::stay_title),
    one("stay_kind", terms::<StayKind>).first(),
    when("from").first(),
    when("to").first(),
    text("place").first(),
    text("unit").called(W::stay_unit),
    text("doctor"),
    long("done"),
    long("anaesthesia"),
    text("implants"),
    long("note"),
    documents("documents"),
];

const STEP: &[Field] = &[
    text("title").first().called(W::step_title),
    one("track", terms::<StepTrack>).first(),
    when("from").first(),
    when("to").first().hint(W::hint_to),
    one("step_kind", terms::<StepKind>),
    text("structure"),
    text("class"),
    long("follow_up"),
    text("orientation"),
    contact("contact"),
    long("note"),
    documents("documents"),
];

const MEASUREMENT: &[Field] = &[
    one("what", terms::<Measure>).first(),
    number("value").first(),
    one("unit", terms::<Unit>).first(),
    day("date").first(),
    text("grade").hint(W::hint_grade),
    text("name").called(W::measure_name),
    text("unit_text"),
    clock("time"),
    text("who"),
    one("side", terms::<Side>),
    one("position", terms::<Position>),
    yes("oedema"),
    text("device"),
    long("note"),
    documents("documents"),
];

const DOCUMENT: &[Field] = &[
    text("title").first(),
    one("document_kind", terms::<DocumentKind>).first(),
    when("date").first().called(W::document_date),
    one("discipline", terms::<Discipline>).first(),
    text("author"),
    contact("author_contact"),
    words("tags").hint(W::hint_tags),
    long("summary"),
    files("pages"),
];

const PROJECT: &[Field] = &[
    text("title").first(),
    day("date").first(),
    long("wishes").first(),
    long("text"),
    one("state", terms::<GoalState>),
    text("people"),
    items("goals", &[text("text"), text("means"), yes("reached")]),
    day("review"),
    text("structure"),
    text("author"),
    files("pages"),
    documents("documents"),
];

const NOTE: &[Field] = &[
    long("text").first().called(W::note_text),
    text("addressee").first().hint(W::hint_addressee),
    day("date"),
    files("media"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::field::Control;
    use domain::{Plain, Term};
    use serde_json::{Map, Value, json};

    fn sample(field: &Field) -> Value {
        match field.control {
            Control::One(choices) => json!(choices(domain::Lang::Fr)[0].0),
            Control::Many(choices) => json!([choices(domain::Lang::Fr)[0].0]),
            Control::Yes => json!(true),
            Control::Day | Control::When => json!("2020-03-01"),
            Control::Number => json!("12.5"),
            Control::Whole => json!(3),
            Control::Level => json!(-1),
            Control::Lasting => json!(90),
            Control::Clock => json!("08:30"),
            Control::Words | Control::Documents | Control::Measures => json!(["a"]),
            Control::Items(parts) => json!([object(parts)]),
            Control::Group(parts) => object(parts),
            Control::Files => json!([{ "blob": "b", "size": 0, "name": "n", "rotation": 0 }]),
            Control::Photo => json!({ "blob": "b", "size": 0, "name": "n", "rotation": 0 }),
            _ => json!("a"),
        }
    }

    fn object(parts: &[Field]) -> Value {
        Value::Object(
            parts
                .iter()
                .map(|part| (part.name.to_owned(), sample(part)))
                .collect(),
        )
    }

    /// A name that the domain does not know would be kept as an unknown field and never be read again.
    #[test]
    fn the_domain_knows_every_field_of_every_form() {
        for kind in Kind::ALL
            .iter()
            .copied()
            .filter(|kind| !table(*kind).is_empty())
        {
            let mut fields: Map<String, Value> = table(kind)
                .iter()
                .map(|f| (f.name.to_owned(), sample(f)))
                .collect();
            for (name, value) in [
                ("v", json!(1)),
                ("min_edit", json!(1)),
                ("kind", json!(kind.code())),
            ] {
                fields.insert(name.to_owned(), value);
            }
            let plain = Plain::from_fields(fields.clone()).unwrap();
            assert_eq!(plain.entry.kind(), Some(kind), "{:?}", plain.entry);
            assert!(plain.extra().is_empty(), "{kind:?}: {:?}", plain.extra());
            assert_eq!(plain.to_fields(), fields, "{kind:?}");
        }
    }

    #[test]
    fn every_field_has_a_name_that_people_read() {
        for kind in Kind::ALL.iter().copied() {
            for field in table(kind) {
                let named = field.label.is_some()
                    || domain::field_label(field.name, domain::Lang::Fr).is_some();
                assert!(named, "{kind:?}: {}", field.name);
            }
        }
    }

    #[test]
    fn every_form_asks_something_at_once() {
        for kind in Kind::ALL
            .iter()
            .copied()
            .filter(|kind| !table(*kind).is_empty())
        {
            assert!(table(kind).iter().any(|field| field.first), "{kind:?}");
        }
    }
}
