//! Documents: sealed while sent, opened as they were; a server that touches them is noticed.

use std::rc::Rc;

use domain::Entry;
use domain::entry::Document;
use store::wire::Method;
use store::{Edit, OnProgress, PickedFile, Progress, Trouble, What};
use story::line::Weather;
use story::{Home, Person, tell};

fn quiet() -> OnProgress {
    Rc::new(|_: Progress| ())
}

fn noise(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}

#[test]
fn files_of_every_size_come_back_as_they_were_on_another_device() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet) = Person::parent(&home).await;
        let originals: Vec<Vec<u8>> = [0, 1, 65_535, 65_536, 65_537, 9_000_000].map(noise).into();
        let picked = originals
            .iter()
            .map(|bytes| {
                PickedFile::from_bytes("compte rendu.pdf", "application/pdf", bytes.clone())
            })
            .collect();
        let added = parent
            .keeper
            .add_files(picked, false, quiet())
            .await
            .unwrap();
        let pages = added.iter().map(|added| added.file.clone()).collect();
        let document = Document {
            title: "Bilan".into(),
            pages,
            ..Document::default()
        };
        let id = parent.put(Entry::Document(document.clone())).await;

        let device = parent.elsewhere(&home);
        device.sign_in().await.unwrap();
        device.keeper.open_carnet(carnet).await.unwrap();
        let view = device.view();
        let Some(Entry::Document(found)) = view.entries[&id].entry() else {
            panic!("no document")
        };
        for (file, original) in found.pages.iter().zip(&originals) {
            assert_eq!(
                &device
                    .keeper
                    .read_file(file.clone(), quiet())
                    .await
                    .unwrap(),
                original
            );
        }

        // Another title, the same files.
        device
            .change(
                id,
                Entry::Document(Document {
                    title: "Bilan de mai".into(),
                    ..document
                }),
            )
            .await
            .unwrap();
        assert_eq!(device.keeper.scene().unsent, 0);
    });
}

#[test]
fn a_swapped_cut_or_altered_file_is_refused() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = Person::parent(&home).await;
        let picked = vec![
            PickedFile::from_bytes("a.bin", "", noise(200_000)),
            PickedFile::from_bytes("b.bin", "", noise(200_000)),
        ];
        let added = parent
            .keeper
            .add_files(picked, false, quiet())
            .await
            .unwrap();
        let [one, two] = [added[0].file.clone(), added[1].file.clone()];
        let pages = vec![one.clone(), two.clone()];
        parent
            .put(Entry::Document(Document {
                pages,
                ..Document::default()
            }))
            .await;
        let broken = Err(Trouble::Broken(What::File));

        let swapped = store::Keeper::read_file(
            &parent.keeper,
            domain::FileRef {
                blob: two.blob.clone(),
                ..one.clone()
            },
            quiet(),
        );
        assert_eq!(swapped.await, broken);
        parent.line.hostile(|request, mut response| {
            if request.path.contains("/files/") {
                let middle = response.body.len() / 2;
                response.body[middle] ^= 1;
            }
            response
        });
        assert_eq!(parent.keeper.read_file(one.clone(), quiet()).await, broken);
        parent.line.hostile(|request, mut response| {
            if request.path.contains("/files/") {
                response.body.truncate(100_000);
            }
            response
        });
        assert_eq!(parent.keeper.read_file(one.clone(), quiet()).await, broken);
        parent.line.set(Weather::Fair);
        assert_eq!(
            parent.keeper.read_file(one, quiet()).await.unwrap().len(),
            200_000
        );
    });
}

#[test]
fn a_transfer_goes_on_where_the_line_broke() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = Person::parent(&home).await;
        let broken = std::cell::Cell::new(0);
        // Twice the server takes a piece and its answer is lost on the way.
        parent.line.hostile(move |request, mut response| {
            if request.method == Method::Patch && broken.get() < 2 {
                broken.set(broken.get() + 1);
                response.status = 502;
            }
            response
        });
        let bytes = noise(10_000_000);
        let picked = vec![PickedFile::from_bytes(
            "video.mp4",
            "video/mp4",
            bytes.clone(),
        )];
        let added = parent
            .keeper
            .add_files(picked, false, quiet())
            .await
            .unwrap();
        let file = added[0].file.clone();
        parent
            .put(Entry::Document(Document {
                pages: vec![file.clone()],
                ..Document::default()
            }))
            .await;
        assert_eq!(parent.keeper.read_file(file, quiet()).await.unwrap(), bytes);
        assert!(parent.line.count(Method::Head, "") + parent.line.count(Method::Patch, "") > 3);
    });
}

#[test]
fn an_entry_that_names_a_file_nobody_sent_is_refused() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = Person::parent(&home).await;
        let file = domain::FileRef {
            blob: "AAAAAAAAAAAAAAAAAAAAAA".into(),
            ..domain::FileRef::default()
        };
        let document = Document {
            pages: vec![file],
            ..Document::default()
        };
        let said = parent
            .keeper
            .put(Edit::new(Entry::Document(document)))
            .await;
        assert_eq!(said, Err(Trouble::Broken(What::File)));
        assert_eq!(parent.keeper.scene().unsent, 0);
    });
}

#[test]
fn the_quota_is_said_and_the_carnet_still_works() {
    tell(async {
        let limits = api::app::Limits {
            carnet_bytes: 1_000_000,
            ..api::app::Limits::default()
        };
        let home = Home::with(limits).await;
        let (parent, _) = Person::parent(&home).await;
        let picked = vec![PickedFile::from_bytes(
            "video.mp4",
            "video/mp4",
            noise(2_000_000),
        )];
        let said = parent.keeper.add_files(picked, false, quiet()).await;
        assert_eq!(said.err(), Some(Trouble::QuotaReached));
        parent.put(story::person::note("petite")).await;
        let quota = parent.keeper.quota().await.unwrap();
        assert!(quota.used > 0 && quota.allowed == 1_000_000);
    });
}

#[test]
fn a_file_that_was_sent_before_locking_can_be_named_afterwards() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet) = Person::parent(&home).await;
        let picked = vec![PickedFile::from_bytes("a.bin", "", noise(1_000))];
        let added = parent
            .keeper
            .add_files(picked, false, quiet())
            .await
            .unwrap();
        parent.keeper.lock().await.unwrap();
        parent.sign_in().await.unwrap();
        parent.keeper.open_carnet(carnet).await.unwrap();
        let document = Document {
            pages: vec![added[0].file.clone()],
            ..Document::default()
        };
        parent.put(Entry::Document(document)).await;
        assert_eq!(parent.keeper.scene().unsent, 0);
    });
}
