//! A guardian who lost every way in keeps the carnet again as the same person; and nobody is put out that way.

use store::{Proposal, Role, Trouble};
use story::person::allergy;
use story::{Home, Person, tell_everywhere};

use super::guardians::{enter, everything, parents, settle};

const DAY: u64 = 24 * 60 * 60;

/// The father lost every way in: the mother lets him in again with a new account, as himself.
async fn let_in_again(home: &Home) -> (Person, Person, Person) {
    let (mother, father, _) = parents(home).await;
    let again = enter(home, &mother, "Paul", Role::Guardian, everything()).await;
    (mother, father, again)
}

#[test]
fn who_lost_every_way_in_keeps_the_carnet_again_and_the_old_account_goes_if_it_stays_silent() {
    tell_everywhere(async |home| {
        let (mother, father, again) = let_in_again(&home).await;
        let (old, new) = (father.view().me, again.view().me);
        let newcomer = mother.view().member(new).unwrap().clone();
        assert_eq!(newcomer.may_have_been, [old]);
        mother.keeper.readmit(old, new).await.unwrap();
        let asked = mother.view().proposals[0].clone();
        assert_eq!(
            (&asked.yes, &asked.waiting),
            (&vec![mother.view().me], &vec![new])
        );
        let goes = asked.at.plus(60 * DAY);
        assert_eq!(
            mother.view().member(old).unwrap().said_lost,
            Some((new, goes))
        );
        settle(&[&again]).await;
        again.keeper.approve(asked.number).await.unwrap();
        home.time.jump(59 * DAY);
        settle(&[&mother, &again]).await;
        assert!(
            mother.view().member(old).is_some(),
            "not before the time to answer is over"
        );
        home.time.jump(2 * DAY);
        // By whoever's device is next, with new keys for all that the old account could read.
        settle(&[&again, &mother]).await;
        assert!(mother.view().member(old).is_none());
        assert_eq!(mother.view().proposals, []);
        again.put(allergy("Latex")).await;
        settle(&[&mother]).await;
        assert_eq!(mother.allergies(), ["Latex", "Pénicilline"]);
        assert_eq!(
            (mother.view().notices.len(), again.view().notices.len()),
            (0, 0)
        );
        assert_eq!(father.keeper.sync().await, Err(Trouble::NotAllowed));
        assert_eq!(father.allergies(), ["Pénicilline"]);
        // Two decide again, as before.
        mother.keeper.propose(Proposal::EraseCarnet).await.unwrap();
        settle(&[&again]).await;
        let number = again.view().proposals[0].number;
        again.keeper.approve(number).await.unwrap();
        assert!(again.view().closed);
    });
}

#[test]
fn nobody_is_pushed_out_by_being_said_to_have_lost_their_account() {
    tell_everywhere(async |home| {
        let (mother, father, accomplice) = let_in_again(&home).await;
        let (old, new) = (father.view().me, accomplice.view().me);
        mother.keeper.readmit(old, new).await.unwrap();
        settle(&[&accomplice]).await;
        let number = accomplice.view().proposals[0].number;
        accomplice.keeper.approve(number).await.unwrap();
        home.time.jump(58 * DAY);
        // All that the father does is to open the carnet, which is long enough ago for both of them to hope.
        settle(&[&father]).await;
        assert_eq!(father.view().proposals, []);
        assert!(father.view().spoke_up, "and he is told what was said");
        home.time.jump(40 * DAY);
        settle(&[&mother, &accomplice, &father]).await;
        for person in [&mother, &accomplice, &father] {
            assert!(
                person
                    .view()
                    .member(old)
                    .is_some_and(|member| member.said_lost.is_none())
            );
            assert_eq!(person.view().notices, []);
        }
        father.put(allergy("Soja")).await;
        // It is not even asked again: he has signed since the other came in.
        let newcomer = mother.view().member(new).unwrap().clone();
        assert_eq!(newcomer.may_have_been, []);
        assert!(mother.keeper.readmit(old, new).await.is_err());
        assert!(mother.keeper.revoke(old).await.is_err());
    });
}

#[test]
fn what_needs_everybody_still_needs_an_account_that_is_said_to_be_lost() {
    tell_everywhere(async |home| {
        let (mother, father, again) = let_in_again(&home).await;
        let (old, new) = (father.view().me, again.view().me);
        mother.keeper.readmit(old, new).await.unwrap();
        settle(&[&again]).await;
        let number = again.view().proposals[0].number;
        again.keeper.approve(number).await.unwrap();
        mother.keeper.propose(Proposal::EraseCarnet).await.unwrap();
        settle(&[&again]).await;
        let erase = again.view().proposals.last().unwrap().number;
        again.keeper.approve(erase).await.unwrap();
        assert!(!again.view().closed);
        assert_eq!(again.view().proposals.last().unwrap().waiting, [old]);
        // Somebody who thinks better of it ends it, too.
        again.keeper.oppose(number).await.unwrap();
        home.time.jump(61 * DAY);
        settle(&[&mother, &again]).await;
        assert!(mother.view().member(old).is_some());
    });
}
