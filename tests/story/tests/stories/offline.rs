//! Without network: read what was seen, write anything, counted; sent once when the network is back.

use store::wire::Method;
use store::{Door, Edit, Network, Trouble};
use story::line::Weather;
use story::person::{PASSPHRASE, allergy, note};
use story::{Home, Person, tell};

#[test]
fn the_page_is_reloaded_without_network_unlocked_read_and_written_then_sent_once() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet) = Person::parent(&home).await;
        parent.put(allergy("Arachide")).await;

        let later = parent.reload(&home);
        later.line.set(Weather::Down);
        let account = loop {
            match &later.keeper.scene().door {
                Door::Closed { known } => break known[0].id,
                _ => tokio::task::yield_now().await,
            }
        };
        later
            .keeper
            .unlock_passphrase(account, PASSPHRASE.into())
            .await
            .unwrap();
        assert_eq!(later.keeper.scene().network, Network::Offline);
        assert_eq!(later.keeper.scene().carnets[0].name, "Léo Martin");
        later.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(later.allergies(), ["Arachide"]);
        let id = later.put(note("écrite dans le train")).await;
        assert_eq!(later.notes(), ["écrite dans le train"]);
        assert_eq!(later.keeper.scene().unsent, 1);
        assert!(later.view().entries[&id].unsent());

        // Written again before it left: still one change.
        later
            .change(id, note("écrite et relue dans le train"))
            .await
            .unwrap();
        assert_eq!(later.keeper.scene().unsent, 1);

        // Reloaded once more, still without network: it is there.
        let again = later.reload(&home);
        again.line.set(Weather::Down);
        again
            .keeper
            .unlock_passphrase(account, PASSPHRASE.into())
            .await
            .unwrap();
        again.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(again.keeper.scene().unsent, 1);
        assert_eq!(again.notes(), ["écrite et relue dans le train"]);

        again.line.set(Weather::Fair);
        again.line.count_anew();
        again.keeper.sync().await.unwrap();
        again.keeper.sync().await.unwrap();
        assert_eq!(again.line.count(Method::Post, "/log"), 1, "sent once");
        assert_eq!(again.keeper.scene().unsent, 0);
        assert_eq!(again.view().entries[&id].versions.len(), 1);
        assert!(!again.view().entries[&id].unsent());
    });
}

#[test]
fn an_answer_that_is_lost_does_not_write_twice() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = Person::parent(&home).await;
        let before = parent.view().seq;
        parent.line.set(Weather::AnswersLost);
        let id = parent.put(allergy("Latex")).await;
        assert_eq!(parent.keeper.scene().unsent, 1);
        parent.line.set(Weather::Fair);
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.keeper.scene().unsent, 0);
        assert_eq!(parent.view().seq, before + 1);
        assert_eq!(parent.keeper.history(id).await.unwrap().len(), 1);
    });
}

#[test]
fn a_change_on_top_of_one_whose_answer_was_lost_replaces_it() {
    tell(async {
        let home = Home::start().await;
        let (parent, _) = Person::parent(&home).await;
        parent.line.set(Weather::AnswersLost);
        let id = parent.put(allergy("Latex")).await;
        parent.line.set(Weather::Down);
        parent.change(id, allergy("Latex naturel")).await.unwrap();
        parent.line.set(Weather::Fair);
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.allergies(), ["Latex naturel"]);
        assert!(!parent.view().entries[&id].conflict());
        assert_eq!(parent.keeper.history(id).await.unwrap().len(), 2);
    });
}

#[test]
fn without_network_nobody_new_comes_in_and_nothing_typed_is_lost() {
    tell(async {
        let home = Home::start().await;
        let stranger = Person::new(&home, "Claire");
        stranger.line.set(Weather::Down);
        let made = stranger
            .keeper
            .create_account_name("x".into(), stranger.name.clone(), PASSPHRASE.into(), false)
            .await;
        assert_eq!(made.err(), Some(Trouble::Offline));
        assert_eq!(stranger.sign_in().await, Err(Trouble::Offline));
        assert!(matches!(stranger.keeper.scene().door, Door::Closed { .. }));
    });
}

#[test]
fn what_was_erased_elsewhere_is_handed_back_not_lost() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet) = Person::parent(&home).await;
        let id = parent.put(note("à effacer")).await;
        let tablet = parent.elsewhere(&home);
        tablet.sign_in().await.unwrap();
        tablet.keeper.open_carnet(carnet).await.unwrap();
        tablet.line.set(Weather::Down);
        tablet
            .change(id, note("corrigée sur la tablette"))
            .await
            .unwrap();
        parent.keeper.erase(id).await.unwrap();
        assert_eq!(parent.notes(), Vec::<String>::new());
        tablet.line.set(Weather::Fair);
        tablet.keeper.sync().await.unwrap();
        assert_eq!(
            tablet.notes(),
            ["corrigée sur la tablette"],
            "what was typed is still shown"
        );
        let why = Trouble::Erased;
        assert!(
            tablet
                .view()
                .notices
                .contains(&store::Notice::Unsendable { entry: id, why })
        );
        tablet.keeper.drop_unsent(id).await.unwrap();
        assert_eq!(tablet.keeper.scene().unsent, 0);
        assert_eq!(tablet.notes(), Vec::<String>::new());
        assert_eq!(
            tablet
                .keeper
                .put(Edit::of(id, &[], story::person::plain(note("x"))))
                .await,
            Err(Trouble::Erased)
        );
    });
}
