//! Plans, devices, and what is told after an outage.

use protocol::ids::MemberId;
use protocol::limits;
use protocol::time::{DAY, MINUTE, Seconds};
use storage::Storage;
use storage::device::Device;
use storage::late::LATE_AFTER;
use storage::plan::{PlanRow, PlanRows};
use storage::reminder::{Claimed, DEVICE, DUE, LATE, MAIL, PUSH, Settled};

use crate::support::{START, account};

/// Far from what other stories left behind.
const NOW: Seconds = Seconds(START.0 + 1_000 * DAY);
const PLAN: [u8; 16] = [3; 16];

fn row(id: u8, channel: &str, due: u64) -> PlanRow {
    PlanRow {
        id: [id; 16],
        due: NOW.plus(due),
        until: NOW.plus(due + DAY),
        channel: channel.to_owned(),
        text: (channel == PUSH).then(|| vec![id; 8]),
        titles: (channel == MAIL).then(|| format!("Orthèse {id}")),
    }
}

fn plan(mark: u8, rows: Vec<PlanRow>) -> PlanRows {
    PlanRows {
        plan: PLAN,
        since: NOW,
        mark: vec![mark; 32],
        rows,
    }
}

fn device(id: u8) -> Device {
    Device {
        id: [id; 16],
        endpoint: format!("https://push.example.org/{id}"),
        p256dh: vec![4; 65],
        auth: vec![id; 16],
        failures: 0,
    }
}

/// What the account is to be sent at that moment; it is claimed for a minute.
async fn claimed(storage: &Storage, whose: MemberId, at: Seconds) -> Vec<Claimed> {
    storage.spread_to_devices(at).await.unwrap();
    storage.gather_late(at).await.unwrap();
    let mut all = Vec::new();
    for channel in [MAIL, DEVICE] {
        // One of each account at a time.
        loop {
            let some = storage
                .claim_reminders(at, at.plus(MINUTE), 1000, channel)
                .await
                .unwrap();
            if some.is_empty() {
                break;
            }
            all.extend(some);
        }
    }
    let mut mine: Vec<Claimed> = all
        .into_iter()
        .filter(|claimed| claimed.account == whose)
        .collect();
    mine.sort_by_key(|claimed| (claimed.channel.clone(), claimed.due, claimed.id));
    mine
}

async fn settle(storage: &Storage, claimed: &[Claimed], settled: Settled, at: Seconds) {
    for one in claimed {
        storage.settle_reminder(one, settled, at).await.unwrap();
    }
}

pub async fn a_plan_is_replaced_whole(storage: &Storage) {
    let anne = account(storage).await;
    let first = plan(
        1,
        vec![row(1, MAIL, 10), row(2, MAIL, 20), row(3, MAIL, 30)],
    );
    assert!(storage.set_plan(anne, &first, NOW, 100, 50).await.unwrap());
    assert_eq!(storage.plans(anne).await.unwrap()[&PLAN], [1; 32]);
    // The second is settled, the third is another time now.
    let second = plan(2, vec![row(1, MAIL, 10), row(3, MAIL, 40)]);
    assert!(storage.set_plan(anne, &second, NOW, 100, 50).await.unwrap());
    assert!(
        !storage.set_plan(anne, &first, NOW, 2, 50).await.unwrap(),
        "too many"
    );
    assert_eq!(storage.plans(anne).await.unwrap()[&PLAN], [2; 32]);

    let at = NOW.plus(25);
    let due = claimed(storage, anne, at).await;
    assert_eq!(due.len(), 1);
    assert_eq!((due[0].id, due[0].words.as_str()), ([1; 16], DUE));
    settle(storage, &due, Settled::Done, at).await;
    // The same plan once more does not bring back what was sent.
    assert!(
        storage
            .set_plan(anne, &second, NOW.plus(5), 100, 50)
            .await
            .unwrap()
    );
    assert!(claimed(storage, anne, at).await.is_empty());
    // What waits from before stays when the plan no longer speaks of that time.
    let later = PlanRows {
        since: NOW.plus(41),
        ..plan(3, vec![row(9, MAIL, 60)])
    };
    assert!(
        storage
            .set_plan(anne, &later, NOW.plus(41), 100, 50)
            .await
            .unwrap()
    );
    let due = claimed(storage, anne, NOW.plus(70)).await;
    let ids: Vec<_> = due.iter().map(|one| one.id).collect();
    assert_eq!(ids, [[3; 16], [9; 16]]);
    settle(storage, &due, Settled::Done, NOW.plus(70)).await;
    let empty = plan(4, Vec::new());
    assert!(storage.set_plan(anne, &empty, NOW, 100, 50).await.unwrap());
    assert!(storage.plans(anne).await.unwrap().is_empty());
}

pub async fn nobody_is_written_to_without_end(storage: &Storage) {
    let eve = account(storage).await;
    let flood = |many: u8| {
        plan(
            1,
            (0..many)
                .map(|id| row(id, MAIL, 60 + u64::from(id)))
                .collect(),
        )
    };
    assert!(
        !storage
            .set_plan(eve, &flood(51), NOW, 100, 50)
            .await
            .unwrap()
    );
    assert!(storage.plans(eve).await.unwrap().is_empty());
    assert!(
        storage
            .set_plan(eve, &flood(50), NOW, 100, 50)
            .await
            .unwrap()
    );
    let empty = plan(2, Vec::new());
    assert!(storage.set_plan(eve, &empty, NOW, 100, 50).await.unwrap());
}

pub async fn each_device_is_told_for_itself(storage: &Storage) {
    let bea = account(storage).await;
    for id in [7, 8] {
        let device = device(id);
        assert!(storage.set_device(bea, &device, NOW, 2).await.unwrap());
    }
    assert!(!storage.set_device(bea, &device(9), NOW, 2).await.unwrap());
    let rows = plan(1, vec![row(1, PUSH, 10), row(2, PUSH, 100)]);
    assert!(storage.set_plan(bea, &rows, NOW, 100, 50).await.unwrap());
    let at = NOW.plus(10);
    let due = claimed(storage, bea, at).await;
    let mut places: Vec<_> = due
        .iter()
        .map(|one| one.device.as_ref().unwrap().id[0])
        .collect();
    places.sort_unstable();
    assert_eq!(places, [7, 8]);
    assert!(due.iter().all(|one| one.channel == DEVICE));
    assert!(
        due.iter()
            .all(|one| one.text.as_deref() == Some(&[1; 8][..]))
    );
    // One is reached, the other is tried again; then the person has done it, and it is not tried any more.
    settle(storage, &due[..1], Settled::Done, at).await;
    settle(storage, &due[1..], Settled::Again(at.plus(1)), at).await;
    let again = claimed(storage, bea, at.plus(2)).await;
    assert_eq!(again.len(), 1);
    assert_eq!((again[0].id, again[0].failures), (due[1].id, 1));
    settle(storage, &again, Settled::Again(at.plus(5)), at).await;
    let less = plan(2, vec![row(2, PUSH, 100)]);
    assert!(storage.set_plan(bea, &less, NOW, 100, 50).await.unwrap());
    assert!(claimed(storage, bea, at.plus(6)).await.is_empty());
    // A device that is gone takes with it what waits for it.
    storage.remove_device(bea, &[7; 16]).await.unwrap();
    assert_eq!(claimed(storage, bea, NOW.plus(100)).await.len(), 1);
    assert_eq!(storage.devices(bea).await.unwrap(), [([8; 16], NOW)]);
}

pub async fn a_device_that_is_not_reached_rests_and_keeps_nobody_waiting(storage: &Storage) {
    let (eve, bea) = (account(storage).await, account(storage).await);
    for id in 1..=9 {
        assert!(storage.set_device(eve, &device(id), NOW, 20).await.unwrap());
    }
    assert!(storage.set_device(bea, &device(1), NOW, 20).await.unwrap());
    let many = plan(
        1,
        (1..=9)
            .map(|id| row(16 * id, PUSH, u64::from(id)))
            .collect(),
    );
    assert!(storage.set_plan(eve, &many, NOW, 100, 50).await.unwrap());
    let one = plan(1, vec![row(1, PUSH, 60)]);
    assert!(storage.set_plan(bea, &one, NOW, 100, 50).await.unwrap());
    let at = NOW.plus(60);
    storage.spread_to_devices(at).await.unwrap();
    let claim = async |at: Seconds| -> Vec<Claimed> {
        let due = storage
            .claim_reminders(at, at.plus(MINUTE), 1000, DEVICE)
            .await
            .unwrap();
        let ours = [eve, bea];
        due.into_iter()
            .filter(|one| ours.contains(&one.account))
            .collect()
    };
    // However many there are for one account, it has one in a turn.
    let due = claim(at).await;
    assert_eq!(due.len(), 2);
    let hers = due.iter().find(|one| one.account == eve).unwrap();
    let silent = hers.device.as_ref().unwrap().id;
    let rests = at.plus(10 * MINUTE);
    assert_eq!(
        storage
            .note_device(eve, &silent, Some(rests))
            .await
            .unwrap(),
        1
    );
    settle(storage, &due, Settled::Again(at), at).await;
    // What is for a device that rests waits with it, all of it; then that device comes last.
    let mut seen = 0;
    loop {
        let due: Vec<Claimed> = claim(at)
            .await
            .into_iter()
            .filter(|one| one.account == eve)
            .collect();
        let Some(one) = due.first() else { break };
        assert_ne!(one.device.as_ref().unwrap().id, silent);
        settle(storage, &due, Settled::Done, at).await;
        seen += 1;
    }
    assert_eq!(seen, 8 * 9);
    let due = claim(rests).await;
    let again = due.iter().find(|one| one.account == eve).unwrap();
    assert_eq!(
        again.device.as_ref().map(|it| (it.id, it.failures)),
        Some((silent, 1))
    );
    assert_eq!(storage.note_device(eve, &silent, None).await.unwrap(), 0);
    for device in 1..=9 {
        storage.remove_device(eve, &[device; 16]).await.unwrap();
    }
    storage.remove_device(bea, &[1; 16]).await.unwrap();
}

pub async fn what_was_sent_does_not_pile_up(storage: &Storage) {
    let eve = account(storage).await;
    let wide = |round: u16, at: Seconds| PlanRows {
        plan: [u8::try_from(round).unwrap(); 16],
        since: at,
        mark: vec![1; 32],
        rows: (0..u16::try_from(limits::PLAN).unwrap())
            .map(|number| {
                let mut id = [0; 16];
                id[..2].copy_from_slice(&round.to_be_bytes());
                id[2..4].copy_from_slice(&number.to_be_bytes());
                PlanRow {
                    id,
                    due: at.plus(10),
                    until: at.plus(DAY),
                    ..row(1, PUSH, 10)
                }
            })
            .collect(),
    };
    for round in 0..15 {
        let at = NOW.plus(u64::from(round) * MINUTE);
        let plan = wide(round, at);
        assert!(storage.set_plan(eve, &plan, at, 4000, 100).await.unwrap());
        storage.spread_to_devices(at.plus(10)).await.unwrap();
    }
    let most = limits::REMINDERS + 2 * limits::PLAN;
    assert!(storage.reminder_rows(eve).await.unwrap() <= most as u64);
    // On one day there are not so many for devices.
    let at = NOW.plus(20 * DAY);
    assert!(
        storage
            .set_plan(eve, &wide(20, at), at, 4000, 100)
            .await
            .unwrap()
    );
    assert!(
        !storage
            .set_plan(eve, &wide(21, at), at, 4000, 100)
            .await
            .unwrap()
    );
    let none = PlanRows {
        rows: Vec::new(),
        ..wide(20, at)
    };
    assert!(storage.set_plan(eve, &none, at, 4000, 100).await.unwrap());
}

pub async fn what_is_late_is_told_of_once(storage: &Storage) {
    let carl = account(storage).await;
    let rows = vec![row(1, MAIL, 10), row(2, MAIL, 1000), row(3, MAIL, 1010)];
    assert!(
        storage
            .set_plan(carl, &plan(1, rows), NOW, 100, 50)
            .await
            .unwrap()
    );
    // One alone is sent as it is, however late.
    let at = NOW.plus(15 + LATE_AFTER);
    let due = claimed(storage, carl, at).await;
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].words, DUE);
    settle(storage, &due, Settled::Again(at.plus(MINUTE)), at).await;
    // Later there are three, the first between two tries: one message says so.
    let at = NOW.plus(1011 + LATE_AFTER);
    let due = claimed(storage, carl, at).await;
    let told: Vec<_> = due
        .iter()
        .map(|one| (one.words.as_str(), one.times))
        .collect();
    assert_eq!(told, [(LATE, 3)]);
    settle(storage, &due, Settled::Done, at).await;
    assert!(claimed(storage, carl, at.plus(DAY)).await.is_empty());
    // What is of no use any more is not sent, even alone.
    let one = plan(2, vec![row(4, MAIL, 200 * MINUTE)]);
    assert!(
        storage
            .set_plan(carl, &one, NOW.plus(100 * MINUTE), 100, 50)
            .await
            .unwrap()
    );
    let at = NOW.plus(200 * MINUTE + 2 * DAY);
    let due = claimed(storage, carl, at).await;
    let told: Vec<_> = due
        .iter()
        .map(|one| (one.words.as_str(), one.times))
        .collect();
    assert_eq!(told, [(LATE, 1)]);
    settle(storage, &due, Settled::Done, at).await;
}

pub async fn mails_say_what_they_are_about_only_while_somebody_wants_it(storage: &Storage) {
    let eva = account(storage).await;
    let told = async |at: Seconds| -> Vec<Option<String>> {
        let due = claimed(storage, eva, at).await;
        settle(storage, &due, Settled::Again(at), at).await;
        due.into_iter().map(|one| one.titles).collect()
    };
    let rows = plan(1, vec![row(1, MAIL, 10)]);
    let keep = async || storage.set_plan(eva, &rows, NOW, 100, 50).await.unwrap();
    let email = async |at| storage.set_email(eva, Some(at), "fr").await.unwrap();
    // Handed over by a device that thinks it is wanted: not kept.
    assert!(keep().await && !storage.is_readable(eva).await.unwrap());
    assert_eq!(told(NOW.plus(10)).await, [None]);
    email("eva@example.org").await;
    storage.set_readable(eva, true).await.unwrap();
    assert_eq!(
        told(NOW.plus(11)).await,
        [None],
        "what was not kept is not there"
    );
    assert!(keep().await && storage.is_readable(eva).await.unwrap());
    assert_eq!(told(NOW.plus(12)).await, [Some("Orthèse 1".to_owned())]);
    // Off: what waits loses its words, and does not find them again.
    storage.set_readable(eva, false).await.unwrap();
    assert_eq!(told(NOW.plus(13)).await, [None]);
    storage.set_readable(eva, true).await.unwrap();
    assert_eq!(told(NOW.plus(14)).await, [None]);
    // The same address again changes nothing; another one switches it off.
    assert!(keep().await);
    email("eva@example.org").await;
    assert_eq!(told(NOW.plus(15)).await, [Some("Orthèse 1".to_owned())]);
    email("eve@example.org").await;
    assert!(!storage.is_readable(eva).await.unwrap());
    assert_eq!(told(NOW.plus(16)).await, [None]);
    // Once sent, nothing of it is left.
    storage.set_readable(eva, true).await.unwrap();
    assert!(keep().await);
    let due = claimed(storage, eva, NOW.plus(17)).await;
    settle(storage, &due, Settled::Done, NOW.plus(17)).await;
    storage.set_readable(eva, true).await.unwrap();
    assert!(told(NOW.plus(18)).await.is_empty());
}

pub async fn own_keys_are_made_once(storage: &Storage) {
    let purpose = crate::support::text();
    let first = storage.own_key(&purpose, &[1; 32]).await.unwrap();
    let second = storage.own_key(&purpose, &[2; 32]).await.unwrap();
    assert_eq!((first, second), (vec![1; 32], vec![1; 32]));
}

pub async fn trying_waits_a_minute(storage: &Storage) {
    let dora = account(storage).await;
    storage.try_reminder(dora, MAIL, None, NOW).await.unwrap();
    let due = claimed(storage, dora, NOW).await;
    assert_eq!(due.len(), 1);
    settle(storage, &due, Settled::Done, NOW).await;
    storage
        .try_reminder(dora, MAIL, None, NOW.plus(5))
        .await
        .unwrap();
    assert!(claimed(storage, dora, NOW.plus(5)).await.is_empty());
    assert_eq!(claimed(storage, dora, NOW.plus(MINUTE)).await.len(), 1);
}
