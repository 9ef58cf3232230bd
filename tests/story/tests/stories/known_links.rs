//! Links close as soon as somebody goes who knew their secrets.

use store::{
    Access, ClosedLinkView, LinkKind, MailLanguage, NewInvitation, NewReading, NewRight, Role,
    SectionId, Trouble,
};
use story::person::{PASSPHRASE, allergy, unique};
use story::{Home, Person, tell};

use super::guardians::{alone, enter, everything, parents, settle};

const DAY: u64 = 24 * 60 * 60;

/// What stands behind `#` in an address.
fn fragment(address: &str) -> String {
    address.split_once('#').unwrap().1.to_owned()
}

/// Opens one link of each kind. Gives what stands behind `#` of the invitation, of the link for a visit and of the deposit link.
async fn open_links(home: &Home, parent: &Person) -> [String; 3] {
    let until = home.time.now().plus(DAY);
    let reading = NewReading {
        label: "Dr Lenoir".into(),
        sections: vec![SectionId::HEALTH],
        entries: Vec::new(),
        until,
    };
    let link = parent.keeper.open_reading(reading).await.unwrap();
    let visit = parent.keeper.reading_address(link).await.unwrap();
    let invitation = NewInvitation {
        label: "Tante Ana".into(),
        role: Role::Relative,
        rights: vec![NewRight {
            section: SectionId::HEALTH,
            access: Access::Read,
            until: None,
        }],
        until,
        past: true,
        consent: None,
        replaces: None,
    };
    parent.keeper.invite(invitation).await.unwrap();
    let deposit = parent.keeper.open_deposit_link("Kiné".into(), until);
    deposit.await.unwrap();
    let view = parent.view();
    let invited = view.invitations[0].secret.clone().unwrap();
    let invited = invited.address("/fr/invitation");
    [
        fragment(&invited),
        fragment(&visit),
        fragment(&view.deposit_links[0].address),
    ]
}

fn told(person: &Person) -> Vec<(String, LinkKind)> {
    let view = person.view();
    let pair = |link: &ClosedLinkView| (link.label.clone(), link.kind);
    let mut told: Vec<_> = view.closed_links.iter().map(pair).collect();
    told.sort_by(|one, other| one.0.cmp(&other.0));
    told
}

fn all_three() -> Vec<(String, LinkKind)> {
    vec![
        ("Dr Lenoir".into(), LinkKind::Read),
        ("Kiné".into(), LinkKind::Deposit),
        ("Tante Ana".into(), LinkKind::Invitation(Role::Relative)),
    ]
}

#[test]
fn who_takes_an_account_over_keeps_no_link_that_it_knew() {
    tell(async {
        let home = Home::start().await;
        let (mother, father, shared) = parents(&home).await;
        let [invited, visit, deposit] = open_links(&home, &mother).await;
        settle(&[&father]).await;
        // Whoever knows the mother's way in has read all three addresses, and looks.
        let thief = Person::new(&home, "Voleur");
        thief.keeper.visit(visit.clone()).await.unwrap();
        assert_eq!(thief.allergies(), ["Pénicilline"]);

        mother
            .keeper
            .replace_with_name(unique("Claire nouvelle"), PASSPHRASE.into())
            .await
            .unwrap();
        let left = mother.keeper.replace_on(MailLanguage::French).await;
        assert_eq!(left, Ok(Vec::new()));
        mother.keeper.open_carnet(shared).await.unwrap();
        mother.put(allergy("Arachide")).await;

        assert_eq!(thief.keeper.sync().await, Err(Trouble::LinkClosed));
        assert_eq!(thief.allergies(), ["Pénicilline"]);
        let again = Person::new(&home, "Voleur");
        assert_eq!(again.keeper.visit(visit).await, Err(Trouble::LinkClosed));
        let second = Person::join(&home, "Voleur").await;
        let asked = second.keeper.guest(invited).await;
        assert_eq!(asked.err(), Some(Trouble::LinkClosed));
        let left = second.keeper.depositor(deposit).await;
        assert!(left.is_err(), "nothing is left by it either");

        settle(&[&father]).await;
        for parent in [&mother, &father] {
            let view = parent.view();
            assert_eq!((view.links.len(), view.invitations.len()), (0, 0));
            assert_eq!(view.deposit_links.len(), 0);
            assert_eq!(told(parent), all_three());
            assert_eq!(view.notices, []);
        }
        father.put(allergy("Latex")).await;
        settle(&[&mother]).await;
        assert_eq!(mother.allergies(), ["Arachide", "Latex", "Pénicilline"]);
        // The page loaded again, and a while later.
        let reloaded = father.reload(&home);
        reloaded.sign_in().await.unwrap();
        reloaded.keeper.open_carnet(shared).await.unwrap();
        assert_eq!(told(&reloaded), all_three());
        home.time.jump(40 * DAY);
        settle(&[&reloaded]).await;
        assert_eq!(told(&reloaded), []);
    });
}

#[test]
fn a_guardian_who_leaves_takes_no_link_along_and_others_change_nothing() {
    tell(async {
        let home = Home::start().await;
        let (mother, _) = alone(&home).await;
        let aunt = enter(&home, &mother, "Zoé", Role::Relative, Vec::new()).await;
        let father = enter(&home, &mother, "Paul", Role::Guardian, everything()).await;
        let [invited, visit, _] = open_links(&home, &mother).await;
        mother.keeper.revoke(aunt.view().me).await.unwrap();
        let guest = Person::new(&home, "personne");
        guest.keeper.visit(visit.clone()).await.unwrap();
        assert_eq!(told(&mother), []);
        settle(&[&father]).await;
        father.keeper.leave().await.unwrap();
        assert_eq!(guest.keeper.sync().await, Err(Trouble::LinkClosed));
        let cousin = Person::join(&home, "Ana").await;
        let asked = cousin.keeper.guest(invited).await;
        assert_eq!(asked.err(), Some(Trouble::LinkClosed));
        settle(&[&mother]).await;
        assert_eq!(told(&mother), all_three());
        mother.put(allergy("Latex")).await;
        // New ones work as ever.
        let [_, visit, _] = open_links(&home, &mother).await;
        let guest = Person::new(&home, "personne");
        guest.keeper.visit(visit).await.unwrap();
        assert_eq!(guest.allergies(), ["Latex", "Pénicilline"]);
    });
}
