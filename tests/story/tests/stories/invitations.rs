//! Coming into a carnet by an invitation, with nobody else there.

use domain::entry::{Allowed, Consent};
use domain::{Entry, Section};
use protocol::carnet::Pulled;
use protocol::cbor::{decode, encode};
use store::wire::{Method, Response};
use store::{
    Access, CarnetId, NewInvitation, NewRight, NewRights, Role, SectionId, Trouble, What,
    WhyUnreadable,
};
use story::line::Weather;
use story::person::{allergy, note};
use story::{Home, Person, tell, tell_everywhere};

const DAY: u64 = 24 * 60 * 60;

fn right(section: SectionId, access: Access, until: Option<store::Seconds>) -> NewRight {
    NewRight {
        section,
        access,
        until,
    }
}

/// A parent with a carnet, an allergy and a note.
async fn parent(home: &Home) -> (Person, CarnetId) {
    let (parent, carnet) = Person::parent(home).await;
    parent.put(allergy("Pénicilline")).await;
    parent.put(note("entre nous")).await;
    (parent, carnet)
}

fn guardian(home: &Home) -> NewInvitation {
    let everything = SectionId::STANDARD.iter();
    NewInvitation {
        label: "Papa".into(),
        role: Role::Guardian,
        rights: everything
            .map(|section| right(*section, Access::Write, None))
            .collect(),
        until: home.time.now().plus(7 * DAY),
        past: true,
        consent: None,
        replaces: None,
    }
}

fn physio(home: &Home) -> NewInvitation {
    let until = Some(home.time.now().plus(365 * DAY));
    NewInvitation {
        label: "Karim, kiné".into(),
        role: Role::Professional,
        rights: vec![
            right(SectionId::TEAM, Access::Read, until),
            right(SectionId::HEALTH, Access::Write, until),
        ],
        consent: Some(Consent {
            allowed_to: "Karim, kiné".into(),
            allowed: vec![Allowed::of(Section::Health, true)],
            consent_words: "Léo est d'accord.".into(),
            ..Consent::default()
        }),
        ..guardian(home)
    }
}

/// What stands behind `#` in the address of the only open invitation.
fn fragment(person: &Person) -> String {
    let view = person.view();
    let invitation = view.invitations.first().unwrap();
    assert!(
        invitation.ready,
        "the server knows how to tell who holds it"
    );
    let address = invitation
        .secret
        .as_ref()
        .unwrap()
        .address("/fr/invitation");
    assert!(address.starts_with("http://localhost:"));
    address.split_once('#').unwrap().1.to_owned()
}

async fn take(person: &Person, fragment: &str) -> Result<CarnetId, Trouble> {
    let guest = person.keeper.guest(fragment.to_owned()).await?;
    person.keeper.join(guest).await
}

async fn opened(person: &Person, fragment: &str) -> CarnetId {
    let carnet = take(person, fragment).await.unwrap();
    person.keeper.open_carnet(carnet).await.unwrap();
    carnet
}

#[test]
fn another_is_invited_at_once_after_somebody_came_in_unseen() {
    tell(async {
        let home = Home::start().await;
        let (mother, _) = parent(&home).await;
        mother.keeper.invite(physio(&home)).await.unwrap();
        let karim = Person::join(&home, "Karim").await;
        opened(&karim, &fragment(&mother)).await;
        // Her device has not heard of it: what the invitation could open waits for new keys.
        mother.keeper.invite(guardian(&home)).await.unwrap();
        let paul = Person::join(&home, "Paul").await;
        opened(&paul, &fragment(&mother)).await;
        assert_eq!(paul.allergies(), ["Pénicilline"]);
    });
}

#[test]
fn a_guardian_comes_in_alone_reads_only_until_confirmed_then_is_an_equal() {
    tell_everywhere(async |home| {
        let (mother, carnet) = parent(&home).await;
        mother.keeper.invite(guardian(&home)).await.unwrap();
        let fragment = fragment(&mother);
        // Nobody is signed in yet, and what the invitation says can be read.
        let father = Person::new(&home, "Paul");
        let guest = father.keeper.guest(fragment.clone()).await.unwrap();
        let said = guest.view().unwrap();
        assert_eq!(
            (said.person.as_str(), said.by.as_str()),
            ("Léo Martin", "Maman")
        );
        assert_eq!((said.label.as_str(), said.role), ("Papa", Role::Guardian));
        // The mother's telephone is off while he makes his account and comes in.
        mother.line.set(Weather::Down);
        father.create().await;
        assert_eq!(father.keeper.join(guest).await, Ok(carnet));
        assert_eq!(father.keeper.scene().carnets[0].id, carnet);
        father.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(father.allergies(), ["Pénicilline"]);
        assert_eq!(father.notes(), ["entre nous"]);
        let view = father.view();
        assert!(!view.confirmed && !view.is_guardian());
        assert_eq!((view.writable.len(), view.readable.len()), (0, 9));
        let refused = father.keeper.put(store::Edit::new(note("moi aussi"))).await;
        assert_eq!(refused, Err(Trouble::NotAllowed));

        mother.line.set(Weather::Fair);
        mother.keeper.sync().await.unwrap();
        let view = mother.view();
        assert_eq!(view.invitations, []);
        let newcomer = view.members.iter().find(|member| !member.confirmed);
        let newcomer = newcomer.unwrap();
        assert_eq!(newcomer.label, "Papa");
        assert!(newcomer.invitation.is_some() && newcomer.joined.is_some());
        // What the invitation could open got new keys by itself; its address is forgotten.
        assert_eq!(view.notices, []);
        mother.put(note("après")).await;
        mother.keeper.confirm(newcomer.id).await.unwrap();

        father.keeper.sync().await.unwrap();
        assert!(father.view().is_guardian());
        assert_eq!(father.notes(), ["après", "entre nous"]);
        father.put(note("de Papa")).await;
        father.keeper.invite(physio(&home)).await.unwrap();
        mother.keeper.sync().await.unwrap();
        assert_eq!(mother.notes().len(), 3);
        assert!(
            mother.view().invitations[0].secret.is_some(),
            "parents are equal"
        );
        let again = take(&Person::join(&home, "Zoé").await, &fragment).await;
        assert_eq!(again, Err(Trouble::LinkUsed));
    });
}

#[test]
fn a_professional_comes_in_with_what_was_agreed_and_nothing_else() {
    tell_everywhere(async |home| {
        let (mother, _) = parent(&home).await;
        mother.keeper.invite(physio(&home)).await.unwrap();
        let karim = Person::join(&home, "Karim").await;
        opened(&karim, &fragment(&mother)).await;
        assert_eq!(karim.allergies(), ["Pénicilline"]);
        assert_eq!(karim.notes(), Vec::<String>::new());
        // Health waits for a new key, since the invitation could open it: his own device makes it.
        karim.put(allergy("Latex")).await;
        assert_eq!(karim.keeper.scene().unsent, 0);
        mother.keeper.sync().await.unwrap();
        assert_eq!(mother.allergies(), ["Latex", "Pénicilline"]);

        let view = mother.view();
        let member = view.members.iter().find(|member| !member.me).unwrap();
        let consents: Vec<&Consent> = view
            .plains()
            .filter_map(|(_, plain)| match &plain.entry {
                Entry::Consent(consent) => Some(consent),
                _ => None,
            })
            .collect();
        assert_eq!(consents.len(), 1);
        assert!(member.is_named(&consents[0].member));
        assert_eq!(consents[0].consent_words, "Léo est d'accord.");
        let mine = karim.keeper.scene().carnets[0].mine.unwrap();
        assert_eq!(mine.role, Role::Professional);
        assert_eq!(mine.until, member.first_end());
    });
}

#[test]
fn an_invitation_that_is_over_says_why() {
    tell_everywhere(async |home| {
        let (mother, _) = parent(&home).await;
        let stranger = Person::join(&home, "Zoé").await;
        let link = mother.keeper.invite(physio(&home)).await.unwrap();
        let closed = fragment(&mother);
        let seen = stranger.keeper.guest(closed.clone()).await.unwrap();
        mother.keeper.close_invitation(link).await.unwrap();
        assert_eq!(mother.view().invitations, []);
        assert_eq!(take(&stranger, &closed).await, Err(Trouble::LinkClosed));
        assert_eq!(
            stranger.keeper.join(seen).await,
            Err(Trouble::LinkClosed),
            "what was looked at before cannot be taken any more"
        );
        assert!(stranger.keeper.scene().carnets.is_empty());

        mother.keeper.invite(physio(&home)).await.unwrap();
        let late = fragment(&mother);
        home.time.jump(8 * DAY);
        assert_eq!(take(&stranger, &late).await, Err(Trouble::LinkOver));
        mother.keeper.sync().await.unwrap();
        assert_eq!(mother.view().invitations, [], "it is closed by itself");
        assert_eq!(take(&stranger, &late).await, Err(Trouble::LinkOver));

        for broken in ["", "AAAA", &late[..40]] {
            let refused = stranger.keeper.guest(broken.to_owned()).await;
            assert_eq!(refused.err(), Some(Trouble::NotFound), "{broken}");
        }
    });
}

#[test]
fn of_two_who_hold_it_one_comes_in() {
    tell_everywhere(async |home| {
        let (mother, _) = parent(&home).await;
        mother.keeper.invite(physio(&home)).await.unwrap();
        let fragment = fragment(&mother);
        let (one, two) = (
            Person::join(&home, "Karim").await,
            Person::join(&home, "Zoé").await,
        );
        let first = one.keeper.guest(fragment.clone()).await.unwrap();
        let second = two.keeper.guest(fragment.clone()).await.unwrap();
        let (took, late) = futures::join!(one.keeper.join(first), two.keeper.join(second));
        assert_eq!(
            [took.is_ok(), late.is_ok()]
                .iter()
                .filter(|ok| **ok)
                .count(),
            1
        );
        assert_eq!(took.and(late).err(), Some(Trouble::LinkUsed));
        // A parent who opens it themself is told that they are in already.
        mother.keeper.sync().await.unwrap();
        mother.keeper.invite(physio(&home)).await.unwrap();
        let fragment = self::fragment(&mother);
        assert_eq!(take(&mother, &fragment).await, Err(Trouble::AlreadyIn));
    });
}

#[test]
fn a_lost_answer_lets_nobody_in_twice() {
    tell_everywhere(async |home| {
        let (mother, carnet) = parent(&home).await;
        mother.keeper.invite(physio(&home)).await.unwrap();
        let karim = Person::join(&home, "Karim").await;
        let guest = karim.keeper.guest(fragment(&mother)).await.unwrap();
        // The commit arrives, its answer is one that means nothing.
        karim.line.hostile(|request, response| {
            if request.method == Method::Post && request.path.ends_with("/log") {
                Response {
                    status: 503,
                    headers: Vec::new(),
                    body: Vec::new(),
                }
            } else {
                response
            }
        });
        assert_eq!(karim.keeper.join(guest).await, Ok(carnet));
        karim.line.set(Weather::Fair);
        karim.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(karim.allergies(), ["Pénicilline"]);
        mother.keeper.sync().await.unwrap();
        assert_eq!(mother.view().members.len(), 2);
    });
}

/// What a hostile server does to what it hands out of the log.
fn meddle(
    change: impl Fn(&mut Pulled) + 'static,
) -> impl Fn(&store::wire::Request, Response) -> Response {
    move |request, mut response| {
        if request.path.contains("/api/links/") && request.path.contains("/log") {
            let mut pulled: Pulled = protocol::cbor::decode(&response.body).unwrap();
            change(&mut pulled);
            response.body = protocol::cbor::encode(&pulled);
        }
        response
    }
}

#[test]
fn a_newcomer_is_not_led_into_a_forged_carnet() {
    tell(async {
        let home = Home::start().await;
        let (mother, _) = parent(&home).await;
        mother.keeper.invite(physio(&home)).await.unwrap();
        let fragment = fragment(&mother);
        let (other, _) = parent(&home).await;
        let _ = other;
        let karim = Person::join(&home, "Karim").await;
        let asked = async |change: fn(&mut Pulled)| {
            karim.line.hostile(meddle(change));
            let refused = karim.keeper.guest(fragment.clone()).await.err();
            karim.line.set(Weather::Fair);
            refused
        };
        // Another genesis, a commit that was altered, an older end, a key kept back or put in another's place.
        let forged = asked(|pulled| pulled.commits[0].signed.body[40] ^= 1).await;
        assert_eq!(forged, Some(Trouble::Forged(What::Commit(0))));
        let altered =
            asked(|pulled| pulled.commits[2].signed.signature = pulled.commits[1].signed.signature)
                .await;
        assert_eq!(altered, Some(Trouble::Forged(What::Commit(2))));
        let older = asked(|pulled| {
            pulled.commits.truncate(2);
            (pulled.seq, pulled.head) = (1, pulled.commits[1].signed.digest());
            pulled.envelopes.clear();
        })
        .await;
        assert!(
            matches!(older, Some(Trouble::RolledBack { offered: 1, .. })),
            "{older:?}"
        );
        let kept_back = asked(|pulled| pulled.envelopes.clear()).await;
        assert!(
            matches!(kept_back, Some(Trouble::Withheld(What::Key(_)))),
            "{kept_back:?}"
        );
        let swapped = asked(|pulled| pulled.envelopes[0].0[200] ^= 1).await;
        assert!(
            matches!(swapped, Some(Trouble::Withheld(What::Key(_)))),
            "{swapped:?}"
        );
        let head = asked(|pulled| pulled.head = pulled.commits[0].signed.digest()).await;
        assert_eq!(head, Some(Trouble::Forged(What::History)));
        opened(&karim, &fragment).await;
    });
}

#[test]
fn a_chain_that_left_the_invitations_head_is_refused() {
    tell(async {
        let home = Home::start().await;
        let (mother, _) = parent(&home).await;
        mother.keeper.invite(physio(&home)).await.unwrap();
        let fragment = fragment(&mother);
        // The same invitation with another head behind it, as after a fork of the log.
        let mut bytes = data_encoding::BASE64URL_NOPAD
            .decode(fragment.as_bytes())
            .unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        let forked = data_encoding::BASE64URL_NOPAD.encode(&bytes);
        let karim = Person::join(&home, "Karim").await;
        let refused = karim.keeper.guest(forked).await.err();
        assert_eq!(refused, Some(Trouble::Forged(What::History)));
    });
}

#[test]
fn whoever_comes_in_is_called_as_the_inviter_wrote() {
    tell(async {
        let home = Home::start().await;
        let (mother, _) = parent(&home).await;
        let mut long = physio(&home);
        long.label = "x".repeat(500);
        assert_eq!(
            mother.keeper.invite(long).await.err(),
            Some(Trouble::TooLarge)
        );
        mother.keeper.invite(physio(&home)).await.unwrap();
        let karim = Person::join(&home, "Maman").await;
        opened(&karim, &fragment(&mother)).await;
        for person in [&karim, &mother] {
            person.keeper.sync().await.unwrap();
            let names: Vec<String> = person
                .view()
                .members
                .iter()
                .map(|m| m.label.clone())
                .collect();
            assert!(names.contains(&"Karim, kiné".to_owned()), "{names:?}");
        }
    });
}

#[test]
fn the_past_can_be_kept_from_one_newcomer_and_shown_to_the_next() {
    tell_everywhere(async |home| {
        let (mother, _) = parent(&home).await;
        let later = NewInvitation {
            past: false,
            ..physio(&home)
        };
        mother.keeper.invite(later).await.unwrap();
        let karim = Person::join(&home, "Karim").await;
        opened(&karim, &fragment(&mother)).await;
        assert_eq!(karim.allergies(), Vec::<String>::new());
        assert_eq!(karim.view().identity().unwrap().1.full_name(), "Léo Martin");
        let hidden = karim.view();
        let mut versions = hidden.entries.values().flat_map(|entry| &entry.versions);
        let no_key = store::Reading::Unreadable(WhyUnreadable::NoKey);
        assert!(versions.any(|version| version.reading == no_key));
        mother.keeper.sync().await.unwrap();
        mother.put(allergy("Latex")).await;
        karim.keeper.sync().await.unwrap();
        assert_eq!(karim.allergies(), ["Latex"]);
        assert_eq!(karim.view().notices, []);

        mother.keeper.invite(guardian(&home)).await.unwrap();
        let father = Person::join(&home, "Paul").await;
        opened(&father, &fragment(&mother)).await;
        assert_eq!(father.allergies(), ["Latex", "Pénicilline"]);
        assert_eq!(father.view().notices, []);
        // And the mother, on a device without memory.
        let tablet = mother.elsewhere(&home);
        tablet.sign_in().await.unwrap();
        tablet.keeper.open_carnet(mother.view().id).await.unwrap();
        assert_eq!(tablet.allergies(), ["Latex", "Pénicilline"]);
    });
}

#[test]
fn rights_are_set_as_a_whole_renewed_and_taken_back() {
    tell_everywhere(async |home| {
        let (mother, _) = parent(&home).await;
        mother.keeper.invite(physio(&home)).await.unwrap();
        let karim = Person::join(&home, "Karim").await;
        opened(&karim, &fragment(&mother)).await;
        mother.keeper.sync().await.unwrap();
        let member = karim.view().me;
        let before = mother.view().member(member).unwrap().clone();
        let until = store::renewed(before.first_end(), home.time.now().plus(30 * DAY));
        let rights = |rights: Vec<NewRight>| NewRights {
            member,
            rights,
            past: true,
            consent: Some(Consent {
                allowed_to: "Karim, kiné".into(),
                ..Consent::default()
            }),
        };
        home.time.jump(29 * DAY);
        let seq = mother.view().seq;
        let all = vec![
            right(SectionId::TEAM, Access::Read, until),
            right(SectionId::HEALTH, Access::Write, until),
        ];
        mother.keeper.set_rights(rights(all)).await.unwrap();
        assert_eq!(mother.view().seq, seq + 1);
        let after = mother.view().member(member).unwrap().clone();
        assert_eq!(after.first_end(), until);
        // One section more, health no longer.
        let other = vec![
            right(SectionId::TEAM, Access::Read, until),
            right(SectionId::NOTEBOOK, Access::Write, until),
        ];
        mother.keeper.set_rights(rights(other)).await.unwrap();
        karim.keeper.sync().await.unwrap();
        assert_eq!(karim.notes(), ["entre nous"]);
        assert_eq!(karim.allergies(), Vec::<String>::new());
        let writable = karim.view().writable.clone();
        assert_eq!(writable, [Section::Notebook]);
        mother.put(allergy("Soja")).await;
        assert_eq!(mother.view().notices, []);
        assert_eq!(
            mother
                .view()
                .plains()
                .filter(|(_, plain)| matches!(plain.entry, Entry::Consent(_)))
                .count(),
            3
        );
        // His rights end; his list of carnets says so.
        home.time.jump(3 * 365 * DAY);
        karim.keeper.sync().await.unwrap();
        karim.keeper.open_carnet(mother.view().id).await.unwrap();
        assert!(karim.keeper.scene().carnets[0].mine.unwrap().over);
    });
}

#[test]
fn who_lost_every_way_in_is_let_in_anew_and_who_they_were_goes() {
    tell_everywhere(async |home| {
        let (mother, _) = parent(&home).await;
        mother.keeper.invite(physio(&home)).await.unwrap();
        let karim = Person::join(&home, "Karim").await;
        opened(&karim, &fragment(&mother)).await;
        mother.keeper.sync().await.unwrap();
        let again = NewInvitation {
            replaces: Some(karim.view().me),
            ..physio(&home)
        };
        mother.keeper.invite(again).await.unwrap();
        assert!(mother.view().member(karim.view().me).is_none());
        let anew = Person::join(&home, "Karim").await;
        opened(&anew, &fragment(&mother)).await;
        assert_eq!(anew.allergies(), ["Pénicilline"]);
        anew.put(allergy("Latex")).await;
        assert_eq!(karim.keeper.sync().await, Err(Trouble::NotAllowed));
    });
}

#[test]
fn what_is_new_since_the_last_visit_is_counted() {
    tell_everywhere(async |home| {
        let (mother, _) = parent(&home).await;
        mother.keeper.invite(physio(&home)).await.unwrap();
        let karim = Person::join(&home, "Karim").await;
        opened(&karim, &fragment(&mother)).await;
        let news = |person: &Person| person.keeper.scene().carnets[0].news;
        assert_eq!(news(&karim), 0);
        karim.keeper.close_carnet().await.unwrap();
        mother.keeper.sync().await.unwrap();
        mother.put(allergy("Latex")).await;
        mother.put(allergy("Kiwi")).await;
        mother.put(note("pas pour lui")).await;
        karim.keeper.refresh_account().await.unwrap();
        karim.keeper.sync().await.unwrap();
        assert_eq!(news(&karim), 2, "two entries that he may read");
        let later = karim.reload(&home);
        later.sign_in().await.unwrap();
        assert_eq!(news(&later), 2, "remembered on this device");
        later.keeper.open_carnet(mother.view().id).await.unwrap();
        assert_eq!(news(&later), 0);
    });
}

#[test]
fn who_came_in_while_the_answer_was_lost_is_shown_no_older_history() {
    tell_everywhere(async |home| {
        let (mother, carnet) = parent(&home).await;
        mother.keeper.invite(physio(&home)).await.unwrap();
        let karim = Person::join(&home, "Karim").await;
        let guest = karim.keeper.guest(fragment(&mother)).await.unwrap();
        // The commit arrives, its answer does not, and from then on the server shows what was before the invitation.
        karim.line.hostile(|request, mut answer| {
            if !request.path.contains("/log") {
                return answer;
            }
            if request.method == Method::Post {
                return Response {
                    status: 503,
                    body: Vec::new(),
                    ..answer
                };
            }
            if let Ok(mut pulled) = decode::<Pulled>(&answer.body) {
                pulled.commits.truncate(2);
                pulled.seq = 1;
                pulled.head = pulled.commits[1].signed.digest();
                answer.body = encode(&pulled);
            }
            answer
        });
        let joined = karim.keeper.join(guest).await;
        assert!(
            matches!(joined, Err(Trouble::RolledBack { offered: 1, .. })),
            "{joined:?}"
        );
        karim.line.set(Weather::Fair);
        karim.keeper.open_carnet(carnet).await.unwrap();
        assert_eq!(karim.allergies(), ["Pénicilline"]);
    });
}
