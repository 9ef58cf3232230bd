//! The end of an account: erased with every carnet in order, or replaced by new keys because somebody else knows the old ones.

use domain::Entry;
use store::wire::{Method, Request, Response};
use store::{CarnetId, Edit, Fate, MailLanguage, Proposal, Role, SectionId, Trouble};
use story::line::Weather;
use story::person::{PASSPHRASE, allergy, identity, note, unique};
use story::{Home, Person, tell};

use super::guardians::{all_but_keys, alone, enter, parents, settle};

#[test]
fn an_account_is_erased_when_every_carnet_is_in_order() {
    tell(async {
        for database in Home::databases() {
            let home = Home::on(database, api::app::Limits::default()).await;
            let (mother, father, shared) = parents(&home).await;
            let own = mother
                .keeper
                .create_carnet(identity("Moi"), "Moi".into())
                .await
                .unwrap();
            let third = mother
                .keeper
                .create_carnet(identity("Mia"), "Maman".into())
                .await
                .unwrap();
            let cousin = enter(&home, &mother, "Ana", Role::Relative, Vec::new()).await;
            let fates = mother.keeper.fates().await.unwrap();
            let fate = |id: CarnetId| {
                fates
                    .iter()
                    .find(|(carnet, _)| *carnet == id)
                    .map(|(_, fate)| *fate)
            };
            assert_eq!(fate(shared), Some(Fate::Left));
            assert_eq!(fate(own), Some(Fate::Erased));
            assert_eq!(fate(third), Some(Fate::Blocked));
            assert_eq!(
                mother.keeper.erase_account().await,
                Err(Trouble::NeedsApproval)
            );
            assert_eq!(
                mother.keeper.scene().carnets.len(),
                3,
                "nothing was touched"
            );
            mother.keeper.open_carnet(third).await.unwrap();
            mother.keeper.propose(Proposal::EraseCarnet).await.unwrap();

            // The line breaks in the middle: what was done is done, and asked again it goes on.
            mother.line.set(Weather::Down);
            assert_eq!(mother.keeper.erase_account().await, Err(Trouble::Offline));
            mother.line.set(Weather::Fair);
            mother.keeper.erase_account().await.unwrap();
            assert!(mother.keeper.scene().carnets.is_empty());
            assert!(mother.sign_in().await.is_err());
            settle(&[&father]).await;
            assert_eq!(father.view().members.len(), 1);
            father.put(allergy("Soja")).await;
            assert_eq!(father.view().notices, []);
            drop(cousin);
        }
    });
}

#[test]
fn new_keys_take_the_place_of_known_ones_in_every_carnet() {
    tell(async {
        for database in Home::databases() {
            let home = Home::on(database, api::app::Limits::default()).await;
            let (mother, father, shared) = parents(&home).await;
            let teen = enter(&home, &mother, "Léo", Role::Person, all_but_keys()).await;
            let own = mother
                .keeper
                .create_carnet(identity("Moi"), "Moi".into())
                .await
                .unwrap();
            mother.keeper.rotate(SectionId::HEALTH, true).await.unwrap();
            let private = mother.keeper.add_compartment("Coin".into()).await.unwrap();
            mother
                .keeper
                .put_private(private, vec![Edit::new(note("à moi"))])
                .await
                .unwrap();
            // Somebody who knows how to get in, on a device of their own.
            let thief = Person {
                name: mother.name.clone(),
                ..Person::new(&home, "Voleur")
            };
            thief.sign_in().await.unwrap();
            thief.keeper.open_carnet(shared).await.unwrap();
            let old = thief.view().me;

            let taken = mother
                .keeper
                .replace_with_name(mother.name.clone(), PASSPHRASE.into())
                .await;
            assert_eq!(taken, Err(Trouble::NameTaken));
            assert_eq!(
                mother.keeper.scene().carnets.len(),
                2,
                "still in the old one"
            );
            let name = unique("Claire nouvelle");
            let sheet = mother
                .keeper
                .replace_with_name(name.clone(), PASSPHRASE.into())
                .await
                .unwrap();
            mother
                .keeper
                .confirm_sheet_whole(sheet.qr.clone())
                .await
                .unwrap();
            assert!(mother.keeper.scene().account.clone().unwrap().replacing);

            // Interrupted at once, and taken up on another device with nothing but the new way in.
            mother.line.set(Weather::Down);
            assert!(
                mother
                    .keeper
                    .replace_on(MailLanguage::French)
                    .await
                    .is_err()
            );
            let phone = Person {
                name,
                ..Person::new(&home, "Claire")
            };
            phone.sign_in().await.unwrap();
            assert!(phone.keeper.scene().account.clone().unwrap().replacing);
            // The line breaks after each request in turn, until it held long enough.
            let mut tries = 0;
            loop {
                phone.line.break_after(3 + 4 * tries);
                let done = phone.keeper.replace_on(MailLanguage::French).await;
                phone.line.set(Weather::Fair);
                match done {
                    Ok(left) => {
                        assert_eq!(left, []);
                        break;
                    }
                    Err(Trouble::Offline) => {}
                    Err(trouble) => panic!("{trouble:?}"),
                }
                tries += 1;
                assert!(tries < 40, "never done");
            }
            assert!(!phone.keeper.scene().account.clone().unwrap().replacing);
            for carnet in [shared, own] {
                phone.keeper.open_carnet(carnet).await.unwrap();
                let view = phone.view();
                assert!(view.is_guardian() && view.member(old).is_none(), "{carnet}");
                assert_eq!(view.notices, []);
            }
            assert_eq!(
                phone.view().compartments[0].entries.len(),
                1,
                "the compartment came along"
            );
            phone.keeper.open_carnet(shared).await.unwrap();
            phone.put(allergy("Arachide")).await;
            settle(&[&father, &teen]).await;
            assert_eq!(father.allergies(), ["Arachide", "Pénicilline"]);
            assert_eq!(teen.allergies(), ["Arachide", "Pénicilline"]);
            assert!(father.view().names.values().any(|name| name == "Maman"));

            let _refused = thief.keeper.sync().await;
            assert_eq!(thief.allergies(), ["Pénicilline"]);
            let again = Person {
                name: thief.name.clone(),
                ..Person::new(&home, "Voleur")
            };
            assert_eq!(again.sign_in().await, Err(Trouble::NotAccepted));
        }
    });
}

/// "There is nothing of that name."
fn unknown(response: Response) -> Response {
    Response {
        status: 404,
        body: Vec::new(),
        ..response
    }
}

#[test]
fn that_keys_were_replaced_is_read_from_each_carnets_own_log() {
    tell(async {
        let home = Home::start().await;
        let (mother, father, shared) = parents(&home).await;
        let own = mother
            .keeper
            .create_carnet(identity("Moi"), "Moi".into())
            .await
            .unwrap();
        let old = mother.view().me;
        mother
            .keeper
            .replace_with_name(unique("autre"), PASSPHRASE.into())
            .await
            .unwrap();
        let pending = || mother.keeper.scene().account.clone().unwrap().replacing;
        let mut both = vec![shared, own];
        both.sort_unstable();

        // A server on the thief's side does not know the old account any more.
        let elder = old.to_string();
        mother.line.hostile(move |request: &Request, response| {
            let body = request.body.as_deref().unwrap_or_default();
            let signs_in = request.method == Method::Post && request.path.ends_with("/sessions");
            let named = body
                .windows(elder.len())
                .any(|part| part == elder.as_bytes());
            if signs_in && named {
                unknown(response)
            } else {
                response
            }
        });
        let left = mother.keeper.replace_on(MailLanguage::French).await;
        assert_eq!(left, Ok(both));
        assert!(pending(), "the old keys are still needed");

        // It knows nothing of one of the carnets.
        let kept_back = format!("/{shared}/log");
        mother.line.hostile(move |request: &Request, response| {
            if request.path.contains(&kept_back) {
                unknown(response)
            } else {
                response
            }
        });
        let left = mother.keeper.replace_on(MailLanguage::French).await;
        assert_eq!(left, Ok(vec![shared]));
        assert!(pending());

        mother.line.set(Weather::Fair);
        let left = mother.keeper.replace_on(MailLanguage::French).await;
        assert_eq!(left, Ok(Vec::new()));
        assert!(!pending());
        settle(&[&father]).await;
        assert!(father.view().member(old).is_none());
    });
}

#[test]
fn a_carnet_that_one_was_taken_out_of_is_put_away_before_old_keys_are_given_up() {
    tell(async {
        let home = Home::start().await;
        let (father, others) = alone(&home).await;
        let mother = enter(&home, &father, "Zoé", Role::Relative, Vec::new()).await;
        let old = mother.view().me;
        mother
            .keeper
            .replace_with_name(unique("autre"), PASSPHRASE.into())
            .await
            .unwrap();
        father.keeper.revoke(old).await.unwrap();
        // Only the server can say so: the person decides.
        let left = mother.keeper.replace_on(MailLanguage::French).await;
        assert_eq!(left, Ok(vec![others]));
        mother.keeper.put_away(others).await.unwrap();
        let left = mother.keeper.replace_on(MailLanguage::French).await;
        assert_eq!(left, Ok(Vec::new()));
        let account = mother.keeper.scene().account.clone().unwrap();
        assert!(!account.replacing);
        assert!(mother.keeper.scene().carnets.is_empty());
    });
}

#[test]
fn what_waits_to_be_sent_is_sent_before_keys_are_replaced() {
    tell(async {
        let home = Home::start().await;
        let (mother, _) = alone(&home).await;
        mother.line.set(Weather::Down);
        mother.put(note("pas encore partie")).await;
        assert!(
            mother
                .keeper
                .replace_with_name(unique("autre"), PASSPHRASE.into())
                .await
                .is_err()
        );
        mother.line.set(Weather::Fair);
        mother
            .keeper
            .replace_with_name(unique("autre"), PASSPHRASE.into())
            .await
            .unwrap();
        assert_eq!(
            mother.keeper.replace_on(MailLanguage::French).await,
            Ok(Vec::new())
        );
        let carnet = mother.keeper.scene().carnets[0].id;
        mother.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(mother.notes(), ["pas encore partie"]);
        let author = mother.view().entries.values().find_map(|entry| {
            let version = entry.current()?;
            matches!(version.plain()?.entry, Entry::Note(_)).then_some(version.author)
        });
        assert_ne!(
            author,
            Some(mother.view().me),
            "who wrote it before stays its author"
        );
    });
}

#[test]
fn an_account_is_not_erased_on_the_servers_word_that_it_is_in_no_carnet() {
    tell(async {
        let home = Home::start().await;
        let (mother, father, shared) = parents(&home).await;
        father.keeper.close_carnet().await.unwrap();
        let kept_back = format!("/{shared}/log");
        father.line.hostile(move |request: &Request, response| {
            if request.path.contains(&kept_back) {
                unknown(response)
            } else {
                response
            }
        });
        let fates = father.keeper.fates().await.unwrap();
        assert_eq!(fates, [(shared, Fate::Untold)]);
        let erased = father.keeper.erase_account().await;
        assert!(matches!(erased, Err(Trouble::Withheld(_))), "{erased:?}");
        father.line.set(Weather::Fair);
        father.keeper.erase_account().await.unwrap();
        settle(&[&mother]).await;
        assert_eq!(mother.view().members.len(), 1);
    });
}
