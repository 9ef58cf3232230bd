//! Dates of rights: a table worked out by hand from the rules, and what holds for all dates.
#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
mod given;
mod said;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use common::day;
use domain::due::What;
use domain::entry::*;
use domain::lists::*;
use domain::outlook;
use domain::rights::{self, Status};
use domain::{Entry, Lang, Term};
use given::{Given, Row};
use proptest::prelude::*;

#[test]
fn every_day_worked_out_by_hand_comes_out() {
    let mut reader = csv::Reader::from_path("tests/rights.csv").unwrap();
    let mut wrong = Vec::new();
    let mut cases = 0;
    for line in reader.records() {
        let line = line.unwrap();
        let [case, subject, given, what, day, rule] = [0, 1, 2, 3, 4, 5].map(|cell| &line[cell]);
        let given = Given::of(given);
        let found = if let Some(right) = subject.strip_prefix("restart:") {
            let held = given.entitlement(right);
            let found = rights::restart(&held, given.day("filed").unwrap());
            if let Some(restart) = &found {
                assert_eq!(restart.lost.to_string(), what, "case {case}");
            }
            found.map(|found| (found.day, found.rule.id.clone()))
        } else {
            let rows = given.rows(subject);
            let computed = rights::computed(&rows);
            let asked = |one: &&rights::Computed<'_, Row>| {
                one.what.code() == what && one.row.0 == "it" || one.reason.id() == what
            };
            let found = computed.iter().find(asked);
            found.map(|one| (one.day, one.reason.id().to_owned()))
        };
        let expected = (day != "none").then(|| (day.parse().unwrap(), rule.to_owned()));
        if found != expected {
            wrong.push(format!("case {case}: {found:?} instead of {expected:?}"));
        }
        if !rule.is_empty() {
            assert!(!line[6].is_empty(), "case {case}");
        }
        cases += 1;
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(cases >= 120);
}

#[test]
fn every_line_of_the_tables_is_read() {
    let lines = |text: &str| text.lines().count() - 1;
    assert_eq!(
        rights::rules().len(),
        lines(include_str!("../../data/rights/rules.csv"))
    );
    assert_eq!(
        rights::all_known().len(),
        lines(include_str!("../../data/rights/rights.csv"))
    );
    assert_eq!(
        rights::age_rules().len(),
        lines(include_str!("../../data/rights/ages.csv"))
    );
    assert_eq!(
        rights::needed().len(),
        lines(include_str!("../../data/rights/pieces.csv"))
    );
    assert_eq!(
        rights::sources().len(),
        lines(include_str!("../../data/rights/sources.csv"))
    );
    for right in Right::ALL {
        assert!(rights::known(*right).is_some(), "{right:?}");
    }
    let ids: BTreeSet<&str> = rights::rules()
        .iter()
        .map(|rule| rule.id.as_str())
        .collect();
    assert_eq!(ids.len(), rights::rules().len());
}

#[test]
fn what_holds_has_a_source_and_every_source_is_known() {
    let keys: BTreeSet<&str> = rights::sources()
        .iter()
        .map(|source| source.key.as_str())
        .collect();
    let named = |text: &str, column: usize| {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let cells: Vec<String> = reader
            .records()
            .map(|line| line.unwrap()[column].to_owned())
            .collect();
        cells
            .iter()
            .flat_map(|cell| cell.split_whitespace())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let all = [
        named(include_str!("../../data/rights/rules.csv"), 9),
        named(include_str!("../../data/rights/rights.csv"), 6),
        named(include_str!("../../data/rights/ages.csv"), 6),
    ];
    for key in all.concat() {
        assert!(keys.contains(key.as_str()), "{key}");
    }
    for source in rights::sources() {
        assert!(source.url.starts_with("http"), "{source:?}");
    }
    let given = ["printed-end", "printed-appeal", "own-start", "own-lead"];
    for rule in rights::rules()
        .iter()
        .filter(|rule| rule.status == Status::InForce)
    {
        assert!(
            given.contains(&rule.id.as_str()) || !rule.sources().is_empty(),
            "{}",
            rule.id
        );
    }
}

#[test]
fn what_does_not_hold_gives_no_date() {
    for rule in rights::rules()
        .iter()
        .filter(|rule| rule.status != Status::InForce)
    {
        for right in Right::ALL {
            assert!(!rule.holds_for(*right), "{}", rule.id);
        }
    }
    let theirs = |status| {
        rights::rules()
            .iter()
            .filter(move |rule| rule.status == status)
            .count()
    };
    assert!(theirs(Status::Announced) >= 4 && theirs(Status::Inference) >= 2);
}

fn held(id: &'static str, more: Entitlement) -> Row {
    let entitlement = Entitlement {
        right: Some(Right::Aeeh),
        received: Some(day(2027, 4, 20)),
        end: Some(day(2029, 8, 31)),
        ..more
    };
    Row(id, Entry::Entitlement(entitlement))
}

fn kinds(rows: &[Row], id: &str) -> Vec<What> {
    let computed = rights::computed(rows);
    let its = computed.iter().filter(|one| one.row.0 == id);
    its.map(|one| one.what).collect()
}

#[test]
fn what_is_under_way_is_not_asked_for_again() {
    let all = [
        What::Appeal,
        What::Prepare,
        What::File,
        What::Late,
        What::End,
    ];
    let renewal = |state| {
        let request = Request {
            right: Some(Right::Aeeh),
            renews: Some("right".into()),
            ..Request::default()
        };
        let step = ProcedureStep {
            state: Some(state),
            date: Some(day(2029, 1, 5)),
            ..ProcedureStep::default()
        };
        let procedure = Procedure {
            requests: vec![request],
            history: vec![step],
            ..Procedure::default()
        };
        Row("renewal", Entry::Procedure(procedure))
    };
    let right = || held("right", Entitlement::default());
    assert_eq!(kinds(&[right()], "right"), all);
    assert_eq!(
        kinds(&[right(), renewal(ProcedureState::Draft)], "right"),
        all
    );
    assert_eq!(
        kinds(&[right(), renewal(ProcedureState::Filed)], "right"),
        [What::Appeal, What::End]
    );
    let newer = Entitlement {
        previous: Some("right".into()),
        ..Entitlement::default()
    };
    assert_eq!(
        kinds(&[right(), held("newer", newer)], "right"),
        [What::Appeal]
    );
}

#[test]
fn a_contested_decision_counts_in_its_procedure_alone() {
    let right = held(
        "right",
        Entitlement {
            procedure: Some("asked".into()),
            state: Some(EntitlementState::Refused),
            ..Entitlement::default()
        },
    );
    let asked = |given: &str| {
        Row(
            "asked",
            Entry::Procedure(Given::of(given).procedure("aeeh")),
        )
    };
    let before = [asked("filed=2027-01-05 notified=2027-04-20"), right];
    assert_eq!(kinds(&before, "asked"), []);
    assert_eq!(kinds(&before, "right"), [What::Appeal]);
    let [_, right] = before;
    let after = [
        asked("filed=2027-01-05 notified=2027-04-20 appealed=2027-05-02"),
        right,
    ];
    assert_eq!(kinds(&after, "right"), []);
    assert_eq!(kinds(&after, "asked"), [What::Silence, What::Appeal]);
}

#[test]
fn a_day_says_how_it_was_counted() {
    let rows = Given::of("end=2027-08-31").rows("aeeh");
    let computed = rights::computed(&rows);
    let file = computed.iter().find(|one| one.what == What::File).unwrap();
    assert_eq!(
        file.reason.counting(Lang::Fr),
        "fin du droit (31 août 2027) moins 6\u{a0}mois : 28 février 2027 (dernier jour du mois : ce mois est plus court)"
    );
    assert_eq!(
        file.reason.counting(Lang::En),
        "end of the right (31 August 2027) minus 6\u{a0}months: 28 February 2027 (last day of the month: that month is shorter)"
    );
    assert!(file.reason.why(Lang::Fr).contains("6 mois"));
    assert!(file.reason.sources()[0].url.contains("mdph77"));
}

#[test]
fn everything_that_is_due_is_in_the_one_list() {
    let rows = Given::of("end=2027-08-31").rows("aeeh");
    let due = outlook::all(&rows, day(2026, 12, 1), day(2027, 3, 1));
    let found: Vec<(What, NaiveDate)> = due.iter().map(|due| (due.what, due.when.day())).collect();
    assert_eq!(
        found,
        [
            (What::Prepare, day(2026, 12, 31)),
            (What::File, day(2027, 2, 28))
        ]
    );
}

#[test]
fn the_papers_of_a_request_have_the_indispensable_first() {
    let pieces = rights::pieces_for(&[Right::School, Right::Cmi], true);
    let kinds: Vec<PieceKind> = pieces.iter().filter_map(|piece| piece.piece).collect();
    use PieceKind as P;
    assert_eq!(
        kinds[..5],
        [
            P::Form,
            P::MedicalCertificate,
            P::Identity,
            P::Address,
            P::Judgment
        ]
    );
    assert!(kinds.contains(&P::GevaSco) && kinds.contains(&P::Photo));
    assert!(rights::is_required(P::MedicalCertificate, &[Right::Pch]));
    assert!(!rights::is_required(P::GevaSco, &[Right::School]));
    assert_eq!(
        rights::form_number(P::Form, &[Right::Pch]),
        Some("15692*01")
    );
    assert_eq!(rights::pieces_for(&[Right::Housing], false), []);
}

#[test]
fn a_right_that_lasts_longer_than_known_is_questioned_and_stands() {
    let right = Given::of("start=2026-01-01 end=2066-12-31").entitlement("pch");
    let found = Entry::Entitlement(right.clone()).check(day(2026, 6, 1), None);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].reason, domain::Reason::LongerThanKnown(10));
    assert_eq!(found[0].weight, domain::Weight::Warning);
    assert_eq!(rights::end_of(&right), Some(day(2066, 12, 31)));
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_i64..36_500).prop_map(|days| day(1990, 1, 1) + chrono::Days::new(days.unsigned_abs()))
}

fn any_right() -> impl Strategy<Value = Entry> {
    let maybe = || proptest::option::of(any_day());
    let right = proptest::sample::select(Right::ALL);
    let state = proptest::option::of(proptest::sample::select(EntitlementState::ALL));
    (
        right,
        state,
        maybe(),
        maybe(),
        maybe(),
        maybe(),
        maybe(),
        maybe(),
        any::<bool>(),
    )
        .prop_map(
            |(right, state, decided, received, start, end, appeal_by, prepare, no_end)| {
                Entry::Entitlement(Entitlement {
                    right: Some(right),
                    state,
                    decided,
                    received,
                    start,
                    end,
                    no_end,
                    appeal_by,
                    prepare,
                    ..Entitlement::default()
                })
            },
        )
}

fn any_procedure() -> impl Strategy<Value = Entry> {
    let step = (
        proptest::sample::select(ProcedureState::ALL),
        proptest::option::of(any_day()),
    );
    let rights = proptest::collection::vec(proptest::sample::select(Right::ALL), 0..4);
    (
        rights,
        proptest::collection::vec(step, 0..6),
        proptest::option::of(any_day()),
    )
        .prop_map(|(rights, steps, certificate)| {
            let requests = rights.into_iter().map(|right| Request {
                right: Some(right),
                ..Request::default()
            });
            let history = steps.into_iter().map(|(state, date)| ProcedureStep {
                state: Some(state),
                date,
                ..ProcedureStep::default()
            });
            let piece = Piece {
                piece: Some(PieceKind::MedicalCertificate),
                ready: true,
                date: certificate,
                ..Piece::default()
            };
            Entry::Procedure(Procedure {
                requests: requests.collect(),
                history: history.collect(),
                pieces: vec![piece],
                ..Procedure::default()
            })
        })
}

proptest! {
    /// Beginning never comes after filing, filing never after what it protects, and nothing after the end.
    #[test]
    fn nothing_is_asked_for_after_its_deadline(entry in any_right()) {
        let rows = [entry];
        let computed = rights::computed(&rows);
        let day = |what| computed.iter().find(|one| one.what == what).map(|one| one.day);
        let Entry::Entitlement(right) = &rows[0] else { unreachable!() };
        // AJPP has no renewal: what is filed is the letter to the employer, before it begins.
        let order = if right.right == Some(Right::Ajpp) { vec![] } else { vec![What::Prepare, What::File, What::End] };
        let days: Vec<NaiveDate> = order.into_iter().filter_map(day).collect();
        prop_assert!(days.is_sorted(), "{days:?}");
        for pair in [[What::Prepare, What::Late], [What::Late, What::End]] {
            if let [Some(one), Some(other)] = pair.map(day) {
                prop_assert!(one <= other);
            }
        }
    }

    /// One cause, one day.
    #[test]
    fn no_cause_has_two_days(right in any_right(), procedure in any_procedure(), birth in any_day()) {
        let identity = Identity { birth_date: Some(birth), ..Identity::default() };
        let rows = [right, procedure, Entry::Identity(identity)];
        let computed = rights::computed(&rows);
        let causes: BTreeSet<_> = computed
            .iter()
            .map(|one| (core::ptr::from_ref(one.row), one.what, one.occurrence))
            .collect();
        prop_assert_eq!(causes.len(), computed.len());
    }

    /// What is printed stands, whatever the rules say.
    #[test]
    fn the_printed_day_wins(entry in any_right()) {
        let rows = [entry];
        let Entry::Entitlement(right) = &rows[0] else { unreachable!() };
        let computed = rights::computed(&rows);
        let day = |what| computed.iter().find(|one| one.what == what).map(|one| one.day);
        let paper = right.right == Some(Right::PaperCard);
        let held = right.state != Some(EntitlementState::Refused) && right.state != Some(EntitlementState::Ended);
        if let Some(end) = right.end.filter(|_| held && !right.no_end && !paper) {
            prop_assert_eq!(day(What::End), Some(end));
        }
        if right.no_end && !paper {
            prop_assert_eq!(day(What::End), None);
        }
        if let Some(printed) = right.appeal_by.filter(|_| right.state != Some(EntitlementState::Ended)) {
            prop_assert_eq!(day(What::Appeal), Some(printed));
        }
    }

    /// Silence never comes before the filing, contesting never before silence.
    #[test]
    fn a_procedure_goes_forwards(entry in any_procedure()) {
        let rows = [entry];
        let Entry::Procedure(procedure) = &rows[0] else { unreachable!() };
        let computed = rights::computed(&rows);
        let day = |what| computed.iter().find(|one| one.what == what).map(|one| one.day);
        if let Some((silence, filed)) = day(What::Silence).zip(procedure.reached(ProcedureState::Filed))
            && procedure.state() < ProcedureState::Appealed
            && procedure.reached(ProcedureState::Admissible).is_none()
        {
            prop_assert!(filed < silence);
        }
        if let Some((silence, appeal)) = day(What::Silence).zip(day(What::Appeal)) {
            prop_assert!(silence <= appeal);
        }
    }
}
