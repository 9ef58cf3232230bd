//! What strangers leave for a family: sealed where they stand, taken in or thrown away by those who keep the carnet.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::Entry;
use domain::entry::Document;
use protocol::cbor::{decode, decode_stored, encode};
use protocol::deposit::Deposit;
use protocol::tray::{Inbox, Waiting};
use store::wire::{Method, Request, Response};
use store::{CardSettings, CarnetId, Edit, OnProgress, PickedFile, Trouble};
use story::line::Weather;
use story::person::{allergy, note};
use story::{Home, Person, Stranger, tell_everywhere};

/// A parent with a carnet and a card.
async fn with_card(home: &Home) -> (Person, CarnetId) {
    let (parent, carnet) = Person::parent(home).await;
    parent.put(allergy("Pénicilline")).await;
    parent
        .keeper
        .urgent_open(CardSettings::default())
        .await
        .unwrap();
    (parent, carnet)
}

/// Where the sheet says that something can be left.
async fn deposit_address(home: &Home, parent: &Person) -> String {
    let card = parent.view().urgent.card.clone().unwrap();
    let address = card.secrets.unwrap().address.clone();
    let shown = Stranger::new(home).scan(&address).await.unwrap();
    shown.deposit()
}

fn quiet() -> OnProgress {
    Rc::new(|_| ())
}

#[test]
fn what_a_stranger_leaves_arrives_is_taken_in_and_its_file_opens() {
    tell_everywhere(async |home| {
        let (parent, carnet) = with_card(&home).await;
        let deposit = deposit_address(&home, &parent).await;
        let (page, fragment) = deposit.split_once('#').unwrap();
        assert!(page.ends_with("/fr/depot"));
        assert!(fragment.ends_with("/L.%20M."));

        let physician = Person::new(&home, "Bernard");
        let door = physician
            .keeper
            .depositor(fragment.to_owned())
            .await
            .unwrap();
        assert!(door.room() > 1_000_000);
        let bytes = b"radio ".repeat(50_000);
        let files = vec![PickedFile::from_bytes(
            "radio.pdf",
            "application/pdf",
            bytes.clone(),
        )];
        door.send(
            "Dr Bernard",
            "Crise de 4 min, radio jointe.",
            files,
            quiet(),
        )
        .await
        .unwrap();
        door.send("Dr Bernard", "Rien de plus.", Vec::new(), quiet())
            .await
            .unwrap();
        assert!(
            physician.shelf.records().is_empty(),
            "nothing stays on the stranger's device"
        );

        parent.keeper.urgent_look().await.unwrap();
        let inbox = parent.view().inbox.clone();
        assert_eq!(inbox.len(), 2);
        assert_eq!(
            (inbox[0].name.as_str(), inbox[0].trouble),
            ("Dr Bernard", None)
        );
        let file = inbox[0].files[0].clone();
        assert_eq!(
            parent
                .keeper
                .read_file(file.clone(), quiet())
                .await
                .unwrap(),
            bytes
        );

        let document = Document {
            title: "Radio".into(),
            pages: vec![file],
            ..Document::default()
        };
        let edits = vec![
            Edit::new(Entry::Document(document)),
            Edit::new(note(&inbox[0].note)),
        ];
        let ids = parent
            .keeper
            .take_in(inbox[0].link, inbox[0].counter, edits)
            .await
            .unwrap();
        assert_eq!(parent.view().inbox.len(), 1);
        parent
            .keeper
            .dismiss(inbox[1].link, inbox[1].counter)
            .await
            .unwrap();
        parent.keeper.urgent_look().await.unwrap();
        assert_eq!(parent.view().inbox.len(), 0);
        assert_eq!(parent.view().notices, []);

        let device = parent.elsewhere(&home);
        device.sign_in().await.unwrap();
        device.keeper.open_carnet(carnet).await.unwrap();
        let view = device.view();
        let Some(Entry::Document(found)) = view.entries[&ids[0]].entry() else {
            panic!("no document")
        };
        let read = device
            .keeper
            .read_file(found.pages[0].clone(), quiet())
            .await;
        assert_eq!(read.unwrap(), bytes);

        // After the card is replaced the old address takes nothing more, and what was left stays.
        door.send("Dr Bernard", "Encore un mot.", Vec::new(), quiet())
            .await
            .unwrap();
        parent.keeper.urgent_replace().await.unwrap();
        let late = door
            .send("Dr Bernard", "Trop tard.", Vec::new(), quiet())
            .await;
        assert_eq!(late, Err(Trouble::NotFound));
        parent.keeper.urgent_look().await.unwrap();
        let left = parent.view().inbox.clone();
        assert_eq!((left.len(), left[0].note.as_str()), (1, "Encore un mot."));
    });
}

#[test]
fn a_lost_answer_leaves_a_deposit_once() {
    tell_everywhere(async |home| {
        let (parent, _) = with_card(&home).await;
        let deposit = deposit_address(&home, &parent).await;
        let fragment = deposit.split_once('#').unwrap().1.to_owned();
        let physician = Person::new(&home, "Bernard");
        let door = physician.keeper.depositor(fragment.clone()).await.unwrap();
        let lost = Rc::new(Cell::new(false));
        physician.line.hostile(move |request, mut response| {
            if request.method == Method::Post && !lost.replace(true) {
                response.status = 502;
            }
            response
        });
        door.send("", "une fois", Vec::new(), quiet())
            .await
            .unwrap();
        parent.keeper.urgent_look().await.unwrap();
        assert_eq!(parent.view().inbox.len(), 1);

        // A server that puts its own tray in the place of the family's is refused.
        physician.line.hostile(|request, mut response| {
            if request.path.starts_with("/api/trays/")
                && let Ok(mut tray) =
                    serde_json::from_slice::<protocol::tray::TrayState>(&response.body)
            {
                tray.recipient = sealing::deposit::TraySecret::make().recipient().clone();
                response.body = serde_json::to_vec(&tray).unwrap();
            }
            response
        });
        let forged = physician.keeper.depositor(fragment).await.err();
        assert_eq!(forged, Some(Trouble::Forged(store::What::Tray)));
        let broken = physician.keeper.depositor("abc".into()).await.err();
        assert_eq!(broken, Some(Trouble::NotFound));
    });
}

#[test]
fn a_server_offers_nothing_twice_under_no_other_date_and_hides_none_unseen() {
    tell_everywhere(async |home| {
        let (parent, carnet) = with_card(&home).await;
        let deposit = deposit_address(&home, &parent).await;
        let fragment = deposit.split_once('#').unwrap().1.to_owned();
        let physician = Person::new(&home, "Bernard");
        let door = physician.keeper.depositor(fragment).await.unwrap();
        let leave = async |note: &str| {
            door.send("Dr Bernard", note, Vec::new(), quiet())
                .await
                .unwrap();
        };
        leave("un").await;
        leave("deux").await;
        // Everything that ever waited, for later.
        let all: Rc<RefCell<Vec<Waiting>>> = Rc::default();
        let kept = all.clone();
        let is_inbox =
            |request: &Request| request.method == Method::Get && request.path.ends_with("/inbox");
        parent.line.hostile(move |request, response| {
            if is_inbox(request)
                && let Ok(inbox) = decode::<Inbox>(&response.body)
            {
                kept.borrow_mut().extend(inbox.deposits);
            }
            response
        });
        parent.keeper.urgent_look().await.unwrap();
        let first = parent.view().inbox.clone();
        assert_eq!((first.len(), first[0].skipped, first[1].skipped), (2, 0, 0));
        parent.line.set(Weather::Fair);
        let (link, came) = (first[0].link, first[1].received);
        parent.keeper.dismiss(link, 0).await.unwrap();
        let taken = vec![Edit::new(note("deux"))];
        parent.keeper.take_in(link, 1, taken).await.unwrap();

        // On the same device, and on one that can read what was taken in: offered again, as if it had come just now.
        leave("trois").await;
        leave("quatre").await;
        let again = all.clone();
        let meddle = move |request: &Request, mut response: Response| {
            if is_inbox(request)
                && let Ok(mut inbox) = decode::<Inbox>(&response.body)
            {
                let now = inbox.deposits[0].received;
                inbox.deposits.retain(|waiting| {
                    let said = decode_stored::<Deposit>(&waiting.deposit.body).unwrap();
                    said.counter != 2
                });
                let old = again.borrow().clone().into_iter();
                inbox.deposits.extend(old.map(|waiting| Waiting {
                    received: now.plus(60),
                    ..waiting
                }));
                response.body = encode(&inbox);
            }
            response
        };
        parent.line.hostile(meddle.clone());
        parent.keeper.urgent_look().await.unwrap();
        let shown = parent.view().inbox.clone();
        let notes: Vec<&str> = shown.iter().map(|view| view.note.as_str()).collect();
        assert_eq!(notes, ["quatre"]);
        assert_eq!(
            shown[0].skipped, 1,
            "the third is missing, and that is said"
        );
        let device = parent.elsewhere(&home);
        device.sign_in().await.unwrap();
        device.keeper.open_carnet(carnet).await.unwrap();
        device.line.hostile(meddle);
        device.keeper.urgent_look().await.unwrap();
        let shown = device.view().inbox.clone();
        assert!(
            shown.iter().all(|view| view.note != "deux"),
            "it was taken in"
        );

        // What waits keeps the date that it had first, also after the page was loaded again.
        parent.line.set(Weather::Fair);
        parent.keeper.urgent_look().await.unwrap();
        let notes = |person: &Person| {
            let inbox = person.view().inbox.clone();
            let mut notes: Vec<_> = inbox
                .iter()
                .map(|view| (view.note.clone(), view.received, view.skipped))
                .collect();
            notes.sort();
            notes
        };
        let before = notes(&parent);
        assert_eq!(before.len(), 2);
        let reloaded = parent.reload(&home);
        reloaded.sign_in().await.unwrap();
        reloaded.keeper.open_carnet(carnet).await.unwrap();
        reloaded.line.hostile(move |request, mut response| {
            if is_inbox(request)
                && let Ok(mut inbox) = decode::<Inbox>(&response.body)
            {
                for waiting in &mut inbox.deposits {
                    waiting.received = came.plus(1_000_000);
                }
                response.body = encode(&inbox);
            }
            response
        });
        reloaded.keeper.urgent_look().await.unwrap();
        assert_eq!(notes(&reloaded), before);
    });
}
