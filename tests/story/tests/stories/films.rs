//! Large files: sent by people with a deposit link, taken up again after the line broke or the page closed, read in parts.

use std::cell::Cell;
use std::rc::Rc;

use domain::entry::Document;
use domain::{Entry, FileRef};
use store::wire::{Method, Response};
use store::{CarnetId, Edit, MemberId, OnProgress, PickedFile, Seconds, Trouble, What};
use story::line::Weather;
use story::{Home, Person, tell, tell_everywhere};

const MIB: usize = 1024 * 1024;

/// A parent with a carnet, and a link that they gave to somebody.
async fn with_link(home: &Home) -> (Person, CarnetId, MemberId) {
    let (parent, carnet) = Person::parent(home).await;
    let until = Seconds(home.time.now().0 + 30 * 24 * 3600);
    let link = parent
        .keeper
        .open_deposit_link("Mme Leroy, kiné".into(), until)
        .await
        .unwrap();
    (parent, carnet, link)
}

fn fragment(parent: &Person) -> String {
    let links = parent.view().deposit_links.clone();
    links[0].address.split_once('#').unwrap().1.to_owned()
}

fn document(title: &str, pages: Vec<FileRef>) -> Entry {
    Entry::Document(Document {
        title: title.into(),
        pages,
        ..Document::default()
    })
}

fn quiet() -> OnProgress {
    Rc::new(|_| ())
}

/// Bytes that repeat nowhere.
fn film(size: usize, seed: u64) -> Vec<u8> {
    let mut state = seed;
    let next = |_| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[3]
    };
    (0..size).map(next).collect()
}

fn picked(bytes: &[u8]) -> PickedFile {
    PickedFile::from_bytes("marche.mp4", "", bytes.to_vec())
}

/// The line goes down for good after so many pieces of files have arrived.
fn cut_after(person: &Person, pieces: usize) {
    let seen = Cell::new(0);
    person.line.hostile(move |request, response| {
        if request.method == Method::Patch {
            seen.set(seen.get() + 1);
        }
        if seen.get() > pieces {
            return Response {
                status: 503,
                ..response
            };
        }
        response
    });
}

#[test]
fn a_link_is_made_listed_shown_to_guardians_alone_and_closed() {
    tell_everywhere(async |home| {
        let (parent, carnet, link) = with_link(&home).await;
        let links = parent.view().deposit_links.clone();
        assert_eq!((links.len(), links[0].link), (1, link));
        assert_eq!(links[0].name, "Mme Leroy, kiné");
        assert!(!links[0].known_outside && links[0].address.ends_with("/L.%20M."));
        let door = Person::new(&home, "Leroy");
        let tray = door.keeper.depositor(fragment(&parent)).await.unwrap();
        assert!(tray.room() > 2 * 1024 * MIB as u64, "a film of 2 GiB fits");

        // Another device of the same parent has it too, and the card is another matter.
        let device = parent.elsewhere(&home);
        device.sign_in().await.unwrap();
        device.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(device.view().deposit_links, parent.view().deposit_links);
        assert_eq!(device.view().urgent.card, None);

        let empty = parent
            .keeper
            .open_deposit_link(" ".into(), Seconds(u64::MAX));
        assert_eq!(empty.await, Err(Trouble::TooLarge));
        let over = parent.keeper.open_deposit_link("Hier".into(), Seconds(1));
        assert_eq!(over.await, Err(Trouble::NotAllowed));
        tray.send("", "un mot", Vec::new(), quiet()).await.unwrap();
        parent.keeper.close_deposit_link(link).await.unwrap();
        assert_eq!(parent.view().deposit_links.len(), 0);
        let late = tray.send("", "trop tard", Vec::new(), quiet()).await;
        assert_eq!(late.err(), Some(Trouble::NotFound));
        parent.keeper.urgent_look().await.unwrap();
        assert_eq!(parent.view().inbox.len(), 1, "what was left stays");
    });
}

#[test]
fn a_film_goes_on_where_it_stood_after_the_page_was_closed() {
    tell(async {
        let home = Home::start().await;
        let (parent, _, _) = with_link(&home).await;
        let fragment = fragment(&parent);
        let bytes = film(21 * MIB + 77, 1);
        let small = PickedFile::from_bytes("mot.txt", "text/plain", b"bonjour".to_vec());

        let leroy = Person::new(&home, "Leroy");
        let tray = leroy.keeper.depositor(fragment.clone()).await.unwrap();
        cut_after(&leroy, 3);
        let cut = tray.send("Leroy", "", vec![small.clone(), picked(&bytes)], quiet());
        assert!(cut.await.is_err());
        assert!(tray.has_begun().await);
        // What is kept is sealed: neither the secret nor the name of the file is in it.
        for (name, kept) in leroy.shelf.records() {
            let text = String::from_utf8_lossy(&kept).into_owned();
            let tells = ["AGE-SECRET", "marche", "Léo"]
                .iter()
                .any(|word| text.contains(word));
            assert!(!tells, "{name}");
        }

        // The page is opened anew on the same device: another window, the same shelf.
        let again = leroy.reload(&home);
        let tray = again.keeper.depositor(fragment.clone()).await.unwrap();
        again.line.count_anew();
        let looked = Rc::new(Cell::new(0));
        let told = looked.clone();
        let progress: OnProgress = Rc::new(move |progress| {
            if progress.looking {
                told.set(told.get().max(progress.done));
            }
        });
        tray.send("Leroy", "", vec![picked(&bytes)], progress)
            .await
            .unwrap();
        assert!(
            looked.get() >= 4 * MIB as u64,
            "it was compared with the file"
        );
        let pieces = again.line.traffic();
        assert!(
            pieces.len() < 18 * MIB,
            "what had arrived was not sent again: {}",
            pieces.len()
        );
        assert!(
            again.shelf.records().is_empty(),
            "nothing stays on the device"
        );

        parent.keeper.urgent_look().await.unwrap();
        let inbox = parent.view().inbox.clone();
        let file = inbox[0].files[0].clone();
        let read = parent
            .keeper
            .read_file(file.clone(), quiet())
            .await
            .unwrap();
        assert!(read == bytes);
        let edits = vec![Edit::new(document("Marche", vec![file]))];
        let (link, counter) = (inbox[0].link, inbox[0].counter);
        parent.keeper.take_in(link, counter, edits).await.unwrap();
    });
}

#[test]
fn another_file_never_goes_on_in_the_place_of_the_one_that_was_begun() {
    tell(async {
        let home = Home::start().await;
        let (parent, _, _) = with_link(&home).await;
        let leroy = Person::new(&home, "Leroy");
        let tray = leroy.keeper.depositor(fragment(&parent)).await.unwrap();
        let bytes = film(13 * MIB, 2);
        cut_after(&leroy, 2);
        assert!(
            tray.send("", "", vec![picked(&bytes)], quiet())
                .await
                .is_err()
        );
        leroy.line.set(Weather::Fair);

        // As long, and the same in its first chunk, but not in the third: under the same nonces it would tell the server how
        // they differ.
        let mut other = bytes.clone();
        other[200_000] ^= 1;
        leroy.line.count_anew();
        tray.send("", "", vec![picked(&other)], quiet())
            .await
            .unwrap();
        assert_eq!(
            leroy.line.count(Method::Post, "/uploads"),
            1,
            "a new upload"
        );
        parent.keeper.urgent_look().await.unwrap();
        let file = parent.view().inbox[0].files[0].clone();
        assert!(parent.keeper.read_file(file, quiet()).await.unwrap() == other);

        // What was begun can be given up, and is then gone here and there.
        cut_after(&leroy, 1);
        assert!(
            tray.send("", "", vec![picked(&bytes)], quiet())
                .await
                .is_err()
        );
        leroy.line.set(Weather::Fair);
        leroy.line.count_anew();
        tray.give_up().await;
        assert!(leroy.shelf.records().is_empty());
        assert!(!tray.has_begun().await);
    });
}

#[test]
fn a_member_goes_on_too_and_the_same_film_twice_is_two_files() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet, _) = with_link(&home).await;
        let bytes = film(9 * MIB, 3);
        cut_after(&parent, 1);
        assert!(
            parent
                .keeper
                .add_files(vec![picked(&bytes)], false, quiet())
                .await
                .is_err()
        );
        let parent = parent.reload(&home);
        parent.sign_in().await.unwrap();
        parent.keeper.open_carnet(carnet).await.unwrap();
        parent.line.count_anew();
        let both = vec![picked(&bytes), picked(&bytes)];
        let added = parent.keeper.add_files(both, false, quiet()).await.unwrap();
        assert_eq!(
            parent.line.count(Method::Post, "/uploads"),
            1,
            "one goes on, one is new"
        );
        assert_ne!(added[0].file.blob, added[1].file.blob);
        let uploads = |person: &Person| {
            let records = person.shelf.records();
            records
                .iter()
                .filter(|(name, _)| name.contains("/upload/"))
                .count()
        };
        assert_eq!(uploads(&parent), 2);
        let pages = added.into_iter().map(|added| added.file).collect();
        let entry = parent.put(document("Marche", pages)).await;
        assert_eq!(
            uploads(&parent),
            0,
            "what an entry names is not kept any longer"
        );
        let view = parent.view();
        let pages = view.entries[&entry].entry().unwrap().files();
        for page in pages {
            let read = parent
                .keeper
                .read_file(page.clone(), quiet())
                .await
                .unwrap();
            assert!(read == bytes);
        }
    });
}

#[test]
fn parts_of_a_film_open_alone_and_wrong_ones_are_refused() {
    tell(async {
        let home = Home::start().await;
        let (parent, _, _) = with_link(&home).await;
        let bytes = film(3 * MIB + 5, 4);
        let added = parent
            .keeper
            .add_files(vec![picked(&bytes)], false, quiet())
            .await
            .unwrap();
        let file = added[0].file.clone();
        let open = parent.keeper.open_file(file.clone()).await.unwrap();
        assert_eq!(open.size(), bytes.len() as u64);
        for (start, length) in [(0, 1), (65_530, 20), (1_000_000, 300_000), (3 * MIB, 5)] {
            let part = open.read(start as u64, length).await.unwrap();
            assert!(part == bytes[start..start + length], "{start}");
        }
        let end = bytes.len() as u64;
        assert_eq!(
            open.read(end - 2, 100).await.unwrap(),
            bytes[bytes.len() - 2..]
        );
        assert_eq!(open.read(end, 1).await.unwrap(), b"");
        assert_eq!(open.read(u64::MAX, 1).await.unwrap(), b"");

        // A server that gives the chunk beside, or less than was asked for, is found out.
        let shifted = |request: &store::wire::Request, mut response: Response| {
            if request.path.contains("/files/") && response.status == 206 {
                response.body.rotate_left(65_552);
            }
            response
        };
        parent.line.hostile(shifted);
        let broken = Some(Trouble::Broken(What::File));
        assert_eq!(open.read(0, 200_000).await.err(), broken);
        parent.line.hostile(|request, mut response| {
            if request.path.contains("/files/") {
                response.body.pop();
            }
            response
        });
        assert_eq!(open.read(70_000, 10).await.err(), broken);
        assert_eq!(parent.keeper.open_file(file).await.err(), broken);
        parent.line.set(Weather::Fair);
        assert!(open.read(70_000, 10).await.is_ok());
        parent.keeper.lock().await.unwrap();
        assert_eq!(open.read(70_000, 10).await.err(), Some(Trouble::Locked));
    });
}
