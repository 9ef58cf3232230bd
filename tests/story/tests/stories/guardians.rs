//! What guardians decide together, private compartments, coming of age, leaving, erasing, new keys for a known account.

use std::rc::Rc;

use domain::Entry;
use domain::entry::Document;
use futures::future::join_all;
use store::{
    Access, CarnetId, Edit, NewRight, OnProgress, PickedFile, Proposal, Role, SectionId, Trouble,
    What,
};
use story::line::Weather;
use story::person::{allergy, note};
use story::{Home, Person, tell_everywhere};

const DAY: u64 = 24 * 60 * 60;

pub(super) fn everything() -> Vec<NewRight> {
    let right = |section: &SectionId| NewRight {
        section: *section,
        access: Access::Write,
        until: None,
    };
    SectionId::STANDARD.iter().map(right).collect()
}

pub(super) fn all_but_keys() -> Vec<NewRight> {
    let mut rights = everything();
    rights.retain(|right| right.section != SectionId::KEYS);
    rights
}

pub(super) async fn enter(
    home: &Home,
    parent: &Person,
    name: &str,
    role: Role,
    rights: Vec<NewRight>,
) -> Person {
    let person = Person::join(home, name).await;
    let keys = person.keeper.my_keys().await.unwrap();
    parent
        .keeper
        .admit(keys, role, name.into(), rights)
        .await
        .unwrap();
    let carnet = parent.view().id;
    person.keeper.refresh_account().await.unwrap();
    person.keeper.accept_carnet(carnet).await.unwrap();
    person.keeper.open_carnet(carnet).await.unwrap();
    parent.keeper.sync().await.unwrap();
    person
}

pub(super) async fn alone(home: &Home) -> (Person, CarnetId) {
    let (mother, carnet) = Person::parent(home).await;
    mother.put(allergy("Pénicilline")).await;
    (mother, carnet)
}

/// Two parents, equal.
pub(super) async fn parents(home: &Home) -> (Person, Person, CarnetId) {
    let (mother, carnet) = alone(home).await;
    let father = enter(home, &mother, "Paul", Role::Guardian, everything()).await;
    (mother, father, carnet)
}

pub(super) async fn settle(people: &[&Person]) {
    for person in people {
        person.keeper.sync().await.unwrap();
    }
}

#[test]
fn a_guardian_goes_when_all_agreed_and_by_whoevers_device_is_next() {
    tell_everywhere(async |home| {
        let (mother, father, _) = parents(&home).await;
        let aunt = enter(&home, &mother, "Zoé", Role::Guardian, everything()).await;
        settle(&[&father]).await;
        let gone = father.view().me;
        mother.keeper.propose(Proposal::Remove(gone)).await.unwrap();
        let asked = mother.view().proposals[0].clone();
        assert_eq!(asked.yes, [mother.view().me]);
        assert_eq!(asked.waiting.len(), 2, "the one concerned is asked too");
        assert_eq!(asked.until, asked.at.plus(30 * DAY));
        settle(&[&aunt, &father]).await;
        aunt.keeper.approve(asked.number).await.unwrap();
        settle(&[&mother]).await;
        assert!(
            mother.view().member(gone).is_some(),
            "not before everybody said yes"
        );
        settle(&[&father]).await;
        father.keeper.approve(asked.number).await.unwrap();
        assert!(
            father.view().member(gone).is_some(),
            "nobody takes themselves out by it"
        );
        let epochs = mother.view().seq;
        settle(&[&mother]).await;
        assert!(mother.view().member(gone).is_none());
        assert_eq!(
            mother.view().seq,
            epochs + 2,
            "the yes, then one commit that takes out and turns all keys"
        );
        assert_eq!(mother.view().proposals, []);
        settle(&[&aunt]).await;
        mother.put(allergy("Latex")).await;
        settle(&[&aunt]).await;
        assert_eq!(aunt.allergies(), ["Latex", "Pénicilline"]);
        assert_eq!(aunt.view().notices, []);
        assert_eq!(father.keeper.sync().await, Err(Trouble::NotAllowed));
        assert_eq!(father.allergies(), ["Pénicilline"]);
    });
}

#[test]
fn a_question_is_opposed_taken_back_or_asked_again() {
    tell_everywhere(async |home| {
        let (mother, father, _) = parents(&home).await;
        mother.keeper.propose(Proposal::EraseCarnet).await.unwrap();
        settle(&[&father]).await;
        let number = father.view().proposals[0].number;
        father.keeper.oppose(number).await.unwrap();
        settle(&[&mother]).await;
        assert_eq!(
            (mother.view().proposals.len(), mother.view().closed),
            (0, false)
        );

        mother.keeper.propose(Proposal::EraseCarnet).await.unwrap();
        home.time.jump(31 * DAY);
        mother.put(note("un mois après")).await;
        settle(&[&father]).await;
        let old = father.view().proposals[0].clone();
        assert!(old.over);
        assert!(father.keeper.approve(old.number).await.is_err());
        mother.keeper.propose(Proposal::EraseCarnet).await.unwrap();
        settle(&[&father]).await;
        let again = father.view().proposals.clone();
        assert_eq!((again.len(), again[0].over), (1, false));
        father.keeper.approve(again[0].number).await.unwrap();
        assert!(father.view().closed);
        let refused = father.keeper.put(Edit::new(note("trop tard"))).await;
        assert_eq!(refused, Err(Trouble::NotAllowed));
        assert!(
            mother
                .keeper
                .sync()
                .await
                .is_ok_and(|()| mother.view().closed)
                || mother.view().closed
        );
        let carnet = mother.view().id;
        mother.keeper.put_away(carnet).await.unwrap();
        assert!(
            mother.keeper.scene().carnets.is_empty() && mother.keeper.scene().offered.is_empty()
        );
    });
}

#[test]
fn who_leaves_is_gone_and_the_last_guardian_stays() {
    tell_everywhere(async |home| {
        let (mother, father, _) = parents(&home).await;
        let physio_until = Some(home.time.now().plus(300 * DAY));
        let rights = vec![NewRight {
            section: SectionId::HEALTH,
            access: Access::Read,
            until: physio_until,
        }];
        let physio = enter(&home, &mother, "Karim", Role::Professional, rights).await;
        settle(&[&father]).await;
        mother.keeper.leave().await.unwrap();
        assert!(mother.keeper.scene().carnets.is_empty());
        settle(&[&father]).await;
        father.put(allergy("Soja")).await;
        settle(&[&physio]).await;
        assert_eq!(physio.allergies(), ["Pénicilline", "Soja"]);
        assert_eq!(father.view().notices, []);
        assert_eq!(father.keeper.leave().await, Err(Trouble::NotAllowed));
    });
}

#[test]
fn a_teenagers_compartment_is_theirs_and_no_parent_can_open_it() {
    tell_everywhere(async |home| {
        let (mother, father, carnet) = parents(&home).await;
        let teen = enter(&home, &mother, "Léo", Role::Person, all_but_keys()).await;
        settle(&[&father]).await;
        let mine = teen
            .keeper
            .add_compartment("Mes affaires".into())
            .await
            .unwrap();
        let ids = teen
            .keeper
            .put_private(
                mine,
                vec![
                    Edit::new(note("personne ne lit ça")),
                    Edit::new(allergy("Secret")),
                ],
            )
            .await
            .unwrap();
        settle(&[&mother, &father, &teen]).await;
        let view = teen.view();
        assert_eq!(view.compartments[0].name, "Mes affaires");
        assert_eq!(view.compartments[0].entries.len(), 2);
        assert!(view.compartments[0].manages && view.may_change(ids[0]));
        assert_eq!(
            teen.notes(),
            Vec::<String>::new(),
            "no list of the carnet shows it"
        );
        assert_eq!(teen.allergies(), ["Pénicilline"]);
        assert!(
            !view.urgent.sheet.as_ref().ne(&mother.view().urgent.sheet),
            "nor does the urgent sheet"
        );
        for parent in [&mother, &father] {
            assert_eq!(parent.view().compartments, []);
            assert_eq!(parent.view().notices, []);
            let refused = parent
                .keeper
                .put_private(mine, vec![Edit::new(note("moi"))])
                .await;
            assert_eq!(refused, Err(Trouble::NotAllowed));
            let right = NewRight {
                section: mine,
                access: Access::Read,
                until: None,
            };
            let me = parent.view().me;
            assert!(parent.keeper.grant(me, vec![right]).await.is_err());
        }

        // Let in to read, then not any more.
        let who = mother.view().me;
        let right = NewRight {
            section: mine,
            access: Access::Read,
            until: None,
        };
        teen.keeper.grant(who, vec![right]).await.unwrap();
        settle(&[&mother, &father]).await;
        assert_eq!(mother.view().compartments[0].entries.len(), 2);
        assert!(!mother.view().compartments[0].manages);
        assert_eq!(father.view().compartments, []);
        let other = father.view().me;
        assert!(
            mother.keeper.grant(other, vec![right]).await.is_err(),
            "a guest lets nobody in"
        );
        teen.keeper.ungrant(who, mine).await.unwrap();
        teen.change_private(ids[0], note("ni ça")).await.unwrap();
        settle(&[&mother]).await;
        assert_eq!(mother.view().compartments, []);
        // Taken along on another device.
        let phone = teen.elsewhere(&home);
        phone.sign_in().await.unwrap();
        phone.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(phone.view().compartments[0].entries.len(), 2);
        assert_eq!(phone.view().notices, []);
    });
}

#[test]
fn a_private_key_is_turned_when_a_guest_goes_though_no_guardian_holds_it() {
    tell_everywhere(async |home| {
        let (mother, carnet) = alone(&home).await;
        let teen = enter(&home, &mother, "Léo", Role::Person, all_but_keys()).await;
        let friend = enter(&home, &mother, "Zoé", Role::Relative, Vec::new()).await;
        settle(&[&teen]).await;
        let mine = teen.keeper.add_compartment("À deux".into()).await.unwrap();
        let who = friend.view().me;
        let right = NewRight {
            section: mine,
            access: Access::Write,
            until: None,
        };
        teen.keeper.grant(who, vec![right]).await.unwrap();
        settle(&[&friend]).await;
        friend
            .keeper
            .put_private(mine, vec![Edit::new(note("coucou"))])
            .await
            .unwrap();
        mother.keeper.sync().await.unwrap();
        mother.keeper.revoke(who).await.unwrap();
        assert_eq!(
            mother.view().notices,
            [],
            "what she cannot read is none of her troubles"
        );
        // The maker's device turns the key by itself before it writes.
        settle(&[&teen]).await;
        teen.keeper
            .put_private(mine, vec![Edit::new(note("sans elle"))])
            .await
            .unwrap();
        assert_eq!(teen.view().compartments[0].entries.len(), 2);
        assert_eq!(teen.keeper.scene().unsent, 0);
        assert_eq!(friend.keeper.sync().await, Err(Trouble::NotAllowed));
        assert_eq!(
            friend.view().compartments.len(),
            1,
            "what was read cannot be unread"
        );
        assert_eq!(friend.view().compartments[0].entries.len(), 1);
        let _ = carnet;
    });
}

#[test]
fn the_person_of_age_takes_over_and_chooses_who_stays() {
    tell_everywhere(async |home| {
        let (mother, father, carnet) = parents(&home).await;
        // Not everything was opened to the person before: the transfer gives the rest.
        let rights = all_but_keys().into_iter().take(4).collect();
        let person = enter(&home, &mother, "Léo", Role::Person, rights).await;
        settle(&[&father]).await;
        let me = person.view().me;
        assert_eq!(person.keeper.transfer(me).await, Err(Trouble::NotAllowed));
        mother.keeper.transfer(me).await.unwrap();
        assert!(!mother.view().is_guardian() || mother.view().proposals.len() == 1);
        assert!(
            mother.view().is_guardian(),
            "the other guardian is asked first"
        );
        settle(&[&father]).await;
        let number = father.view().proposals[0].number;
        father.keeper.approve(number).await.unwrap();
        assert_eq!(
            father.view().role,
            Some(Role::Relative),
            "done by the device of who said yes last"
        );
        settle(&[&person, &mother, &father]).await;
        assert_eq!(person.view().role, Some(Role::Guardian));
        assert_eq!(mother.view().role, Some(Role::Relative));
        for section in &SectionId::STANDARD {
            let mine = person
                .view()
                .member(me)
                .unwrap()
                .rights
                .iter()
                .any(|right| right.section == *section);
            assert!(
                mine,
                "the new owner holds every section, the secrets of links too"
            );
        }
        let keys = |person: &Person| {
            let view = person.view();
            view.members
                .iter()
                .filter(|m| {
                    m.rights
                        .iter()
                        .any(|right| right.section == SectionId::KEYS)
                })
                .count()
        };
        assert_eq!(keys(&person), 1);
        person.put(allergy("Noix")).await;
        settle(&[&mother]).await;
        assert_eq!(
            mother.allergies(),
            ["Noix", "Pénicilline"],
            "parents read on until the owner decides"
        );
        let (gone, kept) = (father.view().me, mother.view().me);
        person.keeper.revoke(gone).await.unwrap();
        person
            .keeper
            .ungrant(kept, SectionId::HEALTH)
            .await
            .unwrap();
        settle(&[&mother]).await;
        assert_eq!(mother.allergies(), Vec::<String>::new());
        assert_eq!(father.keeper.sync().await, Err(Trouble::NotAllowed));
        assert_eq!(person.view().notices, []);
        let _ = carnet;
    });
}

#[test]
fn the_only_guardian_hands_over_at_once() {
    tell_everywhere(async |home| {
        let (mother, _) = alone(&home).await;
        let person = enter(&home, &mother, "Léo", Role::Person, Vec::new()).await;
        let me = person.view().me;
        mother.keeper.transfer(me).await.unwrap();
        assert_eq!(mother.view().role, Some(Role::Relative));
        settle(&[&person]).await;
        assert!(person.view().is_guardian());
        person.put(allergy("Kiwi")).await;
        assert_eq!(person.allergies(), ["Kiwi", "Pénicilline"]);
        assert_eq!(person.view().notices, []);
    });
}

#[test]
fn two_guardians_who_agree_at_the_same_moment_do_it_once() {
    tell_everywhere(async |home| {
        let (mother, father, _) = parents(&home).await;
        let aunt = enter(&home, &mother, "Zoé", Role::Guardian, everything()).await;
        settle(&[&father]).await;
        let gone = aunt.view().me;
        mother.keeper.propose(Proposal::Remove(gone)).await.unwrap();
        settle(&[&father, &aunt]).await;
        let number = father.view().proposals[0].number;
        let both = [father.keeper.approve(number), aunt.keeper.approve(number)];
        for said in join_all(both).await {
            said.unwrap();
        }
        settle(&[&mother, &father]).await;
        assert!(mother.view().member(gone).is_none() && father.view().member(gone).is_none());
        father.put(allergy("Soja")).await;
        settle(&[&mother]).await;
        assert_eq!(
            (mother.view().notices.len(), mother.allergies().len()),
            (0, 2)
        );
    });
}

#[test]
fn a_guest_opens_a_carnet_of_their_own_with_all_they_read() {
    tell_everywhere(async |home| {
        let (mother, father, carnet) = parents(&home).await;
        let bytes: Vec<u8> = (0..300_000_u32).map(|n| (n % 251) as u8).collect();
        let picked = vec![PickedFile::from_bytes(
            "bilan.pdf",
            "application/pdf",
            bytes.clone(),
        )];
        let quiet: OnProgress = Rc::new(|_| ());
        let added = mother
            .keeper
            .add_files(picked, false, quiet.clone())
            .await
            .unwrap();
        let file = added[0].file.clone();
        let document = Entry::Document(Document {
            title: "Bilan".into(),
            pages: vec![file.clone()],
            ..Document::default()
        });
        let id = mother.put(document).await;
        let corner = father.keeper.add_compartment("Coin".into()).await.unwrap();
        father
            .keeper
            .put_private(corner, vec![Edit::new(note("à moi"))])
            .await
            .unwrap();
        settle(&[&father]).await;

        // A file that does not come whole is not taken along as if it were, and nothing half done is left.
        father.line.hostile(|request, mut response| {
            if request.path.contains("/files/") {
                response.body[200_000] ^= 1;
            }
            response
        });
        let broken = father.keeper.copy_carnet(quiet.clone()).await;
        assert_eq!(broken, Err(Trouble::Broken(What::File)));
        assert_eq!(father.keeper.scene().carnets.len(), 1);
        assert_eq!(father.view().id, carnet);

        father.line.set(Weather::Fair);
        let own = father.keeper.copy_carnet(quiet.clone()).await.unwrap();
        let view = father.view();
        assert_eq!(
            (view.id, view.members.len(), view.is_guardian()),
            (own, 1, true)
        );
        assert_eq!(father.allergies(), ["Pénicilline"]);
        assert!(view.entries.contains_key(&id), "entries keep their names");
        assert_eq!(
            (
                view.compartments[0].name.as_str(),
                view.compartments[0].entries.len()
            ),
            ("Coin", 1)
        );
        assert!(
            father
                .keeper
                .read_file(file.clone(), quiet.clone())
                .await
                .unwrap()
                == bytes
        );
        // What becomes of the first is no matter to the second.
        mother.keeper.sync().await.unwrap();
        mother.keeper.erase(id).await.unwrap();
        father.put(allergy("Latex")).await;
        assert!(father.keeper.read_file(file, quiet).await.unwrap() == bytes);
        mother.keeper.sync().await.unwrap();
        assert_eq!(mother.allergies(), ["Pénicilline"]);
        assert_eq!(view.notices, []);
    });
}
