//! Who may come in.

use protocol::account::WayKind;
use protocol::ids::LookupId;
use protocol::time::{DAY, Seconds};
use storage::ceremony::CeremonyKind;
use storage::proof::{NewWayRow, ProofRow};
use storage::{Storage, StorageError};

use crate::support::{START, account, keys, list, passkey_way, random, text, way_id};

pub async fn an_account_and_its_ways(storage: &Storage) {
    let keys = keys();
    let id = keys.member_id();
    let way = passkey_way();
    storage
        .open_account(&keys, &list(0), 0, &way, START)
        .await
        .unwrap();
    let again = storage
        .open_account(&keys, &list(0), 0, &passkey_way(), START)
        .await;
    assert!(matches!(again, Err(StorageError::Exists)));
    let row = storage.account(id).await.unwrap().unwrap();
    assert_eq!((row.keys, row.list, row.email), (keys, list(0), None));
    assert!(
        storage
            .account(crate::support::keys().member_id())
            .await
            .unwrap()
            .is_none()
    );

    assert!(storage.set_list(id, &list(1), 1).await.unwrap());
    assert!(!storage.set_list(id, &list(1), 1).await.unwrap());
    assert!(!storage.set_list(id, &list(3), 3).await.unwrap());
    storage
        .set_email(id, Some("anne@example.org"), "en")
        .await
        .unwrap();
    let row = storage.account(id).await.unwrap().unwrap();
    assert_eq!(
        (row.list, row.email.as_deref()),
        (list(1), Some("anne@example.org"))
    );

    let lookup = LookupId::from_bytes(random());
    let code = |lookup| NewWayRow {
        id: way_id(),
        wrap: vec![9],
        proof: ProofRow::Token {
            kind: WayKind::Code,
            lookup,
            token_hash: [5; 32],
        },
    };
    storage.add_way(id, &code(lookup), START).await.unwrap();
    let taken = storage
        .add_way(account(storage).await, &code(lookup), START)
        .await;
    assert!(matches!(taken, Err(StorageError::Exists)));
    let found = storage
        .way_by_lookup(WayKind::Code, lookup)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (found.account, found.token_hash, found.wrap),
        (id, vec![5; 32], vec![9])
    );
    assert!(
        storage
            .way_by_lookup(WayKind::Name, lookup)
            .await
            .unwrap()
            .is_none()
    );
    // A new code takes the place of the old one; passkeys stay.
    let newer = LookupId::from_bytes(random());
    storage
        .add_way(id, &code(newer), START.plus(1))
        .await
        .unwrap();
    assert!(
        storage
            .way_by_lookup(WayKind::Code, lookup)
            .await
            .unwrap()
            .is_none()
    );
    let kinds: Vec<_> = storage
        .ways(id)
        .await
        .unwrap()
        .into_iter()
        .map(|way| way.kind)
        .collect();
    assert_eq!(kinds, [WayKind::Passkey, WayKind::Code]);

    let credential = credential_of(&way);
    let found = storage
        .way_by_credential(credential)
        .await
        .unwrap()
        .unwrap();
    storage
        .used_way(found.way, Some("{\"counter\":1}"), START.plus(5))
        .await
        .unwrap();
    let found = storage
        .way_by_credential(credential)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.passkey, "{\"counter\":1}");
    assert!(!storage.remove_way(id, found.way, 2).await.unwrap());
    assert!(storage.remove_way(id, found.way, 1).await.unwrap());
    assert!(!storage.remove_way(id, found.way, 0).await.unwrap());
    assert!(storage.erase_account(id, START).await.unwrap());
    assert!(storage.account(id).await.unwrap().is_none());
    assert!(
        storage
            .way_by_lookup(WayKind::Code, newer)
            .await
            .unwrap()
            .is_none()
    );
}

pub async fn sessions_ceremonies_and_tries(storage: &Storage) {
    let id = account(storage).await;
    let token = random();
    storage
        .open_session(&token, id, START, START.plus(DAY))
        .await
        .unwrap();
    assert_eq!(
        storage
            .session(&token, START)
            .await
            .unwrap()
            .unwrap()
            .account,
        id
    );
    assert!(
        storage
            .session(&token, START.plus(DAY))
            .await
            .unwrap()
            .is_none()
    );
    storage
        .extend_session(&token, START.plus(2 * DAY))
        .await
        .unwrap();
    assert!(
        storage
            .session(&token, START.plus(DAY))
            .await
            .unwrap()
            .is_some()
    );
    storage.close_session(&token).await.unwrap();
    assert!(storage.session(&token, START).await.unwrap().is_none());

    let ceremony = random();
    let kind = CeremonyKind::PasskeyCreate;
    storage
        .begin_ceremony(&ceremony, kind, &text(), Some(id), START.plus(300))
        .await
        .unwrap();
    let wrong = CeremonyKind::PasskeySignIn;
    assert!(
        storage
            .take_ceremony(&ceremony, wrong, START)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        storage
            .take_ceremony(&ceremony, kind, START.plus(300))
            .await
            .unwrap()
            .is_none()
    );
    let taken = storage
        .take_ceremony(&ceremony, kind, START)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(taken.account, Some(id));
    assert!(
        storage
            .take_ceremony(&ceremony, kind, START)
            .await
            .unwrap()
            .is_none()
    );

    let subject = random();
    for count in 1..=3 {
        assert_eq!(
            storage.count_try(&subject, 900, START).await.unwrap(),
            count
        );
    }
    let later = Seconds(START.0 + 901);
    assert_eq!(storage.count_try(&subject, 900, later).await.unwrap(), 1);
    storage.forget_tries(&subject).await.unwrap();
    assert_eq!(storage.count_try(&subject, 900, later).await.unwrap(), 1);
}

fn credential_of(way: &NewWayRow) -> &str {
    match &way.proof {
        ProofRow::Passkey { credential, .. } => credential,
        ProofRow::Token { .. } => panic!("no passkey"),
    }
}
