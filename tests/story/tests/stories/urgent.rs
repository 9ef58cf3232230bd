//! The urgent card: a stranger with nothing but the card reads what keeps the person safe, and never anything old, foreign
//! or closed.

use api::app::Limits;
use domain::Entry;
use domain::entry::{Document, UrgentSheet};
use protocol::card::Card;
use serde_json::json;
use store::wire::Method;
use store::{
    Access, Act, CardChange, CardScene, CardSettings, CarnetId, NewRight, PasscodeChoice,
    PickedFile, Role, SectionId, Trouble,
};
use story::line::Weather;
use story::person::{allergy, note};
use story::{Home, Person, Stranger, tell};

const DAY: u64 = 24 * 60 * 60;

fn card(person: &Person) -> CardScene {
    person.view().urgent.card.clone().unwrap()
}

fn address(person: &Person) -> String {
    card(person).secrets.unwrap().address.clone()
}

/// A parent with a carnet, an allergy, and a card.
async fn with_card(home: &Home, settings: CardSettings) -> (Person, CarnetId) {
    let (parent, carnet) = Person::parent(home).await;
    parent.put(allergy("Pénicilline")).await;
    assert_eq!(parent.view().urgent.card, None);
    parent.keeper.urgent_open(settings).await.unwrap();
    assert_eq!(parent.view().notices, []);
    (parent, carnet)
}

/// The lines of the journal are written a little later than what they tell of.
async fn look(person: &Person, lines: usize) -> CardScene {
    for _ in 0..100 {
        person.keeper.urgent_look().await.unwrap();
        if card(person).opened.len() >= lines {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    card(person)
}

/// Somebody with these rights on urgent, health and team.
async fn join(home: &Home, parent: &Person, role: Role, access: Access) -> Person {
    let person = Person::join(home, "Paul").await;
    let keys = person.keeper.my_keys().await.unwrap();
    let mut sections = vec![SectionId::URGENT, SectionId::HEALTH, SectionId::TEAM];
    let until = match role {
        Role::Guardian => {
            sections.extend([SectionId::KEYS, SectionId::INBOX]);
            None
        }
        _ => Some(home.time.now().plus(30 * DAY)),
    };
    let rights = sections.into_iter().map(|section| NewRight {
        section,
        access,
        until,
    });
    parent
        .keeper
        .admit(keys, role, "Paul".into(), rights.collect())
        .await
        .unwrap();
    person.keeper.refresh_account().await.unwrap();
    let carnet = parent.view().id;
    person.keeper.accept_carnet(carnet).await.unwrap();
    person.keeper.open_carnet(carnet).await.unwrap();
    person
}

#[test]
fn a_stranger_reads_the_card_and_what_changes_is_sealed_again() {
    tell(async {
        for database in Home::databases() {
            let home = Home::on(database, Limits::default()).await;
            let (parent, _) = with_card(&home, CardSettings::default()).await;
            let stranger = Stranger::new(&home);
            let link = story::stranger::read(&address(&parent));
            assert_eq!(link["flag"], "L");
            assert!(link.get("exp").is_none());
            let shown = stranger.scan(&address(&parent)).await.unwrap();
            assert!(shown.sheet.contains("Pénicilline") && !shown.sheet.contains("Latex"));
            assert_eq!(Some(shown.seq()), card(&parent).built_from);
            assert_eq!(shown.pinned.len(), 0);

            parent.put(allergy("Latex")).await;
            assert!(!card(&parent).out_of_date);
            let asked = json!({"recipient": "Pédiatrie"});
            let again = stranger.scan_with(&address(&parent), asked).await.unwrap();
            assert!(again.sheet.contains("Latex"));
            assert!(again.seq() > shown.seq());

            // What no sheet shows makes no new one.
            let before = parent.view().seq;
            parent.put(note("rien d'urgent")).await;
            assert_eq!(parent.view().seq, before + 1);

            let scene = look(&parent, 2).await;
            assert_eq!((scene.opened.len(), scene.news), (2, 2));
            assert!(
                matches!(&scene.opened[0].act, Act::Opened { recipient, .. } if recipient == "Pédiatrie")
            );
            assert!(!scene.swapped && !scene.reprint && !scene.has_passcode);
            parent.keeper.urgent_seen().await.unwrap();
            assert_eq!(card(&parent).news, 0);
            let device = parent.reload(&home);
            device.sign_in().await.unwrap();
            device.keeper.open_carnet(parent.view().id).await.unwrap();
            assert_eq!((card(&device).opened.len(), card(&device).news), (2, 0));
            assert_eq!(address(&device), address(&parent));
        }
    });
}

#[test]
fn a_guardian_confirms_and_what_came_later_is_marked() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = with_card(&home, CardSettings::default()).await;
        assert!(parent.view().urgent.sheet.confirmed.is_none());
        parent.keeper.urgent_confirm().await.unwrap();
        let sheet = parent.view().urgent.sheet.clone();
        let confirmed = sheet.confirmed.clone().unwrap();
        assert_eq!(confirmed.by, "Maman");
        assert!(!sheet.anything_new());
        let stranger = Stranger::new(&home);
        let shown = stranger.scan(&address(&parent)).await.unwrap();
        assert!(!shown.sheet.contains("mark-unconfirmed"));

        parent.put(allergy("Latex")).await;
        assert!(parent.view().urgent.sheet.anything_new());
        let shown = stranger.scan(&address(&parent)).await.unwrap();
        assert!(shown.sheet.contains("mark-unconfirmed"));
        parent.keeper.urgent_confirm().await.unwrap();
        assert!(!parent.view().urgent.sheet.anything_new());
        let entries = parent
            .view()
            .plains()
            .filter(|(_, plain)| matches!(plain.entry, Entry::UrgentSheet(_)))
            .count();
        assert_eq!(entries, 1);
    });
}

#[test]
fn a_replaced_card_and_a_closed_one_are_refused_alike() {
    tell(async {
        for database in Home::databases() {
            let home = Home::on(database, Limits::default()).await;
            let settings = CardSettings {
                typed_code: true,
                ..CardSettings::default()
            };
            let (parent, _) = with_card(&home, settings).await;
            let stranger = Stranger::new(&home);
            let old = card(&parent).secrets.unwrap();
            let code = old.typed_code.clone().unwrap();
            let typed = stranger.type_code(&code.to_lowercase()).await.unwrap();
            assert!(old.address.ends_with(&typed));

            parent.keeper.urgent_replace().await.unwrap();
            let new = card(&parent).secrets.unwrap();
            assert_ne!(old.address, new.address);
            assert!(card(&parent).reprint);
            let refused = stranger.scan(&old.address).await.err().unwrap();
            assert_eq!(refused.0, 404);
            assert_eq!(stranger.type_code(&code).await, None);
            let shown = stranger.scan(&new.address).await.unwrap();
            assert!(shown.sheet.contains("Pénicilline"));
            let typed = stranger.type_code(new.typed_code.as_ref().unwrap()).await;
            assert!(new.address.ends_with(&typed.unwrap()));
            parent.keeper.urgent_printed().await.unwrap();
            assert!(!card(&parent).reprint);

            parent.keeper.urgent_close().await.unwrap();
            assert_eq!(parent.view().urgent.card, None);
            let closed = stranger.scan(&new.address).await.err().unwrap();
            assert_eq!(closed, refused);

            // And one can be made again.
            parent
                .keeper
                .urgent_open(CardSettings::default())
                .await
                .unwrap();
            assert!(stranger.scan(&address(&parent)).await.is_ok());
            assert_eq!(parent.view().notices, []);
        }
    });
}

#[test]
fn a_passcode_an_end_and_a_code_can_be_set_and_taken_away() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = with_card(&home, CardSettings::default()).await;
        let stranger = Stranger::new(&home);
        let end = home.time.now().plus(10 * DAY);
        let change = CardChange {
            passcode: PasscodeChoice::Set {
                passcode: "4711".into(),
                tries: 3,
            },
            until: Some(Some(end)),
            typed_code: Some(true),
        };
        parent.keeper.urgent_set(change).await.unwrap();
        let scene = card(&parent);
        assert!(scene.has_passcode && scene.reprint && scene.until == Some(end));
        let link = story::stranger::read(&address(&parent));
        assert_eq!((&link["flag"], &link["exp"]), (&json!("LP"), &json!(end.0)));
        let wrong = json!({"recipient": "x", "passcode": "0000"});
        let refused = stranger
            .scan_with(&address(&parent), wrong)
            .await
            .err()
            .unwrap();
        assert_eq!(refused, (401, json!({"remainingAttempts": 2})));
        let right = json!({"recipient": "x", "passcode": "4711"});
        assert!(
            stranger
                .scan_with(&address(&parent), right.clone())
                .await
                .is_ok()
        );
        assert_eq!(look(&parent, 2).await.tries_left, Some(2));
        assert!(
            card(&parent)
                .opened
                .iter()
                .any(|line| line.act == Act::WrongPasscode)
        );
        let secrets = card(&parent).secrets.unwrap();
        assert_eq!(secrets.passcode.as_deref(), Some("4711"));
        assert!(
            stranger
                .type_code(secrets.typed_code.as_ref().unwrap())
                .await
                .is_some()
        );

        home.time.jump(11 * DAY);
        assert_eq!(
            stranger
                .scan_with(&address(&parent), right)
                .await
                .err()
                .unwrap()
                .0,
            404
        );
        let change = CardChange {
            passcode: PasscodeChoice::Remove,
            until: Some(None),
            typed_code: Some(false),
        };
        parent.keeper.urgent_set(change).await.unwrap();
        assert!(stranger.scan(&address(&parent)).await.is_ok());
        assert_eq!(
            stranger
                .type_code(secrets.typed_code.as_ref().unwrap())
                .await,
            None
        );
        let short = CardSettings {
            passcode: Some(String::new()),
            tries: 3,
            ..CardSettings::default()
        };
        assert_eq!(
            parent.keeper.urgent_open(short).await,
            Err(Trouble::TooLarge)
        );
    });
}

#[test]
fn anothers_change_marks_the_sheet_until_a_guardians_device_has_sealed_it() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = with_card(&home, CardSettings::default()).await;
        let physio = join(&home, &parent, Role::Professional, Access::Write).await;
        let scene = card(&physio);
        assert!(scene.secrets.is_none() && scene.sealed.is_some() && !scene.out_of_date);
        physio.put(allergy("Arachide")).await;
        assert!(
            card(&physio).out_of_date,
            "who is no guardian cannot seal it"
        );
        let stranger = Stranger::new(&home);
        let shown = stranger.scan(&address(&parent)).await.unwrap();
        assert!(!shown.sheet.contains("Arachide"));

        parent.keeper.sync().await.unwrap();
        assert!(!card(&parent).out_of_date);
        let shown = stranger.scan(&address(&parent)).await.unwrap();
        assert!(shown.sheet.contains("Arachide"));
        physio.keeper.sync().await.unwrap();
        assert!(!card(&physio).out_of_date);
        let entries = physio.view().entries.len();
        assert_eq!(
            entries,
            parent.view().entries.len(),
            "no secret is among the entries"
        );
    });
}

#[test]
fn what_was_written_without_network_is_sealed_when_it_is_sent() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = with_card(&home, CardSettings::default()).await;
        parent.line.set(Weather::Down);
        parent.put(allergy("Latex")).await;
        assert_eq!(parent.keeper.scene().unsent, 1);
        parent.line.set(Weather::Fair);
        let stranger = Stranger::new(&home);
        assert!(
            !stranger
                .scan(&address(&parent))
                .await
                .unwrap()
                .sheet
                .contains("Latex")
        );
        parent.keeper.sync().await.unwrap();
        assert!(
            stranger
                .scan(&address(&parent))
                .await
                .unwrap()
                .sheet
                .contains("Latex")
        );
        // And once a week in any case, so that its date tells that somebody looks after it.
        let before = card(&parent).sealed;
        home.time.jump(8 * DAY);
        parent.keeper.sync().await.unwrap();
        assert!(card(&parent).sealed > before);
    });
}

#[test]
fn an_older_sheet_or_a_foreign_one_is_noticed() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = with_card(&home, CardSettings::default()).await;
        let (other, _) = with_card(&home, CardSettings::default()).await;
        let seen = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
        let keep = seen.clone();
        let is_card = |request: &store::wire::Request| {
            request.method == Method::Get && request.path.ends_with("/card")
        };
        let watch = move |request: &store::wire::Request, response: store::wire::Response| {
            if is_card(request) {
                keep.borrow_mut().push(response.body.clone());
            }
            response
        };
        for person in [&parent, &other] {
            person.line.hostile(watch.clone());
            person.keeper.urgent_look().await.unwrap();
            assert!(!card(person).swapped);
        }
        let [old, foreign] = [seen.borrow()[0].clone(), seen.borrow()[1].clone()];
        parent.put(allergy("Latex")).await;
        for swapped in [old, foreign] {
            parent.line.hostile(move |request, mut response| {
                if is_card(request) {
                    let theirs: Card = serde_json::from_slice(&swapped).unwrap();
                    let mut served: Card = serde_json::from_slice(&response.body).unwrap();
                    served.sheet = theirs.sheet;
                    response.body = serde_json::to_vec(&served).unwrap();
                }
                response
            });
            parent.keeper.urgent_look().await.unwrap();
            assert!(card(&parent).swapped);
            parent.line.set(Weather::Fair);
            parent.keeper.urgent_look().await.unwrap();
            assert!(!card(&parent).swapped);
        }
    });
}

#[test]
fn when_a_guardian_goes_the_secrets_are_replaced_and_the_card_must_be_printed_again() {
    tell(async {
        let home = Home::start().await;
        let settings = CardSettings {
            typed_code: true,
            ..CardSettings::default()
        };
        let (parent, _) = with_card(&home, settings).await;
        let other = join(&home, &parent, Role::Guardian, Access::Write).await;
        assert_eq!(address(&other), address(&parent), "guardians are equal");
        other.put(allergy("Kiwi")).await;
        assert!(!card(&other).out_of_date, "and seal alike");
        let old = card(&parent).secrets.unwrap();
        other.keeper.leave().await.unwrap();
        parent.keeper.sync().await.unwrap();
        let new = card(&parent).secrets.unwrap();
        assert!(card(&parent).reprint);
        assert_ne!(old.address, new.address);
        assert_ne!(old.typed_code, new.typed_code);
        let stranger = Stranger::new(&home);
        assert_eq!(stranger.scan(&old.address).await.err().unwrap().0, 404);
        assert!(
            stranger
                .scan(&new.address)
                .await
                .unwrap()
                .sheet
                .contains("Kiwi")
        );
        parent.keeper.sync().await.unwrap();
        assert_eq!(address(&parent), new.address, "once");
        assert_eq!(parent.view().notices, []);
    });
}

#[test]
fn pinned_documents_open_for_who_says_who_they_are() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = with_card(&home, CardSettings::default()).await;
        let bytes = b"%PDF-1.4 compte rendu ".repeat(5_000);
        let picked = vec![PickedFile::from_bytes(
            "cr.pdf",
            "application/pdf",
            bytes.clone(),
        )];
        let added = parent
            .keeper
            .add_files(picked, false, std::rc::Rc::new(|_| ()))
            .await
            .unwrap();
        let document = Document {
            title: "Dernier compte rendu".into(),
            pages: vec![added[0].file.clone()],
            ..Document::default()
        };
        let id = parent.put(Entry::Document(document)).await;
        let sheet = UrgentSheet {
            pinned: vec![domain::EntryRef(id.to_string())],
            ..UrgentSheet::default()
        };
        parent.put(Entry::UrgentSheet(sheet)).await;
        assert!(!card(&parent).left_out);
        let stranger = Stranger::new(&home);
        let shown = stranger.scan(&address(&parent)).await.unwrap();
        assert!(shown.sheet.contains("Dernier compte rendu"));
        assert!(shown.pinned.is_empty(), "not for the nameless");
        let asked = json!({"recipient": "carnet", "reader": {"name": "Dr Bernard", "place": "Urgences, Lyon"}});
        let shown = stranger.scan_with(&address(&parent), asked).await.unwrap();
        assert_eq!(shown.pinned.len(), 1);
        let binary = &shown.pinned[0];
        assert_eq!(
            (&binary["resourceType"], &binary["contentType"]),
            (&json!("Binary"), &json!("application/pdf"))
        );
        let data = data_encoding::BASE64
            .decode(binary["data"].as_str().unwrap().as_bytes())
            .unwrap();
        assert_eq!(data, bytes);
        let named = format!("urn:uuid:{}", binary["id"].as_str().unwrap());
        assert!(shown.sheet.contains(&named));
        let lines = look(&parent, 2).await.opened;
        assert!(
            matches!(&lines[0].act, Act::Opened { reader: Some(reader), .. } if reader.name == "Dr Bernard")
        );

        // The new link has its own.
        parent.keeper.urgent_replace().await.unwrap();
        let asked =
            json!({"recipient": "carnet", "reader": {"name": "Dr Bernard", "place": "Lyon"}});
        let shown = stranger.scan_with(&address(&parent), asked).await.unwrap();
        assert_eq!(shown.pinned.len(), 1);
    });
}
