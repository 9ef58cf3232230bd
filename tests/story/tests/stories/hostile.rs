//! A hostile server: whatever it does is named, refused, and nothing is lost.

use std::cell::RefCell;
use std::rc::Rc;

use protocol::carnet::{Fetched, Pulled};
use protocol::cbor::{decode, encode};
use protocol::change::Sealed;
use protocol::session::SignedIn;
use store::wire::{Method, Request, Response};
use store::{CarnetId, Notice, Reading, Trouble, What, WhyUnreadable};
use story::line::Weather;
use story::person::{PASSPHRASE, allergy, identity, note};
use story::{Home, Person, tell};

/// Writes three allergies on one device, then opens the carnet on another one through a hostile server.
async fn scene(home: &Home) -> (Person, Person, CarnetId) {
    let (parent, carnet) = Person::parent(home).await;
    for agent in ["Arachide", "Latex", "Noix"] {
        parent.put(allergy(agent)).await;
    }
    let device = parent.elsewhere(home);
    device.sign_in().await.unwrap();
    device.keeper.open_carnet(carnet).await.unwrap();
    device.keeper.close_carnet().await.unwrap();
    (parent, device, carnet)
}

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

/// What the device says after the parent wrote two more notes and the server did this to the answer.
async fn pulled_through(
    change: impl Fn(&mut Pulled) + 'static,
) -> (Option<Trouble>, Vec<String>, Vec<String>) {
    let home = Home::start().await;
    let (parent, device, carnet) = scene(&home).await;
    parent.put(note("un")).await;
    parent.put(note("deux")).await;
    device.line.hostile(on_pull(change));
    device.keeper.open_carnet(carnet).await.unwrap();
    let said = device
        .view()
        .notices
        .iter()
        .find_map(|notice| match notice {
            Notice::Trouble(trouble) => Some(*trouble),
            _ => None,
        });
    let kept = device.allergies();
    // What is typed meanwhile is kept, and goes when the server is honest again.
    device.put(note("trois")).await;
    assert!(device.notes().contains(&"trois".to_owned()));
    device.line.set(Weather::Fair);
    device.keeper.sync().await.unwrap();
    assert_eq!(device.keeper.scene().unsent, 0);
    assert_eq!(
        device.view().notices,
        [],
        "and once the server is honest again nothing is wrong"
    );
    (said, kept, device.notes())
}

fn check(change: impl Fn(&mut Pulled) + 'static, expected: impl Fn(Trouble) -> bool + 'static) {
    tell(async move {
        let (said, kept, notes) = pulled_through(change).await;
        assert!(said.is_some_and(&expected), "{said:?}");
        assert_eq!(kept, ["Arachide", "Latex", "Noix"], "nothing is lost");
        assert_eq!(notes, ["deux", "trois", "un"]);
    });
}

#[test]
fn a_forged_commit_is_refused_by_its_number() {
    let forge = |pulled: &mut Pulled| {
        if let Some(first) = pulled.commits.first_mut() {
            let last = first.signed.body.len() - 1;
            first.signed.body[last] ^= 1;
        }
    };
    check(forge, |trouble| {
        matches!(trouble, Trouble::Forged(What::Commit(_)) | Trouble::Newer)
    });
}

#[test]
fn a_commit_with_a_strange_signature_is_refused() {
    let forge = |pulled: &mut Pulled| {
        for received in &mut pulled.commits {
            received.signed.signature = protocol::ids::Signature::from_bytes([7; 64]);
        }
    };
    check(forge, |trouble| {
        matches!(trouble, Trouble::Forged(What::Commit(_)))
    });
}

#[test]
fn reordered_commits_are_refused() {
    check(
        |pulled| pulled.commits.reverse(),
        |trouble| matches!(trouble, Trouble::Forged(What::Commit(_))),
    );
}

#[test]
fn a_dropped_commit_is_noticed() {
    let drop_first = |pulled: &mut Pulled| {
        if !pulled.commits.is_empty() {
            pulled.commits.remove(0);
        }
    };
    check(drop_first, |trouble| {
        matches!(trouble, Trouble::Forged(What::Commit(_)))
    });
}

#[test]
fn commits_kept_back_are_noticed() {
    check(
        |pulled| pulled.commits.clear(),
        |trouble| matches!(trouble, Trouble::Withheld(What::Commit(_))),
    );
}

#[test]
fn a_history_that_is_shorter_than_the_one_seen_is_refused() {
    let roll_back = |pulled: &mut Pulled| {
        pulled.commits.clear();
        pulled.seq = 1;
    };
    check(roll_back, |trouble| {
        matches!(trouble, Trouble::RolledBack { offered: 1, .. })
    });
}

#[test]
fn another_head_at_the_same_number_is_refused() {
    let fork = |pulled: &mut Pulled| {
        pulled.head = protocol::ids::Digest::from_bytes([9; 32]);
    };
    check(fork, |trouble| {
        matches!(trouble, Trouble::Forged(What::History))
    });
}

#[test]
fn another_carnets_commits_are_refused() {
    tell(async {
        let home = Home::start().await;
        let (parent, one) = Person::parent(&home).await;
        let other = parent
            .keeper
            .create_carnet(identity("Mia"), "Maman".into())
            .await
            .unwrap();
        let bait: Rc<RefCell<Option<Vec<u8>>>> = Rc::default();
        let caught = bait.clone();
        let spy = parent.elsewhere(&home);
        spy.line.hostile(move |request, response| {
            if is_pull(request) && request.path.contains(&other.to_string()) {
                caught.borrow_mut().get_or_insert(response.body.clone());
            }
            response
        });
        spy.sign_in().await.unwrap();
        spy.keeper.open_carnet(other).await.unwrap();
        let bait = bait.borrow().clone().unwrap();

        let device = parent.elsewhere(&home);
        device.line.hostile(move |request, mut response| {
            if is_pull(request) && request.path.contains(&one.to_string()) {
                response.body = bait.clone();
            }
            response
        });
        device.sign_in().await.unwrap();
        let said = device.keeper.open_carnet(one).await;
        assert!(matches!(said, Err(Trouble::Forged(_))), "{said:?}");
        device.line.set(Weather::Fair);
        device.keeper.open_carnet(one).await.unwrap();
        assert_eq!(device.view().identity().unwrap().1.called(), "Léo");
    });
}

#[test]
fn a_device_without_memory_refuses_less_than_the_account_has_seen() {
    tell(async {
        let home = Home::start().await;
        let (parent, _, carnet) = scene(&home).await;
        parent.keeper.lock().await.unwrap();
        let fresh = parent.elsewhere(&home);
        let second = RefCell::new(None);
        fresh.line.hostile(on_pull(move |pulled| {
            let old = |received: &protocol::carnet::Received| {
                protocol::commit::Body::from_bytes(&received.signed.body)
                    .is_ok_and(|body| body.seq() < 2)
            };
            pulled.commits.retain(old);
            if let Some(last) = pulled.commits.last() {
                second.replace(Some(last.signed.digest()));
            }
            pulled.seq = 1;
            pulled.head = second.borrow().unwrap();
        }));
        let _said = fresh.sign_in().await;
        let _said = fresh.keeper.open_carnet(carnet).await;
        let cover = fresh
            .keeper
            .scene()
            .carnets
            .iter()
            .find(|cover| cover.id == carnet)
            .cloned()
            .unwrap();
        assert!(
            matches!(cover.trouble, Some(Trouble::RolledBack { offered: 1, .. })),
            "{cover:?}"
        );
    });
}

fn on_fetch(change: impl Fn(&mut Fetched) + 'static) -> impl Fn(&Request, Response) -> Response {
    move |request, mut response| {
        if request.path.ends_with("/payloads")
            && let Ok(mut fetched) = decode::<Fetched>(&response.body)
        {
            change(&mut fetched);
            response.body = encode(&fetched);
        }
        response
    }
}

#[test]
fn an_entry_kept_back_or_altered_is_reported_and_comes_back() {
    type Harm = fn(&mut Fetched);
    let harms: [Harm; 3] = [
        |fetched| {
            fetched
                .payloads
                .iter_mut()
                .for_each(|payload| *payload = None);
        },
        |fetched| {
            fetched
                .payloads
                .iter_mut()
                .flatten()
                .for_each(|Sealed(bytes)| bytes[40] ^= 1);
        },
        |fetched| fetched.payloads.reverse(),
    ];
    for harm in harms {
        tell(async move {
            let home = Home::start().await;
            let (parent, device, carnet) = scene(&home).await;
            let ids = [parent.put(note("un")).await, parent.put(note("deux")).await];
            device.line.hostile(on_fetch(harm));
            device.keeper.open_carnet(carnet).await.unwrap();
            for id in ids {
                assert!(
                    device
                        .view()
                        .notices
                        .contains(&Notice::Withheld(What::Entry(id))),
                    "named"
                );
                let shown = device.view().entries[&id].versions[0].reading.clone();
                assert_eq!(shown, Reading::Unreadable(WhyUnreadable::Withheld));
            }
            assert_eq!(device.allergies().len(), 3);
            device.line.set(Weather::Fair);
            device.keeper.sync().await.unwrap();
            assert_eq!(device.notes(), ["deux", "un"]);
            assert_eq!(device.view().notices, []);
        });
    }
}

#[test]
fn keys_kept_back_are_reported_and_asked_for_again() {
    tell(async {
        let home = Home::start().await;
        let (parent, _, carnet) = scene(&home).await;
        let fresh = parent.elsewhere(&home);
        fresh
            .line
            .hostile(on_pull(|pulled| pulled.envelopes.clear()));
        fresh.sign_in().await.unwrap();
        fresh.keeper.open_carnet(carnet).await.unwrap();
        let health = Notice::Withheld(What::Key(store::SectionId::HEALTH));
        assert!(
            fresh.view().notices.contains(&health),
            "{:?}",
            fresh.view().notices
        );
        fresh.line.set(Weather::Fair);
        fresh.keeper.sync().await.unwrap();
        assert_eq!(fresh.view().notices, []);
        assert_eq!(fresh.allergies(), ["Arachide", "Latex", "Noix"]);
    });
}

#[test]
fn a_replaced_wrap_opens_nothing_and_overwrites_nothing() {
    tell(async {
        let home = Home::start().await;
        let (parent, _, _) = scene(&home).await;
        parent.keeper.sign_out().await.unwrap();
        let before = parent.shelf.records();

        // Another account with the same passphrase: its wrap opens, and gives another root.
        let thief = Person::join(&home, "Voleur").await;
        let stolen: Rc<RefCell<Option<SignedIn>>> = Rc::default();
        let seen = stolen.clone();
        thief.keeper.sign_out().await.unwrap();
        thief.line.hostile(move |request, response| {
            if request.path.ends_with("/sessions") && request.method == Method::Post {
                seen.replace(serde_json::from_slice(&response.body).ok());
            }
            response
        });
        thief.sign_in().await.unwrap();
        let swap = stolen.borrow().clone().unwrap();
        assert!(swap.wrap.is_some());
        parent.line.hostile(move |request, mut response| {
            if request.path.ends_with("/sessions")
                && request.method == Method::Post
                && let Ok(mut signed) = serde_json::from_slice::<SignedIn>(&response.body)
            {
                signed.wrap = swap.wrap.clone();
                response.body = serde_json::to_vec(&signed).unwrap();
            }
            response
        });
        let said = parent
            .keeper
            .sign_in_name(parent.name.clone(), PASSPHRASE.into(), false)
            .await;
        assert_eq!(said, Err(Trouble::WrongAccount));
        assert_eq!(parent.shelf.records(), before, "nothing is overwritten");
        parent.line.set(Weather::Fair);
        parent.sign_in().await.unwrap();
    });
}

#[test]
fn a_list_that_is_older_or_of_somebody_else_is_refused() {
    tell(async {
        let home = Home::start().await;
        let parent = Person::join(&home, "Claire").await;
        let old: Rc<RefCell<Vec<u8>>> = Rc::default();
        let keep = old.clone();
        parent.line.hostile(move |request, response| {
            if request.path.ends_with("/api/account") && request.method == Method::Get {
                keep.replace(response.body.clone());
            }
            response
        });
        parent.keeper.refresh_account().await.unwrap();
        parent.line.set(Weather::Fair);
        parent
            .keeper
            .create_carnet(identity("Léo"), "Maman".into())
            .await
            .unwrap();
        let shown = old.borrow().clone();
        parent.line.hostile(move |request, mut response| {
            if request.path.ends_with("/api/account") && request.method == Method::Get {
                response.body = shown.clone();
            }
            response
        });
        let said = parent.keeper.refresh_account().await;
        assert!(matches!(said, Err(Trouble::RolledBack { .. })), "{said:?}");
        assert_eq!(
            parent.keeper.scene().carnets.len(),
            1,
            "the list is still whole"
        );
    });
}
