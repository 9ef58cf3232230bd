//! The account itself before a hostile server, and before people who put it where it did not ask to be.

use std::cell::RefCell;
use std::rc::Rc;

use protocol::account::Account;
use protocol::carnet::Pulled;
use protocol::cbor::{decode, encode};
use protocol::change::Role;
use protocol::ids::SectionId;
use protocol::paths;
use protocol::time::{DAY, Seconds};
use store::wire::{Method, Request, Response};
use store::{Notice, Trouble, What};
use story::line::Weather;
use story::person::{PASSPHRASE, identity, note};
use story::{Home, Person, tell};

fn on_account(change: impl Fn(&mut Account) + 'static) -> impl Fn(&Request, Response) -> Response {
    move |request, mut response| {
        if request.method == Method::Get
            && request.path == paths::ACCOUNT
            && let Ok(mut account) = serde_json::from_slice::<Account>(&response.body)
        {
            change(&mut account);
            response.body = serde_json::to_vec(&account).unwrap();
        }
        response
    }
}

#[test]
fn a_server_that_lists_other_ways_in_makes_no_device_forget_its_own() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::join(&home, "Claire").await;
        let id = parent.keeper.my_keys().await.unwrap().member_id();
        let made_up = |account: &mut Account| {
            for way in &mut account.ways {
                way.id = protocol::ids::WayId::from_bytes([9; 16]);
            }
            account.ways.truncate(1);
        };
        parent.line.hostile(on_account(made_up));
        // The made-up way has no wrap: asking for it fails, and nothing is forgotten.
        let _refused = parent.keeper.refresh_account().await;
        parent
            .line
            .hostile(on_account(|account| account.ways.clear()));
        parent.keeper.refresh_account().await.unwrap();
        parent.keeper.lock().await.unwrap();
        parent.line.set(Weather::Down);
        let again = parent.reload(&home);
        again.line.set(Weather::Down);
        again
            .keeper
            .unlock_passphrase(id, PASSPHRASE.into())
            .await
            .unwrap();
    });
}

#[test]
fn a_passphrase_that_was_replaced_elsewhere_opens_no_device_once_it_has_heard() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::join(&home, "Claire").await;
        let id = parent.keeper.my_keys().await.unwrap().member_id();
        let tablet = Person {
            name: parent.name.clone(),
            ..Person::new(&home, "Claire")
        };
        tablet.sign_in().await.unwrap();
        let new = "girafe lundi moutarde phare";
        parent
            .keeper
            .set_name(parent.name.clone(), new.into())
            .await
            .unwrap();
        tablet.keeper.refresh_account().await.unwrap();
        tablet.keeper.lock().await.unwrap();
        tablet.line.set(Weather::Down);
        assert_eq!(
            tablet
                .keeper
                .unlock_passphrase(id, PASSPHRASE.into())
                .await
                .err(),
            Some(Trouble::WrongPassphrase)
        );
        tablet
            .keeper
            .unlock_passphrase(id, new.into())
            .await
            .unwrap();
    });
}

#[test]
fn two_lists_of_one_version_are_one_too_many() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::join(&home, "Claire").await;
        let tablet = Person {
            name: parent.name.clone(),
            ..Person::new(&home, "Claire")
        };
        tablet.sign_in().await.unwrap();
        // What the tablet signs as the next version is refused, since the phone was faster; the server keeps it all the same.
        let kept: Rc<RefCell<Option<Vec<u8>>>> = Rc::default();
        let spy = kept.clone();
        tablet.line.hostile(move |request, response| {
            if request.method == Method::Put && request.path == paths::ACCOUNT_LIST {
                spy.borrow_mut()
                    .get_or_insert(request.body.as_deref().unwrap().to_vec());
            }
            response
        });
        parent
            .keeper
            .create_carnet(identity("Léo"), "Maman".into())
            .await
            .unwrap();
        tablet
            .keeper
            .create_carnet(identity("Nina"), "Maman".into())
            .await
            .unwrap();
        tablet.line.set(Weather::Fair);
        let signed = kept.borrow().clone().unwrap();
        let forked = on_account(move |account| {
            account.list = serde_json::from_slice(&signed).unwrap();
        });
        parent.line.hostile(forked);
        assert_eq!(
            parent.keeper.refresh_account().await.err(),
            Some(Trouble::Forged(What::List))
        );
        assert_eq!(parent.keeper.scene().carnets.len(), 1, "nothing is lost");
        parent.line.set(Weather::Fair);
        parent.keeper.refresh_account().await.unwrap();
        assert_eq!(parent.keeper.scene().carnets.len(), 2);
    });
}

#[test]
fn who_was_put_into_a_carnet_is_asked_and_nothing_is_fetched_before_the_answer() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::join(&home, "Claire").await;
        let carnet = parent
            .keeper
            .create_carnet(identity("Léo"), "Maman".into())
            .await
            .unwrap();
        let aunt = Person::join(&home, "Jeanne").await;
        let keys = aunt.keeper.my_keys().await.unwrap();
        let right = store::NewRight {
            section: SectionId::DAILY,
            access: protocol::change::Access::Read,
            until: None,
        };
        parent
            .keeper
            .admit(keys, Role::Relative, "Tata".into(), vec![right])
            .await
            .unwrap();
        aunt.line.count_anew();
        aunt.keeper.refresh_account().await.unwrap();
        aunt.keeper.sync().await.unwrap();
        assert_eq!(aunt.keeper.scene().offered, [carnet]);
        assert!(aunt.keeper.scene().carnets.is_empty());
        assert_eq!(aunt.line.count(Method::Get, "/log"), 0);
        assert_eq!(
            aunt.keeper.open_carnet(carnet).await.err(),
            Some(Trouble::NotFound)
        );
        aunt.keeper.decline_carnet(carnet).await.unwrap();
        assert!(aunt.keeper.scene().offered.is_empty());
        aunt.keeper.refresh_account().await.unwrap();
        assert!(aunt.keeper.scene().offered.is_empty(), "said once for all");
        assert_eq!(aunt.line.count(Method::Get, "/log"), 0);
    });
}

#[test]
fn a_clock_that_is_behind_locks_nobody_out_and_is_said() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::join(&home, "Claire").await;
        let carnet = parent
            .keeper
            .create_carnet(identity("Léo"), "Maman".into())
            .await
            .unwrap();
        parent.put(note("un")).await;
        let device = Person {
            name: parent.name.clone(),
            ..Person::late(&home, "Claire", DAY)
        };
        device.sign_in().await.unwrap();
        device.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(device.notes(), ["un"]);
        assert_eq!(
            device.view().notices,
            [Notice::Trouble(Trouble::WrongClock)]
        );
        device.put(note("deux")).await;
        device.keeper.sync().await.unwrap();
        assert_eq!(device.keeper.scene().unsent, 0);
        // A server that lets in what is ahead of its own clock is not believed.
        parent.put(note("trois")).await;
        device.line.hostile(|request, mut response| {
            if request.path.contains("/log?from=")
                && let Ok(mut pulled) = decode::<Pulled>(&response.body)
            {
                for received in &mut pulled.commits {
                    received.at = Seconds(received.at.0 - DAY);
                }
                response.body = encode(&pulled);
            }
            response
        });
        device.keeper.sync().await.unwrap_err();
        let forged = |notice: &Notice| matches!(notice, Notice::Trouble(Trouble::Forged(_)));
        assert!(device.view().notices.iter().any(forged));
        device.line.set(Weather::Fair);
        device.keeper.sync().await.unwrap();
        assert_eq!(device.notes(), ["deux", "trois", "un"]);
    });
}
