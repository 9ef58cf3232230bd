//! Members with programs of their own, who say more than they may: the judge sees sections and no contents, so that what an entry
//! says must suit where it lies and who wrote it is for those who can read it.

use domain::entry::{Confirmation, Document, ListKind, NoneKnown, Statement, UrgentSheet};
use domain::{Entry, EntryRef};
use serde_json::json;
use store::{
    Access, CardSettings, CarnetId, EntryId, NewRight, PickedFile, Reading, Role, SectionId,
    WhyUnreadable,
};
use story::person::{allergy, identity, note};
use story::stranger::Shown;
use story::{Home, Person, Stranger, tell};

/// A parent with a carnet, an allergy, a card, and a document that is nobody else's business.
async fn family(home: &Home) -> (Person, CarnetId, EntryRef) {
    let (parent, carnet) = Person::parent(home).await;
    parent.put(allergy("Pénicilline")).await;
    parent
        .keeper
        .urgent_open(CardSettings::default())
        .await
        .unwrap();
    let picked = vec![PickedFile::from_bytes(
        "cr.pdf",
        "application/pdf",
        b"%PDF-1.4 entre nous".to_vec(),
    )];
    let added = parent
        .keeper
        .add_files(picked, false, std::rc::Rc::new(|_| ()))
        .await
        .unwrap();
    let document = parent
        .put(Entry::Document(Document {
            title: "Entre nous".into(),
            pages: vec![added[0].file.clone()],
            ..Document::default()
        }))
        .await;
    (parent, carnet, EntryRef(document.to_string()))
}

/// Somebody who may write in one section alone.
async fn writer(home: &Home, parent: &Person, section: SectionId) -> Person {
    let person = Person::join(home, "Paul").await;
    let keys = person.keeper.my_keys().await.unwrap();
    let right = NewRight {
        section,
        access: Access::Write,
        until: None,
    };
    parent
        .keeper
        .admit(keys, Role::Relative, "Paul".into(), vec![right])
        .await
        .unwrap();
    person.keeper.refresh_account().await.unwrap();
    let carnet = parent.view().id;
    person.keeper.accept_carnet(carnet).await.unwrap();
    person.keeper.open_carnet(carnet).await.unwrap();
    person
}

/// What somebody reads who scanned the card and said who they are.
async fn scan(home: &Home, parent: &Person) -> Shown {
    let address = parent.view().urgent.card.clone().unwrap();
    let address = address.secrets.unwrap().address.clone();
    let asked =
        json!({"recipient": "carnet", "reader": {"name": "Dr Bernard", "place": "Urgences"}});
    Stranger::new(home)
        .scan_with(&address, asked)
        .await
        .unwrap()
}

fn why(person: &Person, entry: EntryId) -> Option<WhyUnreadable> {
    match person.view().entry(entry)?.versions.first()?.reading {
        Reading::Unreadable(why) => Some(why),
        Reading::Plain(_) => None,
    }
}

#[test]
fn what_lies_where_it_has_no_place_counts_nowhere() {
    tell(async {
        let home = Home::start().await;
        let (parent, _, document) = family(&home).await;
        let teacher = writer(&home, &parent, SectionId::NOTEBOOK).await;
        let said = [
            allergy("Rien du tout"),
            identity("Autre"),
            Entry::UrgentSheet(UrgentSheet {
                pinned: vec![document],
                ..UrgentSheet::default()
            }),
            Entry::Statement(Statement {
                list: ListKind::Crises,
                state: NoneKnown::NoneKnown,
                on: None,
            }),
        ];
        let mut written = Vec::new();
        for entry in said {
            // An entry stays where it was first put, whatever it says later.
            let id = teacher.put(note("Bonjour")).await;
            teacher.change(id, entry).await.unwrap();
            written.push(id);
        }
        parent.keeper.sync().await.unwrap();
        for id in written {
            assert_eq!(why(&parent, id), Some(WhyUnreadable::Misplaced));
        }
        let (_, person) = parent
            .view()
            .identity()
            .map(|(id, who)| (id, who.clone()))
            .unwrap();
        assert_eq!(person.first_names, "Léo");
        let shown = scan(&home, &parent).await;
        assert!(shown.sheet.contains("Pénicilline") && !shown.sheet.contains("Rien du tout"));
        assert!(!shown.sheet.contains("nilknown") && !shown.sheet.contains("Autre"));
        assert!(shown.pinned.is_empty());
        // The same words where they belong do count.
        parent.put(allergy("Latex")).await;
        assert!(scan(&home, &parent).await.sheet.contains("Latex"));
    });
}

#[test]
fn only_a_guardian_confirms_the_sheet_and_hands_out_what_others_may_not_read() {
    tell(async {
        let home = Home::start().await;
        let (parent, _, document) = family(&home).await;
        let nurse = writer(&home, &parent, SectionId::URGENT).await;
        let confirmed = Confirmation {
            on: chrono::NaiveDate::from_ymd_opt(2200, 12, 31).unwrap(),
            by: "Maman".into(),
            shown: Vec::new(),
        };
        nurse
            .put(Entry::UrgentSheet(UrgentSheet {
                pinned: vec![document],
                confirmed: Some(confirmed),
                ..UrgentSheet::default()
            }))
            .await;
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.view().urgent.sheet.confirmed, None);
        let shown = scan(&home, &parent).await;
        assert!(!shown.sheet.contains("attester"));
        assert!(shown.pinned.is_empty());

        parent.keeper.urgent_confirm().await.unwrap();
        let by = parent.view().urgent.sheet.confirmed.clone().unwrap().by;
        assert_eq!(by, "Maman");
        let shown = scan(&home, &parent).await;
        assert!(shown.sheet.contains("attester"));
        assert_eq!(
            shown.pinned.len(),
            1,
            "what the nurse asked for waited for her yes"
        );
    });
}
