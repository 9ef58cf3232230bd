//! A link for one visit: what it shows, to whom it opens, how it ends.

use std::cell::RefCell;
use std::rc::Rc;

use domain::Entry;
use domain::entry::Document;
use protocol::bearer::LinkView;
use protocol::carnet::Pulled;
use protocol::cbor::{decode, encode};
use store::wire::Request;
use store::{
    Act, CarnetId, Door, EntryId, JournalAsked, MemberId, NewReading, PickedFile, SectionId,
    Trouble, What,
};
use story::line::Weather;
use story::person::{allergy, note};
use story::{Home, Person, tell, tell_everywhere};

const DAY: u64 = 24 * 60 * 60;

/// A parent with a carnet: an allergy, a note, a paper with a page.
async fn parent(home: &Home) -> (Person, CarnetId, EntryId) {
    let (parent, carnet) = Person::parent(home).await;
    parent.put(allergy("Pénicilline")).await;
    parent.put(note("entre nous")).await;
    let page = PickedFile::from_bytes("bilan.txt", "text/plain", b"un bilan".to_vec());
    let quiet = std::rc::Rc::new(|_| ());
    let added = parent
        .keeper
        .add_files(vec![page], false, quiet)
        .await
        .unwrap();
    let paper = Entry::Document(Document {
        title: "Bilan".into(),
        pages: added.into_iter().map(|added| added.file).collect(),
        ..Document::default()
    });
    let paper = parent.put(paper).await;
    (parent, carnet, paper)
}

fn reading(home: &Home, sections: &[SectionId], entries: &[EntryId]) -> NewReading {
    NewReading {
        label: "Dr Lenoir".into(),
        sections: sections.to_vec(),
        entries: entries.to_vec(),
        until: home.time.now().plus(DAY),
    }
}

/// Opens a link and gives what stands behind `#` in its address.
async fn open(parent: &Person, new: NewReading) -> (MemberId, String) {
    let link = parent.keeper.open_reading(new).await.unwrap();
    let address = parent.keeper.reading_address(link).await.unwrap();
    let (page, fragment) = address.split_once('#').unwrap();
    assert!(page.ends_with("/fr/lecture"), "{page}");
    (link, fragment.to_owned())
}

fn titles(person: &Person) -> Vec<String> {
    let view = person.view();
    let mut titles: Vec<String> = view
        .plains()
        .map(|(_, plain)| plain.entry.title(domain::Lang::Fr))
        .collect();
    titles.sort();
    titles
}

#[test]
fn a_section_is_read_without_an_account_and_its_use_is_noted() {
    tell_everywhere(async |home| {
        let (parent, carnet, _) = parent(&home).await;
        let new = reading(&home, &[SectionId::HEALTH], &[]);
        let (link, fragment) = open(&parent, new).await;
        let listed = parent.view().links.clone();
        assert_eq!((listed.len(), listed[0].label.as_str()), (1, "Dr Lenoir"));
        assert!(listed[0].has_address);

        let guest = Person::new(&home, "personne");
        guest.keeper.visit(format!("#{fragment}")).await.unwrap();
        let scene = guest.keeper.scene();
        assert_eq!(scene.door, Door::Open { borrowed: true });
        assert!(scene.account.is_none());
        let visit = scene.visit.clone().unwrap();
        assert_eq!((visit.carnet, visit.name.as_str()), (carnet, "Léo Martin"));
        assert_eq!(titles(&guest), ["Bilan", "Pénicilline"]);
        let view = guest.view();
        assert_eq!((view.role, view.writable.len()), (None, 0));
        assert_eq!(
            view.names.values().filter(|name| *name == "Maman").count(),
            1
        );
        assert_eq!(view.notices, []);
        // The page of the paper opens as well.
        let file = view
            .plains()
            .find_map(|(_, plain)| plain.entry.files().first().map(|file| (*file).clone()));
        let read = guest
            .keeper
            .read_file(file.unwrap(), std::rc::Rc::new(|_| ()))
            .await;
        assert_eq!(read.unwrap(), b"un bilan");
        // Nothing can be written, and nothing is kept.
        let refused = guest.keeper.put(store::Edit::new(allergy("Latex"))).await;
        assert!(refused.is_err());
        assert_eq!(
            guest.shelf.records().len(),
            0,
            "a visit keeps nothing on the device"
        );

        // What is added meanwhile is seen; what is elsewhere is not.
        parent.put(allergy("Latex")).await;
        parent.put(note("encore entre nous")).await;
        guest.keeper.sync().await.unwrap();
        assert_eq!(titles(&guest), ["Bilan", "Latex", "Pénicilline"]);

        let mut acts = Vec::new();
        for _ in 0..100 {
            let asked = JournalAsked {
                member: Some(link),
                ..JournalAsked::default()
            };
            let lines = parent.keeper.journal(asked).await.unwrap();
            acts = lines;
            if acts
                .iter()
                .any(|line| matches!(line.act, Act::Downloaded { .. }))
            {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert!(acts.iter().any(|line| line.act == Act::Shown));
        let read = acts
            .iter()
            .find(|line| matches!(line.act, Act::Read { .. }))
            .unwrap();
        assert_eq!(read.sections, [domain::Section::Health]);
        let other = guest.keeper.journal(JournalAsked::default()).await;
        assert!(other.is_err(), "the journal is for guardians");

        parent.keeper.close_link(link).await.unwrap();
        assert_eq!(parent.view().links.len(), 0);
        parent.put(allergy("Soja")).await;
        assert_eq!(guest.keeper.sync().await, Err(Trouble::LinkClosed));
        let again = Person::new(&home, "personne");
        let refused = again.keeper.visit(fragment).await;
        assert_eq!(refused, Err(Trouble::LinkClosed));
        assert!(matches!(again.keeper.scene().door, Door::Closed { .. }));
    });
}

#[test]
fn single_papers_are_shown_and_nothing_around_them() {
    tell_everywhere(async |home| {
        let (parent, _, paper) = parent(&home).await;
        let (_, fragment) = open(&parent, reading(&home, &[], &[paper])).await;
        let guest = Person::new(&home, "personne");
        guest.keeper.visit(fragment.clone()).await.unwrap();
        assert_eq!(titles(&guest), ["Bilan"]);
        let view = guest.view();
        let shown = view.entries.values().next().unwrap();
        assert_eq!(
            (shown.id, shown.section),
            (paper, Some(domain::Section::Health))
        );
        let file = shown.entry().unwrap().files()[0].clone();
        let read = guest.keeper.read_file(file, std::rc::Rc::new(|_| ())).await;
        assert_eq!(read.unwrap(), b"un bilan");
        home.time.jump(2 * DAY);
        let late = Person::new(&home, "personne");
        assert_eq!(late.keeper.visit(fragment).await, Err(Trouble::LinkOver));
        // A guardian's device closes by itself what is over; what it is told does not change.
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.view().links.len(), 0);
    });
}

#[test]
fn whoever_visits_goes_out_of_their_own_account_first_and_back_in_afterwards() {
    tell_everywhere(async |home| {
        let (parent, carnet, paper) = parent(&home).await;
        let (_, fragment) = open(&parent, reading(&home, &[], &[paper])).await;
        let other = Person::join(&home, "Karim").await;
        other.keeper.visit(fragment).await.unwrap();
        assert!(other.keeper.scene().account.is_none());
        assert_eq!(other.view().id, carnet);
        other.keeper.lock().await.unwrap();
        assert!(other.keeper.scene().open.is_none());
        other.sign_in().await.unwrap();
        assert!(other.keeper.scene().visit.is_none());
        assert!(other.keeper.scene().account.is_some());
    });
}

#[test]
fn a_server_that_shows_another_history_or_another_bundle_is_refused() {
    tell(async {
        let home = Home::start().await;
        let (parent, _, paper) = parent(&home).await;
        let new = reading(&home, &[SectionId::HEALTH], &[paper]);
        let (_, fragment) = open(&parent, new).await;
        for broken in ["", "x", &fragment[..40], &format!("{fragment}AAAA")] {
            let guest = Person::new(&home, "personne");
            let refused = guest.keeper.visit(broken.to_owned()).await;
            assert_eq!(refused, Err(Trouble::NotFound), "{broken}");
        }
        // What the link shows, altered on the way.
        let guest = Person::new(&home, "personne");
        guest.line.hostile(|request, mut answer| {
            // The last byte of the bundle, which ends the answer.
            if request.path.starts_with("/api/links/")
                && !request.path.contains("/log")
                && let Some(last) = answer.body.last_mut()
            {
                *last ^= 1;
            }
            answer
        });
        let refused = guest.keeper.visit(fragment.clone()).await;
        assert!(
            matches!(
                refused,
                Err(Trouble::Forged(_) | Trouble::Broken(What::Answer))
            ),
            "{refused:?}"
        );
        assert!(guest.keeper.scene().open.is_none());
        guest.line.set(Weather::Fair);
        guest.keeper.visit(fragment).await.unwrap();
    });
}

/// The answer of a server that is asked what a link shows.
fn is_shown(request: &Request) -> bool {
    request.path.starts_with("/api/links/") && !request.path["/api/links/".len()..].contains('/')
}

#[test]
fn what_a_link_shows_can_be_neither_hidden_nor_be_older_than_it_says() {
    tell(async {
        let home = Home::start().await;
        let (parent, _, paper) = parent(&home).await;
        let new = reading(&home, &[SectionId::HEALTH], &[paper]);
        let (link, fragment) = open(&parent, new).await;
        let guest = Person::new(&home, "personne");
        guest.line.hostile(|request, mut answer| {
            if is_shown(request)
                && let Ok(view) = decode::<LinkView>(&answer.body)
            {
                answer.body = encode(&LinkView {
                    bundle: None,
                    ..view
                });
            }
            answer
        });
        let refused = guest.keeper.visit(fragment.clone()).await;
        assert_eq!(refused, Err(Trouble::Withheld(What::Answer)));

        // What it showed first, kept for later.
        let first: Rc<RefCell<Vec<u8>>> = Rc::default();
        let kept = first.clone();
        guest.line.hostile(move |request, answer| {
            if is_shown(request) {
                kept.replace(answer.body.clone());
            }
            answer
        });
        guest.keeper.visit(fragment.clone()).await.unwrap();
        let made = |guest: &Person| guest.keeper.scene().visit.clone().unwrap().made.unwrap();
        let then = made(&guest);
        home.time.jump(3600);
        parent.put(allergy("Latex")).await;
        let before = parent.view().seq;
        parent.keeper.reading_address(link).await.unwrap();

        let late = Person::new(&home, "personne");
        late.keeper.visit(fragment.clone()).await.unwrap();
        assert!(made(&late) >= then.plus(3600));
        late.line.hostile(move |request, mut answer| {
            if is_shown(request) {
                answer.body = first.borrow().clone();
            }
            answer
        });
        late.keeper.visit(fragment.clone()).await.unwrap();
        assert_eq!(made(&late), then, "its date says that it is an old one");

        // A history that ends before what is shown was made.
        late.line.hostile(move |request, mut answer| {
            if request.path.contains("/log")
                && let Ok(mut pulled) = decode::<Pulled>(&answer.body)
            {
                pulled.commits.pop();
                pulled.seq = before - 1;
                if let Some(last) = pulled.commits.last() {
                    pulled.head = last.signed.digest();
                }
                answer.body = encode(&pulled);
            }
            answer
        });
        let refused = late.keeper.visit(fragment).await;
        assert!(
            matches!(refused, Err(Trouble::RolledBack { .. })),
            "{refused:?}"
        );
    });
}
