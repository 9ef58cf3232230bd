//! What is said of a day to somebody who looks at it.

use chrono::NaiveDate;
use domain::Lang;
use domain::due::What;
use domain::rights;

use crate::common::day;
use crate::given::Given;

#[test]
fn today_says_the_rules_own_reason_with_its_dates() {
    let said = |subject: &str, given: &str, what: What, today: NaiveDate, lang: Lang| {
        let rows = Given::of(given).rows(subject);
        let computed = rights::computed(&rows);
        let found = computed.iter().find(|one| one.what == what).unwrap();
        found.said(&computed, today, lang)
    };
    let waiting = "filed=2027-01-10 admissible=2027-02-01";
    let silence = |on, lang| said("procedure:aah", waiting, What::Silence, on, lang);
    assert_eq!(
        silence(day(2027, 5, 30), Lang::Fr),
        "4\u{a0}mois sans réponse valent refus : vous aurez alors jusqu'au 1er août 2027 pour contester."
    );
    assert_eq!(
        silence(day(2027, 6, 10), Lang::Fr),
        "4\u{a0}mois sans réponse valent refus : vous avez jusqu'au 1er août 2027 pour contester."
    );
    assert!(silence(day(2027, 8, 2), Lang::En).contains("could be contested until 1 August 2027"));
    let draft = |on| {
        said(
            "procedure:pch",
            "certificate=2027-02-28",
            What::Check,
            on,
            Lang::Fr,
        )
    };
    assert!(draft(day(2028, 2, 1)).contains("doit avoir moins de 12\u{a0}mois"));
    assert_eq!(
        draft(day(2028, 3, 1)),
        "Le certificat médical du 28 février 2027 a 12\u{a0}mois ou plus : il en faut un nouveau pour déposer."
    );
    let on = day(2027, 3, 1);
    let card = said("cmi", "received=2027-02-10", What::Appeal, on, Lang::Fr);
    assert!(card.contains("au président du conseil départemental dans les 2\u{a0}mois"));
    let plan = said("aeeh", "received=2027-02-10", What::Appeal, on, Lang::En);
    assert!(plan.contains("to the MDPH within 2\u{a0}months"));
    let rescue = said(
        "expiry:rescue_medicine",
        "end=2027-03-31 lead=one_month",
        What::End,
        on,
        Lang::Fr,
    );
    assert!(rescue.contains("périmé"));
    let late = said("aeeh", "end=2027-04-15", What::Late, on, Lang::Fr);
    assert!(late.contains("le temps entre les deux est perdu"));
}
