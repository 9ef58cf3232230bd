//! A hostile server against keys, rights and history. With its neighbours this is the whole table of what a server could try:
//!
//! | what it tries | where it is told |
//! |---|---|
//! | another wrap in the place of one's own | `hostile::a_replaced_wrap_opens_nothing_and_overwrites_nothing` |
//! | an older list of carnets, or somebody else's | `hostile::a_list_that_is_older_or_of_somebody_else_is_refused`, `account::two_lists_of_one_version_are_one_too_many` |
//! | forging the list of ways in | `account::a_server_that_lists_other_ways_in_makes_no_device_forget_its_own` |
//! | a forged commit, a strange signature | `hostile::a_forged_commit_is_refused_by_its_number`, `hostile::a_commit_with_a_strange_signature_is_refused` |
//! | commits reordered, dropped, kept back, rolled back | `hostile::reordered_commits_are_refused`, `hostile::a_dropped_commit_is_noticed`, `hostile::commits_kept_back_are_noticed`, `hostile::a_history_that_is_shorter_than_the_one_seen_is_refused`, `hostile::a_device_without_memory_refuses_less_than_the_account_has_seen` |
//! | a forked log | `hostile_history::a_forked_log_is_named_as_soon_as_the_branches_meet`, `hostile::another_head_at_the_same_number_is_refused` |
//! | another carnet's history | `hostile::another_carnets_commits_are_refused` |
//! | a forged carnet for a newcomer | [`a_forged_carnet_is_no_carnet_for_a_newcomer`] |
//! | swapped keys at a grant | [`keys_swapped_at_a_grant_open_nothing_and_are_asked_for_again`] |
//! | swapped keys at a rotation | [`keys_swapped_at_a_rotation_keep_the_member_from_writing_under_the_old_one`] |
//! | keys of another carnet, or of another member | [`an_envelope_of_another_carnet_or_member_is_left_aside`] |
//! | replayed epochs | [`an_older_epoch_is_never_written_to_again`] |
//! | a hidden revocation | [`a_hidden_revocation_gives_the_revoked_nothing`] |
//! | entries kept back, altered, swapped | `hostile::an_entry_kept_back_or_altered_is_reported_and_comes_back` |
//! | an older version of an entry in the place of a newer | `hostile_history::an_older_version_is_not_the_newer_one` |
//! | files substituted, altered, cut | `files::a_swapped_cut_or_altered_file_is_refused` |
//! | ranges truncated, shifted, repeated | `hostile_history::a_truncated_shifted_or_repeated_range_is_refused` |
//! | a deposit page fed another recipient | `deposits::a_lost_answer_leaves_a_deposit_once` |
//! | an older or foreign urgent sheet | `urgent::an_older_sheet_or_a_foreign_one_is_noticed` |
//! | the account of somebody else answering | `hostile_history::another_accounts_answers_are_not_taken_for_ones_own` |

use std::cell::RefCell;
use std::rc::Rc;

use protocol::carnet::Pulled;
use protocol::cbor::{decode, encode};
use protocol::change::Sealed;
use store::wire::{Method, Request, Response};
use store::{Access, CarnetId, NewRight, Notice, Role, SectionId, Trouble, What};
use story::line::Weather;
use story::person::{allergy, identity, note};
use story::{Home, Person, tell};

fn is_pull(request: &Request) -> bool {
    request.method == Method::Get && request.path.contains("/log?from=")
}

fn on_pull(change: impl Fn(&mut Pulled) + 'static) -> impl Fn(&Request, Response) -> Response {
    move |request, mut response| {
        if is_pull(request)
            && let Ok(mut pulled) = decode::<Pulled>(&response.body)
        {
            change(&mut pulled);
            response.body = encode(&pulled);
        }
        response
    }
}

fn right(section: SectionId, access: Access) -> NewRight {
    NewRight {
        section,
        access,
        until: None,
    }
}

/// A parent, an aunt who may write health and read the team, and what passes on her line before anything is swapped.
async fn two(home: &Home) -> (Person, Person, CarnetId) {
    let (parent, carnet) = Person::parent(home).await;
    parent.put(allergy("Pénicilline")).await;
    let aunt = Person::join(home, "Zoé").await;
    let keys = aunt.keeper.my_keys().await.unwrap();
    let rights = vec![
        right(SectionId::HEALTH, Access::Write),
        right(SectionId::TEAM, Access::Read),
    ];
    parent
        .keeper
        .admit(keys, Role::Relative, "Zoé, tante".into(), rights)
        .await
        .unwrap();
    aunt.keeper.refresh_account().await.unwrap();
    (parent, aunt, carnet)
}

pub(super) async fn opened(home: &Home) -> (Person, Person, CarnetId) {
    let (parent, aunt, carnet) = two(home).await;
    aunt.keeper.accept_carnet(carnet).await.unwrap();
    aunt.keeper.open_carnet(carnet).await.unwrap();
    (parent, aunt, carnet)
}

/// What the server hands out for a carnet to somebody who signs in on a device that knows nothing.
async fn spied(home: &Home, who: &Person, carnet: CarnetId) -> Pulled {
    let device = who.elsewhere(home);
    let seen: Rc<RefCell<Option<Pulled>>> = Rc::default();
    let keep = seen.clone();
    device.line.hostile(move |request, response| {
        if is_pull(request)
            && request.path.contains(&carnet.to_string())
            && let Ok(pulled) = decode::<Pulled>(&response.body)
            && !pulled.commits.is_empty()
        {
            keep.borrow_mut().get_or_insert(pulled);
        }
        response
    });
    device.sign_in().await.unwrap();
    device.keeper.open_carnet(carnet).await.unwrap();
    seen.borrow().clone().unwrap()
}

#[test]
fn a_forged_carnet_is_no_carnet_for_a_newcomer() {
    tell(async {
        let home = Home::start().await;
        let (_, aunt, carnet) = two(&home).await;
        // A whole carnet, well made and signed, whose guardian the server itself plays.
        let thief = Person::join(&home, "Serveur").await;
        let fake = thief
            .keeper
            .create_carnet(identity("Léo"), "Maman".into())
            .await
            .unwrap();
        let keys = aunt.keeper.my_keys().await.unwrap();
        thief
            .keeper
            .admit(
                keys,
                Role::Relative,
                "Zoé".into(),
                vec![right(SectionId::HEALTH, Access::Read)],
            )
            .await
            .unwrap();
        let forged = spied(&home, &thief, fake).await;
        aunt.line.hostile(move |request, mut response| {
            if is_pull(request) && request.path.contains(&carnet.to_string()) {
                response.body = encode(&forged);
            }
            response
        });
        let said = aunt.keeper.accept_carnet(carnet).await;
        assert_eq!(said, Err(Trouble::Forged(What::Commit(0))));
        assert!(
            aunt.keeper.open_carnet(carnet).await.is_err(),
            "nothing of it is shown"
        );
        aunt.line.set(Weather::Fair);
        aunt.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(aunt.allergies(), ["Pénicilline"]);
    });
}

#[test]
fn keys_swapped_at_a_grant_open_nothing_and_are_asked_for_again() {
    tell(async {
        let home = Home::start().await;
        let (parent, aunt, carnet) = opened(&home).await;
        let before: Vec<Sealed> = spied(&home, &aunt, carnet).await.envelopes;
        assert!(!before.is_empty());
        parent.put(note("le cahier")).await;
        let who = aunt.view().me;
        // The keys of the new grant are replaced by those that came before.
        let swapped = before.clone();
        aunt.line.hostile(on_pull(move |pulled| {
            for envelope in &mut pulled.envelopes {
                *envelope = swapped[0].clone();
            }
        }));
        parent
            .keeper
            .grant(who, vec![right(SectionId::NOTEBOOK, Access::Write)])
            .await
            .unwrap();
        aunt.keeper.sync().await.unwrap();
        let missing = Notice::Withheld(What::Key(SectionId::NOTEBOOK));
        assert!(
            aunt.view().notices.contains(&missing),
            "{:?}",
            aunt.view().notices
        );
        assert_eq!((aunt.notes().len(), aunt.allergies().len()), (0, 1));
        // What is written meanwhile waits, and is lost no more than anything else.
        aunt.put(note("merci")).await;
        assert_eq!(aunt.keeper.scene().unsent, 1);
        aunt.line.set(Weather::Fair);
        aunt.keeper.sync().await.unwrap();
        aunt.keeper.sync().await.unwrap();
        assert_eq!(aunt.view().notices, []);
        assert_eq!(aunt.notes(), ["le cahier", "merci"]);
        assert_eq!(aunt.keeper.scene().unsent, 0);
    });
}

#[test]
fn keys_swapped_at_a_rotation_keep_the_member_from_writing_under_the_old_one() {
    tell(async {
        let home = Home::start().await;
        let (parent, aunt, _) = opened(&home).await;
        aunt.line.hostile(on_pull(|pulled| {
            for envelope in &mut pulled.envelopes {
                let last = envelope.0.len() - 1;
                envelope.0[last] ^= 1;
            }
        }));
        parent
            .keeper
            .rotate(SectionId::HEALTH, false)
            .await
            .unwrap();
        parent.put(allergy("Latex")).await;
        aunt.keeper.sync().await.unwrap();
        let missing = Notice::Withheld(What::Key(SectionId::HEALTH));
        assert!(aunt.view().notices.contains(&missing));
        assert_eq!(
            aunt.allergies(),
            ["Pénicilline"],
            "what could be read still can"
        );
        aunt.put(allergy("Noix")).await;
        assert_eq!(
            aunt.keeper.scene().unsent,
            1,
            "it waits for the key instead of using the old one"
        );
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.allergies(), ["Latex", "Pénicilline"]);
        aunt.line.set(Weather::Fair);
        aunt.keeper.sync().await.unwrap();
        aunt.keeper.sync().await.unwrap();
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.allergies(), ["Latex", "Noix", "Pénicilline"]);
        assert_eq!(
            (aunt.view().notices.len(), aunt.keeper.scene().unsent),
            (0, 0)
        );
    });
}

#[test]
fn an_envelope_of_another_carnet_or_member_is_left_aside() {
    tell(async {
        let home = Home::start().await;
        let (parent, aunt, carnet) = two(&home).await;
        let other = parent
            .keeper
            .create_carnet(identity("Mia"), "Maman".into())
            .await
            .unwrap();
        let keys = aunt.keeper.my_keys().await.unwrap();
        parent
            .keeper
            .admit(
                keys,
                Role::Relative,
                "Zoé".into(),
                vec![right(SectionId::HEALTH, Access::Read)],
            )
            .await
            .unwrap();
        aunt.keeper.refresh_account().await.unwrap();
        aunt.keeper.accept_carnet(other).await.unwrap();
        let of_other = spied(&home, &aunt, other).await.envelopes;
        let of_parent = spied(&home, &parent, carnet).await.envelopes;
        for wrong in [of_other, of_parent] {
            let device = aunt.elsewhere(&home);
            device.line.hostile(move |request, mut response| {
                if is_pull(request)
                    && request.path.contains(&carnet.to_string())
                    && let Ok(mut pulled) = decode::<Pulled>(&response.body)
                {
                    pulled.envelopes = wrong.clone();
                    response.body = encode(&pulled);
                }
                response
            });
            device.sign_in().await.unwrap();
            if device.keeper.scene().offered.contains(&carnet) {
                device.keeper.accept_carnet(carnet).await.unwrap();
            }
            device.keeper.open_carnet(carnet).await.unwrap();
            let missing = Notice::Withheld(What::Key(SectionId::HEALTH));
            assert!(device.view().notices.contains(&missing));
            assert_eq!(device.allergies(), Vec::<String>::new());
            device.line.set(Weather::Fair);
            device.keeper.sync().await.unwrap();
            assert_eq!(
                (device.view().notices.len(), device.allergies().len()),
                (0, 1)
            );
        }
    });
}

#[test]
fn an_older_epoch_is_never_written_to_again() {
    tell(async {
        let home = Home::start().await;
        let (parent, aunt, carnet) = opened(&home).await;
        // The server shows the rotation to nobody but the parent: whoever does not know it cannot have a change taken in.
        parent
            .keeper
            .rotate(SectionId::HEALTH, false)
            .await
            .unwrap();
        aunt.line
            .hostile(on_pull(freeze(aunt.view().seq, aunt.view().head)));
        aunt.put(allergy("Sous l'ancienne clé")).await;
        assert_eq!(aunt.keeper.scene().unsent, 1);
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.allergies(), ["Pénicilline"]);
        // Nor does it help to bring back the commit of before as if it came after.
        let history = spied(&home, &aunt, carnet).await;
        let replayed = history.commits[1].clone();
        aunt.line.hostile(on_pull(move |pulled| {
            pulled.commits.insert(0, replayed.clone());
        }));
        let _said_in_the_carnet = aunt.keeper.sync().await;
        let forged = aunt
            .view()
            .notices
            .iter()
            .any(|notice| matches!(notice, Notice::Trouble(Trouble::Forged(_))));
        assert!(forged, "{:?}", aunt.view().notices);
        aunt.line.set(Weather::Fair);
        aunt.keeper.sync().await.unwrap();
        assert_eq!(aunt.keeper.scene().unsent, 0);
        parent.keeper.sync().await.unwrap();
        assert_eq!(parent.allergies(), ["Pénicilline", "Sous l'ancienne clé"]);
        assert_eq!(aunt.view().notices, []);
    });
}

/// The server shows nothing after a commit.
fn freeze(seq: u64, head: protocol::ids::Digest) -> impl Fn(&mut Pulled) {
    move |pulled| {
        pulled.commits.clear();
        pulled.envelopes.clear();
        (pulled.seq, pulled.head) = (seq, head);
    }
}

#[test]
fn a_hidden_revocation_gives_the_revoked_nothing() {
    tell(async {
        let home = Home::start().await;
        let (parent, aunt, carnet) = opened(&home).await;
        let tablet = parent.elsewhere(&home);
        tablet.sign_in().await.unwrap();
        tablet.keeper.open_carnet(carnet).await.unwrap();
        let (seq, head) = (tablet.view().seq, tablet.view().head);
        parent.keeper.revoke(aunt.view().me).await.unwrap();
        // The tablet is shown the carnet as it was before.
        tablet.line.hostile(on_pull(freeze(seq, head)));
        tablet.put(allergy("Écrit sans savoir")).await;
        assert_eq!(
            tablet.keeper.scene().unsent,
            1,
            "nothing leaves under a key that she still has"
        );
        assert!(tablet.allergies().contains(&"Écrit sans savoir".to_owned()));
        let fresh = aunt.elsewhere(&home);
        let _out = fresh.sign_in().await;
        assert_eq!(
            fresh.keeper.open_carnet(carnet).await,
            Err(Trouble::NotAllowed)
        );
        let _out = aunt.keeper.sync().await;
        assert_eq!(aunt.allergies(), ["Pénicilline"]);
        tablet.line.set(Weather::Fair);
        tablet.keeper.sync().await.unwrap();
        assert_eq!(
            (tablet.keeper.scene().unsent, tablet.view().notices.len()),
            (0, 0)
        );
        assert!(tablet.view().member(aunt.view().me).is_none());
        let _out = aunt.keeper.sync().await;
        assert_eq!(aunt.allergies(), ["Pénicilline"]);
    });
}
