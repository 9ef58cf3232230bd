//! Plans, devices, and what is told after an outage.

use protocol::ids::MemberId;
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
    }
}

/// What the account is to be sent at that moment; it is claimed for a minute.
async fn claimed(storage: &Storage, whose: MemberId, at: Seconds) -> Vec<Claimed> {
    storage.spread_to_devices(at).await.unwrap();
    storage.gather_late(at).await.unwrap();
    let all = storage
        .claim_reminders(at, at.plus(MINUTE), 1000, true)
        .await
        .unwrap();
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
