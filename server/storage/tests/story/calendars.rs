//! What members let calendar programs read.

use protocol::calendar::served;
use protocol::ids::Digest;
use protocol::time::Seconds;
use storage::{Storage, StorageError};

use super::support::{account, bare, random, signed};

pub async fn a_calendar_is_set_read_and_closed(storage: &Storage) {
    let member = account(storage).await;
    let carnet = protocol::ids::CarnetId::from_bytes(random());
    let signed = signed(b"a calendar's genesis");
    storage
        .append(&bare(carnet, 0, None, &signed, member))
        .await
        .unwrap();
    let (access, other) = (Digest::from_bytes(random()), Digest::from_bytes(random()));
    let (one, two) = (served("un"), served("deux"));
    let now = Seconds(7_200 + 5);
    assert!(storage.calendar(carnet, member).await.unwrap().is_none());
    storage
        .set_calendar(carnet, member, &access, ("un", &one), now)
        .await
        .unwrap();
    storage
        .set_calendar(carnet, member, &access, ("deux", &two), now)
        .await
        .unwrap();
    let found = storage.subscribed(&access, now).await.unwrap().unwrap();
    assert_eq!((found.carnet, found.member), (carnet, member));
    assert_eq!((found.text.as_str(), found.served), ("deux", two));
    let state = storage.calendar(carnet, member).await.unwrap().unwrap();
    assert_eq!(
        (state.access, state.served, state.updated),
        (access, two, now)
    );
    assert_eq!(state.fetched, Some(Seconds(7_200)));
    // Another address: the one before is nobody's any more, and nobody asked yet.
    storage
        .set_calendar(carnet, member, &other, ("deux", &two), now)
        .await
        .unwrap();
    assert!(storage.subscribed(&access, now).await.unwrap().is_none());
    assert_eq!(
        storage
            .calendar(carnet, member)
            .await
            .unwrap()
            .unwrap()
            .fetched,
        None
    );
    let stranger = account(storage).await;
    let taken = storage
        .set_calendar(carnet, stranger, &access, ("un", &one), now)
        .await;
    assert!(matches!(taken, Err(StorageError::Exists)));
    storage.close_calendar(carnet, member).await.unwrap();
    storage.close_calendar(carnet, member).await.unwrap();
    assert!(storage.subscribed(&other, now).await.unwrap().is_none());
    // A device that has not heard of it does not open it again.
    for closed in [&access, &other] {
        let again = storage
            .set_calendar(carnet, member, closed, ("un", &one), now)
            .await;
        assert!(matches!(again, Err(StorageError::Exists)));
    }
}
