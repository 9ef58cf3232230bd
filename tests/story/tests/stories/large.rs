//! A carnet with many entries: opened from the device's image, and on a new device from the account's own snapshot.

use std::time::Instant;

use protocol::carnet::Snapshot;
use store::wire::Method;
use store::{Edit, Trouble};
use story::person::{allergy, note};
use story::{Home, Person, tell};

const MANY: usize = 2_500;

#[test]
fn many_entries_are_opened_from_the_image_and_from_the_snapshot() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet) = Person::parent(&home).await;
        let edits = (0..MANY)
            .map(|number| Edit::new(allergy(&format!("agent {number:05}"))))
            .collect();
        parent.keeper.put_many(edits).await.unwrap();
        assert_eq!(parent.keeper.scene().unsent, 0);
        parent.put(note("après l'image")).await;
        let expected = parent.allergies();
        assert_eq!(expected.len(), MANY);

        let begin = Instant::now();
        let reloaded = parent.reload(&home);
        reloaded.sign_in().await.unwrap();
        let signed_in = begin.elapsed();
        let begin = Instant::now();
        reloaded.keeper.open_carnet(carnet).await.unwrap();
        let from_shelf = begin.elapsed();
        assert_eq!(reloaded.allergies(), expected);
        assert_eq!(reloaded.notes(), ["après l'image"]);
        assert_eq!(
            reloaded.line.count(Method::Post, "/payloads"),
            0,
            "nothing is fetched twice"
        );

        let fresh = parent.elsewhere(&home);
        let begin = Instant::now();
        fresh.sign_in().await.unwrap();
        fresh.keeper.open_carnet(carnet).await.unwrap();
        let first_time = begin.elapsed();
        assert_eq!(fresh.allergies(), expected);
        assert_eq!(fresh.view().notices, []);
        assert_eq!(fresh.line.count(Method::Get, "/snapshot"), 1);

        // A snapshot that the server altered is passed over; the log itself is still there.
        let wary = parent.elsewhere(&home);
        wary.line.hostile(|request, mut response| {
            if request.path.ends_with("/snapshot")
                && let Ok(mut snapshot) = protocol::cbor::decode::<Snapshot>(&response.body)
            {
                snapshot.sealed.0[50] ^= 1;
                response.body = protocol::cbor::encode(&snapshot);
            }
            response
        });
        wary.sign_in().await.unwrap();
        wary.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(wary.allergies(), expected);
        assert_eq!(wary.view().notices, []);
        assert_ne!(wary.keeper.sync().await, Err(Trouble::Offline));
        report(&format!(
            "{MANY} entries, this build: sign in {signed_in:?}, open from shelf {from_shelf:?}, sign in and open on a new device {first_time:?}"
        ));
    });
}

/// For whoever runs the story with its output shown.
#[allow(clippy::print_stderr, reason = "a measurement is for people to read")]
fn report(line: &str) {
    eprintln!("{line}");
}
