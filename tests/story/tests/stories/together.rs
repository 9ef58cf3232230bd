//! Several people, several devices, one carnet.

use domain::Entry;
use domain::entry::{Allergy, Problem};
use futures::future::join_all;
use store::wire::Method;
use store::{Access, CarnetId, NewRight, Reading, Role, SectionId, Trouble, WhyUnreadable};
use story::line::Weather;
use story::person::{allergy, note};
use story::{Home, Person, tell};

const DAY: u64 = 24 * 60 * 60;

fn right(section: SectionId, access: Access, until: Option<store::Seconds>) -> NewRight {
    NewRight {
        section,
        access,
        until,
    }
}

/// A parent with a carnet, and a professional admitted to health and team until a month from now.
async fn two(home: &Home) -> (Person, Person, CarnetId) {
    let (parent, carnet) = Person::parent(home).await;
    parent.put(allergy("Pénicilline")).await;
    parent.put(note("entre nous")).await;
    let physio = Person::join(home, "Karim").await;
    let keys = physio.keeper.my_keys().await.unwrap();
    let until = Some(home.time.now().plus(30 * DAY));
    let rights = vec![
        right(SectionId::HEALTH, Access::Write, until),
        right(SectionId::TEAM, Access::Read, until),
    ];
    parent
        .keeper
        .admit(keys, Role::Professional, "Karim, kiné".into(), rights)
        .await
        .unwrap();
    physio.keeper.refresh_account().await.unwrap();
    assert!(
        physio.keeper.scene().carnets.is_empty(),
        "nothing enters a list by itself"
    );
    assert_eq!(physio.keeper.scene().offered, [carnet]);
    assert_eq!(
        physio.keeper.open_carnet(carnet).await,
        Err(Trouble::NotFound)
    );
    physio.keeper.accept_carnet(carnet).await.unwrap();
    physio.keeper.open_carnet(carnet).await.unwrap();
    (parent, physio, carnet)
}

#[test]
fn a_professional_reads_and_writes_what_was_granted_and_nothing_else() {
    tell(async {
        for database in Home::databases() {
            let home = Home::on(database, api::app::Limits::default()).await;
            let (parent, physio, _) = two(&home).await;
            assert_eq!(physio.allergies(), ["Pénicilline"]);
            assert_eq!(physio.notes(), Vec::<String>::new());
            assert_eq!(physio.view().notices, []);
            assert_eq!(physio.view().role, Some(Role::Professional));
            let refused = physio.keeper.put(store::Edit::new(note("coucou"))).await;
            assert_eq!(refused, Err(Trouble::NotAllowed));
            assert_eq!(physio.keeper.scene().unsent, 0);
            physio.put(allergy("Latex")).await;
            parent.keeper.sync().await.unwrap();
            assert_eq!(parent.allergies(), ["Latex", "Pénicilline"]);
            let names = &parent.view().names;
            assert!(names.values().any(|name| name == "Karim, kiné"));
        }
    });
}

#[test]
fn the_revoked_one_reads_nothing_new_and_keeps_what_was_seen() {
    tell(async {
        let home = Home::start().await;
        let (parent, physio, carnet) = two(&home).await;
        let id = physio.view().me;
        parent.keeper.revoke(id).await.unwrap();
        parent.put(allergy("Arachide")).await;
        assert_eq!(parent.allergies(), ["Arachide", "Pénicilline"]);
        let epochs = parent.view();
        assert_eq!(epochs.notices, []);
        assert_eq!(physio.keeper.sync().await, Err(Trouble::NotAllowed));
        assert_eq!(
            physio.allergies(),
            ["Pénicilline"],
            "what was read cannot be unread"
        );
        let fresh = physio.elsewhere(&home);
        fresh.sign_in().await.ok();
        let opened = fresh.keeper.open_carnet(carnet).await;
        assert_eq!(
            opened,
            Err(Trouble::NotAllowed),
            "a device without memory sees nothing at all"
        );
    });
}

#[test]
fn a_right_that_ended_is_taken_back_by_the_guardians_device() {
    tell(async {
        let home = Home::start().await;
        let (parent, physio, _) = two(&home).await;
        home.time.jump(31 * DAY);
        let before = parent.view().seq;
        parent.keeper.sync().await.unwrap();
        assert_eq!(
            parent.view().seq,
            before + 1,
            "one commit takes the rights back and changes the keys"
        );
        let member = parent.view().member(physio.view().me).unwrap().clone();
        assert_eq!(member.rights, []);
        parent.put(allergy("Soja")).await;
        physio.keeper.sync().await.unwrap();
        assert_eq!(
            physio.allergies(),
            Vec::<String>::new(),
            "a right that ended shows nothing"
        );
    });
}

#[test]
fn a_rotation_keeps_the_past_readable_for_readers_and_a_cut_hides_it_from_newcomers() {
    tell(async {
        let home = Home::start().await;
        let (parent, physio, carnet) = two(&home).await;
        let id = parent.put(allergy("Noix")).await;
        parent.change(id, allergy("Noix de cajou")).await.unwrap();
        parent
            .keeper
            .rotate(SectionId::HEALTH, false)
            .await
            .unwrap();
        parent.put(allergy("Kiwi")).await;
        physio.keeper.sync().await.unwrap();
        assert_eq!(physio.allergies(), ["Kiwi", "Noix de cajou", "Pénicilline"]);
        let history = physio.keeper.history(id).await.unwrap();
        assert!(
            history.iter().all(|version| version.plain().is_some()),
            "back links lead to the past"
        );

        parent.keeper.rotate(SectionId::HEALTH, true).await.unwrap();
        assert_eq!(parent.allergies(), ["Kiwi", "Noix de cajou", "Pénicilline"]);
        let newcomer = Person::join(&home, "Nadia").await;
        let keys = newcomer.keeper.my_keys().await.unwrap();
        let rights = vec![right(SectionId::HEALTH, Access::Read, None)];
        parent
            .keeper
            .admit(keys, Role::Relative, "Nadia, tante".into(), rights)
            .await
            .unwrap();
        newcomer.keeper.refresh_account().await.unwrap();
        newcomer.keeper.accept_carnet(carnet).await.unwrap();
        newcomer.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(
            newcomer.allergies(),
            ["Kiwi", "Noix de cajou", "Pénicilline"]
        );
        let history = newcomer.keeper.history(id).await.unwrap();
        assert_eq!(history.len(), 3);
        assert!(history[0].plain().is_some());
        for older in &history[1..] {
            assert_eq!(
                older.reading,
                Reading::Unreadable(WhyUnreadable::NoKey),
                "the past is cut off"
            );
        }
        physio.keeper.sync().await.unwrap();
        assert_eq!(physio.allergies(), ["Kiwi", "Noix de cajou", "Pénicilline"]);
    });
}

#[test]
fn ungranting_one_section_leaves_the_others() {
    tell(async {
        let home = Home::start().await;
        let (parent, physio, _) = two(&home).await;
        let member = physio.view().me;
        let until = Some(home.time.now().plus(30 * DAY));
        parent
            .keeper
            .grant(
                member,
                vec![right(SectionId::NOTEBOOK, Access::Write, until)],
            )
            .await
            .unwrap();
        physio.keeper.sync().await.unwrap();
        assert_eq!(physio.notes(), ["entre nous"]);
        parent
            .keeper
            .ungrant(member, SectionId::HEALTH)
            .await
            .unwrap();
        physio.keeper.sync().await.unwrap();
        assert_eq!((physio.notes().len(), physio.allergies().len()), (1, 0));
        physio.keeper.leave().await.unwrap();
        assert!(
            physio.keeper.scene().carnets.is_empty() && physio.keeper.scene().offered.is_empty()
        );
        parent.keeper.sync().await.unwrap();
        parent.put(note("après son départ")).await;
        assert_eq!(parent.view().notices, []);
    });
}

#[test]
fn different_fields_are_merged_and_the_same_field_waits_for_somebody_to_choose() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet) = Person::parent(&home).await;
        let problem = |name: &str, note: &str| {
            Entry::Problem(Problem {
                name: name.into(),
                note: note.into(),
                ..Problem::default()
            })
        };
        let id = parent.put(problem("Épilepsie", "")).await;
        let tablet = parent.elsewhere(&home);
        tablet.sign_in().await.unwrap();
        tablet.keeper.open_carnet(carnet).await.unwrap();

        tablet.line.set(Weather::Down);
        tablet
            .change(id, problem("Épilepsie", "suivi à Lyon"))
            .await
            .unwrap();
        parent
            .change(id, problem("Épilepsie partielle", ""))
            .await
            .unwrap();
        tablet.line.set(Weather::Fair);
        tablet.keeper.sync().await.unwrap();
        let view = tablet.view();
        assert_eq!(
            view.entries[&id].entry(),
            Some(&problem("Épilepsie partielle", "suivi à Lyon"))
        );
        assert!(!view.entries[&id].conflict());

        parent.keeper.sync().await.unwrap();
        tablet.line.set(Weather::Down);
        tablet
            .change(id, problem("Épilepsie A", "suivi à Lyon"))
            .await
            .unwrap();
        parent
            .change(id, problem("Épilepsie B", "suivi à Lyon"))
            .await
            .unwrap();
        tablet.line.set(Weather::Fair);
        tablet.keeper.sync().await.unwrap();
        parent.keeper.sync().await.unwrap();
        for person in [&tablet, &parent] {
            assert_eq!(
                person.view().entries[&id].versions.len(),
                2,
                "both versions stay"
            );
        }
        let chosen = problem("Épilepsie B", "suivi à Lyon");
        parent
            .keeper
            .resolve(id, story::person::plain(chosen.clone()))
            .await
            .unwrap();
        tablet.keeper.sync().await.unwrap();
        assert!(!tablet.view().entries[&id].conflict());
        assert_eq!(tablet.view().entries[&id].entry(), Some(&chosen));
    });
}

#[test]
fn eight_devices_write_at_once_and_none_of_it_is_lost() {
    tell(async {
        let home = Home::start().await;
        let (parent, carnet) = Person::parent(&home).await;
        let mut devices = Vec::new();
        for _ in 0..8 {
            let device = parent.elsewhere(&home);
            device.sign_in().await.unwrap();
            device.keeper.open_carnet(carnet).await.unwrap();
            devices.push(device);
        }
        let writing = devices
            .iter()
            .enumerate()
            .map(|(number, device)| async move {
                for turn in 0..3 {
                    let agent = format!("{number}-{turn}");
                    device
                        .keeper
                        .put(store::Edit::new(Entry::Allergy(Allergy {
                            agent,
                            ..Allergy::default()
                        })))
                        .await
                        .unwrap();
                }
            });
        join_all(writing).await;
        for device in &devices {
            device.keeper.sync().await.unwrap();
            assert_eq!(device.keeper.scene().unsent, 0);
        }
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.allergies().len(), 24);
        assert_eq!(parent.view().seq, 1 + 24);
        assert!(
            devices
                .iter()
                .map(|device| device.line.count(Method::Post, "/log"))
                .sum::<usize>()
                >= 24
        );
    });
}

#[test]
fn a_section_that_the_revoking_guardian_cannot_read_waits_for_who_can() {
    tell(async {
        let home = Home::start().await;
        let (parent, physio, _) = two(&home).await;
        let other = Person::join(&home, "Paul").await;
        let keys = other.keeper.my_keys().await.unwrap();
        // A second guardian who was given the team and the notebook, and not health.
        let rights = vec![
            right(SectionId::TEAM, Access::Write, None),
            right(SectionId::NOTEBOOK, Access::Write, None),
        ];
        parent
            .keeper
            .admit(keys, Role::Guardian, "Paul, papa".into(), rights)
            .await
            .unwrap();
        other.keeper.refresh_account().await.unwrap();
        let carnet = parent.view().id;
        other.keeper.accept_carnet(carnet).await.unwrap();
        other.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(other.allergies(), Vec::<String>::new());

        let before = parent.view().seq;
        other.keeper.revoke(physio.view().me).await.unwrap();
        // The first parent's device rotates what waits, by itself, then writes.
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.view().seq, before + 2);
        parent.put(allergy("Œuf")).await;
        assert_eq!(parent.allergies(), ["Pénicilline", "Œuf"]);
        assert_eq!(parent.view().notices, []);
        other.keeper.sync().await.unwrap();
        assert_eq!(other.view().notices, []);

        // Guardians are equal: none removes another alone, and the last one cannot leave.
        let refused = parent.keeper.revoke(other.view().me).await;
        assert_eq!(refused, Err(Trouble::NeedsApproval));
        other.keeper.leave().await.unwrap();
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.keeper.leave().await, Err(Trouble::NotAllowed));
    });
}

#[test]
fn a_change_written_before_a_rotation_is_sealed_again_under_the_new_key() {
    tell(async {
        let home = Home::start().await;
        let (parent, physio, _) = two(&home).await;
        physio.line.set(Weather::Down);
        let id = physio.put(allergy("Latex")).await;
        parent
            .keeper
            .rotate(SectionId::HEALTH, false)
            .await
            .unwrap();
        physio.line.set(Weather::Fair);
        physio.keeper.sync().await.unwrap();
        assert_eq!(physio.keeper.scene().unsent, 0);
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.allergies(), ["Latex", "Pénicilline"]);
        assert_eq!(parent.keeper.history(id).await.unwrap().len(), 1);
    });
}
