//! A hostile server against what was written: branches, versions, files, accounts. The whole table is in [`super::hostile_keys`].

use std::cell::RefCell;
use std::rc::Rc;

use domain::Entry;
use domain::entry::Document;
use protocol::account::Account;
use protocol::carnet::Fetched;
use protocol::cbor::{decode, encode};
use protocol::change::Sealed;
use store::wire::Method;
use store::{Edit, Notice, PickedFile, Reading, Trouble, What, WhyUnreadable};
use story::line::Weather;
use story::person::{allergy, note};
use story::{Home, Person, tell};

use super::hostile_keys::opened;

#[test]
fn a_forked_log_is_named_as_soon_as_the_branches_meet() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet) = Person::parent(&home).await;
        parent.put(allergy("Pénicilline")).await;
        parent.keeper.lock().await.unwrap();
        // The same server twice from here on: each shows one device its own branch.
        let twin = home.copy().await;
        let phone = parent.elsewhere(&home);
        phone.sign_in().await.unwrap();
        phone.keeper.open_carnet(carnet).await.unwrap();
        phone.put(note("sur le téléphone")).await;
        let tablet = parent.elsewhere(&twin);
        tablet.sign_in().await.unwrap();
        tablet.keeper.open_carnet(carnet).await.unwrap();
        tablet.put(note("sur la tablette")).await;
        assert_eq!(
            (phone.view().seq, tablet.view().notices.len()),
            (tablet.view().seq, 0)
        );

        // The tablet meets the other branch.
        let met = tablet.reload(&home);
        let _said = met.sign_in().await;
        let _said = met.keeper.open_carnet(carnet).await;
        let troubles: Vec<Trouble> = met
            .view()
            .notices
            .iter()
            .filter_map(|notice| match notice {
                Notice::Trouble(trouble) => Some(*trouble),
                _ => None,
            })
            .collect();
        assert!(
            troubles
                .iter()
                .any(|trouble| matches!(trouble, Trouble::Forged(What::History | What::Commit(_)))),
            "{troubles:?}"
        );
        assert_eq!(met.notes(), ["sur la tablette"], "what was here stays");
        assert_eq!(met.allergies(), ["Pénicilline"]);
        let refused = met.keeper.put(Edit::new(note("plus loin"))).await;
        assert!(
            refused.is_ok() && met.keeper.scene().unsent == 1,
            "nothing is added to a branch that is wrong"
        );
    });
}

#[test]
fn an_older_version_is_not_the_newer_one() {
    tell(async {
        let home = Home::start().await;
        let (parent, aunt, _) = opened(&home).await;
        let id = parent.put(allergy("Noix")).await;
        let old: Rc<RefCell<Option<Sealed>>> = Rc::default();
        let keep = old.clone();
        aunt.line.hostile(move |request, response| {
            if request.path.ends_with("/payloads")
                && let Ok(fetched) = decode::<Fetched>(&response.body)
            {
                keep.replace(fetched.payloads[0].clone());
            }
            response
        });
        aunt.keeper.sync().await.unwrap();
        parent.change(id, allergy("Noix de cajou")).await.unwrap();
        let old = old.borrow().clone().unwrap();
        aunt.line.hostile(move |request, mut response| {
            if request.path.ends_with("/payloads")
                && let Ok(mut fetched) = decode::<Fetched>(&response.body)
            {
                fetched.payloads[0] = Some(old.clone());
                response.body = encode(&fetched);
            }
            response
        });
        aunt.keeper.sync().await.unwrap();
        let shown = aunt.view().entries[&id].versions[0].reading.clone();
        assert_eq!(shown, Reading::Unreadable(WhyUnreadable::Withheld));
        assert!(
            aunt.view()
                .notices
                .contains(&Notice::Withheld(What::Entry(id)))
        );
        aunt.line.set(Weather::Fair);
        aunt.keeper.sync().await.unwrap();
        assert_eq!(aunt.allergies(), ["Noix de cajou", "Pénicilline"]);
    });
}

#[test]
fn a_truncated_shifted_or_repeated_range_is_refused() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = Person::parent(&home).await;
        // More than one range.
        let mut bytes = vec![0; 9_000_000];
        getrandom::fill(&mut bytes).unwrap();
        let picked = vec![PickedFile::from_bytes("a.bin", "", bytes.clone())];
        let added = parent
            .keeper
            .add_files(picked, false, Rc::new(|_| ()))
            .await
            .unwrap();
        let file = added[0].file.clone();
        parent
            .put(Entry::Document(Document {
                pages: vec![file.clone()],
                ..Document::default()
            }))
            .await;
        type Harm = fn(&str, &mut Vec<u8>);
        let harms: [Harm; 5] = [
            |_, body| body.truncate(1_000_000),
            |range, body| {
                // One byte on from the second range.
                if !range.starts_with("bytes=0-") {
                    body.rotate_left(1);
                }
            },
            |range, body| {
                // A whole chunk on.
                if !range.starts_with("bytes=0-") {
                    body.rotate_left(65_552);
                }
            },
            |range, body| {
                // The last range says nothing.
                if range.starts_with("bytes=8") {
                    body.fill(0);
                }
            },
            |_, body| body.push(0),
        ];
        for harm in harms {
            parent.line.hostile(move |request, mut response| {
                let range = request.headers.iter().find(|(name, _)| *name == "range");
                if let Some((_, range)) = range.filter(|_| request.path.contains("/files/")) {
                    harm(range, &mut response.body);
                }
                response
            });
            let read = parent.keeper.read_file(file.clone(), Rc::new(|_| ())).await;
            assert_eq!(read.err(), Some(Trouble::Broken(What::File)));
        }
        // The first range again in the place of every other.
        let first: Rc<RefCell<Option<Vec<u8>>>> = Rc::default();
        parent.line.hostile(move |request, mut response| {
            if request.path.contains("/files/") {
                let mut first = first.borrow_mut();
                let mut body = first.get_or_insert_with(|| response.body.clone()).clone();
                body.resize(response.body.len(), 0);
                response.body = body;
            }
            response
        });
        let read = parent.keeper.read_file(file.clone(), Rc::new(|_| ())).await;
        assert_eq!(read.err(), Some(Trouble::Broken(What::File)));
        parent.line.set(Weather::Fair);
        let read = parent
            .keeper
            .read_file(file, Rc::new(|_| ()))
            .await
            .unwrap();
        assert!(read == bytes);
    });
}

#[test]
fn another_accounts_answers_are_not_taken_for_ones_own() {
    tell(async {
        let home = Home::start().await;
        let (parent, aunt, _) = opened(&home).await;
        let theirs: Rc<RefCell<Vec<u8>>> = Rc::default();
        let keep = theirs.clone();
        aunt.line.hostile(move |request, response| {
            if request.path.ends_with("/api/account") && request.method == Method::Get {
                keep.replace(response.body.clone());
            }
            response
        });
        aunt.keeper.refresh_account().await.unwrap();
        let strange = theirs.borrow().clone();
        assert!(serde_json::from_slice::<Account>(&strange).is_ok());
        parent.line.hostile(move |request, mut response| {
            if request.path.ends_with("/api/account") && request.method == Method::Get {
                response.body = strange.clone();
            }
            response
        });
        assert!(parent.keeper.refresh_account().await.is_err());
        assert_eq!(parent.keeper.scene().carnets.len(), 1);
        assert_eq!(
            parent.keeper.scene().account.clone().unwrap().id,
            parent.view().me
        );
    });
}
