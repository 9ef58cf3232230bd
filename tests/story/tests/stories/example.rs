//! The example carnet, as anybody can make it with one click; and everything taken away again.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;
use domain::{Entry, Kind};
use story::{Home, Person, tell};

#[test]
fn the_example_is_rich_readable_and_its_documents_open() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::join(&home, "Claire").await;
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        parent.keeper.create_example(today).await.unwrap();
        let view = parent.view();
        assert!(view.entries.len() >= 60, "{}", view.entries.len());
        let kinds: BTreeSet<Kind> = view
            .plains()
            .filter_map(|(_, plain)| plain.entry.kind())
            .collect();
        assert!(kinds.len() >= 14, "{kinds:?}");
        assert_eq!(view.notices, []);
        assert_eq!(parent.keeper.scene().unsent, 0);
        let mut opened = 0;
        for (_, plain) in view.plains() {
            for file in plain.entry.files() {
                let bytes = parent
                    .keeper
                    .read_file(file.clone(), Rc::new(|_| ()))
                    .await
                    .unwrap();
                assert_eq!(bytes.len() as u64, file.size);
                opened += 1;
            }
            if let Entry::Document(document) = &plain.entry {
                assert!(!document.pages.is_empty());
            }
            for link in plain.entry.links() {
                assert!(
                    link.as_str()
                        .parse()
                        .is_ok_and(|id| view.entries.contains_key(&id)),
                    "{link} leads nowhere"
                );
            }
        }
        assert!(opened >= 2);
    });
}
