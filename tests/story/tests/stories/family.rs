//! A family opens its carnet, and finds everything again on another device.

use api::app::Limits;
use store::{Door, Trouble};
use story::person::{PASSPHRASE, allergy, identity, note};
use story::{Home, Person, tell};

#[test]
fn account_carnet_allergy_and_back_on_another_device_with_the_code() {
    tell(async {
        for database in Home::databases() {
            let home = Home::on(database, Limits::default()).await;
            let parent = Person::new(&home, "Claire");
            let sheet = parent.create().await;
            let carnet = parent
                .keeper
                .create_carnet(identity("Léo"), "Maman".into())
                .await
                .unwrap();
            parent.put(allergy("Pénicilline")).await;
            assert_eq!(parent.allergies(), ["Pénicilline"]);
            assert_eq!(parent.keeper.scene().unsent, 0);
            parent.keeper.lock().await.unwrap();
            assert!(
                parent.keeper.scene().open.is_none() && parent.keeper.scene().carnets.is_empty()
            );

            let device = Person::new(&home, "Claire");
            device
                .keeper
                .recover(sheet.groups.join(" ").to_lowercase(), false)
                .await
                .unwrap();
            let covers = device.keeper.scene().carnets.clone();
            assert_eq!(covers.len(), 1);
            assert_eq!(covers[0].name, "Léo Martin");
            device.keeper.open_carnet(carnet).await.unwrap();
            assert_eq!(device.allergies(), ["Pénicilline"]);
            assert_eq!(device.view().notices, []);
            assert_eq!(device.view().members[0].label, "Maman");
            assert!(
                device
                    .keeper
                    .scene()
                    .account
                    .clone()
                    .unwrap()
                    .sheet_confirmed
            );

            // The sheet's QR code names the account as well.
            let scanned = Person::new(&home, "Claire");
            scanned
                .keeper
                .recover(sheet.qr.clone(), true)
                .await
                .unwrap();
            assert!(matches!(
                scanned.keeper.scene().door,
                Door::Open { borrowed: true }
            ));
            assert!(
                scanned.shelf.records().is_empty(),
                "a borrowed computer keeps nothing"
            );
        }
    });
}

#[test]
fn a_wrong_passphrase_a_wrong_code_and_a_taken_name_are_refused() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::join(&home, "Claire").await;
        let other = Person::new(&home, "Claire");
        let keeper = &other.keeper;
        let wrong = keeper
            .sign_in_name(
                parent.name.clone(),
                "une tout autre phrase ici".into(),
                false,
            )
            .await;
        assert_eq!(wrong, Err(Trouble::NotAccepted));
        let typed = keeper
            .recover("AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA".into(), false)
            .await;
        assert!(matches!(typed, Err(Trouble::WrongCode(_))));
        let taken = keeper
            .create_account_name("x".into(), parent.name.clone(), PASSPHRASE.into(), false)
            .await;
        assert_eq!(taken.err(), Some(Trouble::NameTaken));
        let weak = keeper
            .create_account_name("x".into(), "autre nom".into(), "azerty".into(), false)
            .await;
        assert!(matches!(weak, Err(Trouble::WeakPassphrase { .. })));
        parent.keeper.sign_out().await.unwrap();
        parent.sign_in().await.unwrap();
        assert!(matches!(
            parent.keeper.scene().door,
            Door::Open { borrowed: false }
        ));
    });
}

#[test]
fn ways_in_are_added_and_removed_but_never_the_last_ones() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::new(&home, "Claire");
        let first = parent.create().await;
        parent
            .keeper
            .create_carnet(identity("Léo"), "Maman".into())
            .await
            .unwrap();
        let second = parent.keeper.make_new_code().await.unwrap();
        assert_ne!(first.groups, second.groups);
        assert!(
            !parent
                .keeper
                .scene()
                .account
                .clone()
                .unwrap()
                .sheet_confirmed,
            "a new sheet is to be confirmed again"
        );
        parent
            .keeper
            .confirm_sheet_whole(second.qr.clone())
            .await
            .unwrap();
        let account = parent.keeper.scene().account.clone().unwrap();
        assert_eq!(account.ways.len(), 2);
        for way in &account.ways {
            assert_eq!(
                parent.keeper.remove_way(way.id).await,
                Err(Trouble::LastWay)
            );
        }
        let old = Person::new(&home, "Claire");
        let refused = old.keeper.recover(first.groups.join("-"), false).await;
        assert_eq!(
            refused,
            Err(Trouble::NotAccepted),
            "the code before opens nothing any more"
        );
        old.keeper
            .recover(second.groups.join("-"), false)
            .await
            .unwrap();
    });
}

#[test]
fn a_session_that_ran_out_is_renewed_by_itself() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = Person::parent(&home).await;
        parent.line.lose_session();
        parent.put(note("écrit sans cookie")).await;
        assert_eq!(parent.keeper.scene().unsent, 0);
        assert_eq!(parent.notes(), ["écrit sans cookie"]);
    });
}

#[test]
fn what_was_typed_is_back_after_locking() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::join(&home, "Claire").await;
        parent
            .keeper
            .save_draft("allergy/new".into(), "arach".into())
            .await
            .unwrap();
        parent.keeper.lock().await.unwrap();
        assert_eq!(
            parent.keeper.draft("allergy/new".into()).await,
            Err(Trouble::Locked)
        );
        let account = match &parent.keeper.scene().door {
            Door::Closed { known } => known[0].id,
            door => panic!("{door:?}"),
        };
        let wrong = parent
            .keeper
            .unlock_passphrase(account, "une tout autre phrase ici".into())
            .await;
        assert_eq!(wrong, Err(Trouble::WrongPassphrase));
        parent
            .keeper
            .unlock_passphrase(account, PASSPHRASE.into())
            .await
            .unwrap();
        assert_eq!(
            parent
                .keeper
                .draft("allergy/new".into())
                .await
                .unwrap()
                .as_deref(),
            Some("arach")
        );
        parent
            .keeper
            .drop_draft("allergy/new".into())
            .await
            .unwrap();
        assert_eq!(
            parent.keeper.draft("allergy/new".into()).await.unwrap(),
            None
        );
    });
}
