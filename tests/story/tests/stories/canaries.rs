//! Secrets are planted everywhere; then all traffic, the database, the blob folder and the device's shelf are searched.

use std::rc::Rc;

use domain::Entry;
use domain::entry::Document;
use store::{CardSettings, PickedFile};
use story::person::{PASSPHRASE, allergy, identity, note};
use story::{Home, Person, Stranger, tell};

fn find(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}

#[test]
fn no_planted_secret_is_in_traffic_database_blobs_or_shelf() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::new(&home, "Claire");
        let sheet = parent.create().await;
        parent
            .keeper
            .create_carnet(identity("Canarille"), "Maman-canari".into())
            .await
            .unwrap();
        parent.put(allergy("allergie-canari")).await;
        parent.put(note("note-canari")).await;
        parent
            .keeper
            .save_draft("cle-canari".into(), "brouillon-canari".into())
            .await
            .unwrap();
        let bytes = b"contenu-canari ".repeat(20_000);
        let picked = vec![PickedFile::from_bytes(
            "nom-canari.txt",
            "text/x-canari",
            bytes,
        )];
        let added = parent
            .keeper
            .add_files(picked, false, Rc::new(|_| ()))
            .await
            .unwrap();
        let secret = added[0].file.identity.expose().to_owned();
        let document = Document {
            title: "titre-canari".into(),
            pages: vec![added[0].file.clone()],
            ..Document::default()
        };
        parent.put(Entry::Document(document)).await;
        let settings = CardSettings {
            typed_code: true,
            ..CardSettings::default()
        };
        parent.keeper.urgent_open(settings).await.unwrap();
        let card = parent.view().urgent.card.clone().unwrap();
        let printed = card.secrets.unwrap();
        let link = story::stranger::read(&printed.address);
        let shown = Stranger::new(&home).scan(&printed.address).await.unwrap();
        let deposit = shown.deposit();
        let fragment = deposit.split_once('#').unwrap().1.to_owned();
        let physician = Person::new(&home, "Bernard");
        let door = physician.keeper.depositor(fragment.clone()).await.unwrap();
        door.send(
            "Docteur Canari",
            "depot-canari",
            Vec::new(),
            Rc::new(|_| ()),
        )
        .await
        .unwrap();
        parent.keeper.urgent_look().await.unwrap();
        assert_eq!(parent.view().inbox[0].note, "depot-canari");
        let shelf = parent.shelf.records();
        parent.keeper.lock().await.unwrap();
        parent.sign_in().await.unwrap();
        let other = Person::new(&home, "Claire");
        other
            .keeper
            .recover(sheet.groups.join("-"), false)
            .await
            .unwrap();

        let mut needles: Vec<Vec<u8>> = [
            "Canarille",
            "Maman-canari",
            "allergie-canari",
            "note-canari",
            "brouillon-canari",
            "cle-canari",
            "contenu-canari",
            "nom-canari",
            "text/x-canari",
            "titre-canari",
            "Docteur Canari",
            "depot-canari",
            "AGE-SECRET-KEY",
            PASSPHRASE,
        ]
        .iter()
        .map(|text| text.as_bytes().to_vec())
        .collect();
        needles.push(secret.into_bytes());
        let code = printed.typed_code.clone().unwrap();
        needles.push(code.replace('-', "").into_bytes());
        needles.push(code.into_bytes());
        needles.push(link["key"].as_str().unwrap().as_bytes().to_vec());
        let (fragment, _) = fragment.split_once('.').unwrap();
        needles.push(fragment.as_bytes().to_vec());
        needles.push(sheet.groups.join("-").into_bytes());
        needles.push(sheet.groups.concat().into_bytes());
        needles.extend(sheet.groups.iter().map(|group| group.clone().into_bytes()));
        // The sign-in name goes to the server as a hash only.
        needles.push(parent.name.clone().into_bytes());

        let traffic = [&parent, &other, &physician].map(|person| person.line.traffic());
        let traffic = traffic.concat();
        assert!(traffic.len() > 300_000, "the traffic was kept");
        let stored = home.stored();
        assert!(
            stored.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > 300_000,
            "the server has it"
        );
        for needle in &needles {
            let text = String::from_utf8_lossy(needle);
            assert!(!find(&traffic, needle), "{text} was sent");
            for (path, bytes) in &stored {
                assert!(!find(bytes, needle), "{text} lies in {}", path.display());
            }
            for (name, bytes) in &shelf {
                assert!(
                    !find(bytes, needle) && !find(name.as_bytes(), needle),
                    "{text} lies on the shelf as {name}"
                );
            }
        }
    });
}
