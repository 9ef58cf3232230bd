//! Links and deposits.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use data_encoding::BASE64URL_NOPAD;
use proptest::prelude::*;
use protocol::cbor::encode_stored;
use protocol::commit::sealed_digest;
use protocol::deposit::{Deposit, follow};
use protocol::ids::{CarnetId, Digest};
use protocol::signing::{Kind, verify};
use sealing::deposit::{DepositError, Depositor, PLAIN, TraySecret, open_deposit, tray_digest};
use sealing::link::{BundleError, Fragment, LinkError, LinkSecret};

const CARNET: CarnetId = CarnetId::from_bytes([3; 32]);

fn fragment(tray: Option<Digest>) -> Fragment {
    Fragment {
        secret: LinkSecret::make(),
        carnet: CARNET,
        seq: 42,
        head: Digest::from_bytes([8; 32]),
        tray,
    }
}

#[test]
fn a_fragment_reads_back_and_leads_to_the_same_keys() {
    for tray in [None, Some(Digest::from_bytes([9; 32]))] {
        let made = fragment(tray);
        let read = Fragment::read(&made.text()).unwrap();
        assert_eq!(
            (read.carnet, read.seq, read.head, read.tray),
            (made.carnet, made.seq, made.head, made.tray)
        );
        assert_eq!(read.secret.holder().id(), made.secret.holder().id());
        assert_eq!(read.secret.access_token(), made.secret.access_token());
    }
}

#[test]
fn what_a_link_shows_opens_with_its_secret_alone() {
    let (link, other) = (LinkSecret::make(), LinkSecret::make());
    let sealed = link.seal_bundle(CARNET, b"a document");
    let opened = link.open_bundle(CARNET, &sealed).unwrap();
    assert_eq!(&opened[..], b"a document");
    let elsewhere = CarnetId::from_bytes([4; 32]);
    assert_eq!(
        link.open_bundle(elsewhere, &sealed),
        Err(BundleError::Broken)
    );
    assert_eq!(other.open_bundle(CARNET, &sealed), Err(BundleError::Broken));
    assert_eq!(
        link.open_bundle(CARNET, &sealed[..20]),
        Err(BundleError::Broken)
    );
    let newer = [&[sealed[0] + 1], &sealed[1..]].concat();
    assert_eq!(link.open_bundle(CARNET, &newer), Err(BundleError::Newer));
    assert_eq!(link.root().id(), link.holder().id());
}

#[test]
fn a_fragment_copied_in_part_is_refused() {
    let text = fragment(None).text();
    for length in 0..text.len() {
        assert_eq!(
            Fragment::read(&text[..length]).unwrap_err(),
            LinkError::Incomplete
        );
    }
    assert_eq!(
        Fragment::read(&format!("{}AAAA", text.as_str())).unwrap_err(),
        LinkError::Incomplete
    );
    assert_eq!(
        Fragment::read(&"A".repeat(1_000_000)).unwrap_err(),
        LinkError::Incomplete
    );
    let mut newer = BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
    newer[0] = 2;
    assert_eq!(
        Fragment::read(&BASE64URL_NOPAD.encode(&newer)).unwrap_err(),
        LinkError::Newer
    );
}

proptest! {
    #[test]
    fn reading_a_fragment_never_panics(text in "\\PC{0,300}") {
        let _ = Fragment::read(&text);
    }
}

#[test]
fn a_link_signs_as_a_member() {
    let holder = LinkSecret::make().holder();
    let signature = holder.sign(Kind::Commit, b"admit");
    verify(&holder.public().signing, Kind::Commit, b"admit", &signature).unwrap();
    verify(
        &holder.public().signing,
        Kind::Session,
        b"admit",
        &signature,
    )
    .unwrap_err();
    verify(
        &holder.public().signing,
        Kind::Commit,
        b"admit!",
        &signature,
    )
    .unwrap_err();
}

#[test]
fn what_is_deposited_the_tray_opens_and_the_depositor_does_not() {
    let (tray, secret) = (TraySecret::make(), LinkSecret::make());
    let depositor =
        Depositor::new(&secret, tray.recipient(), &tray_digest(tray.recipient())).unwrap();
    let link = depositor.public().member_id();
    let sealed = depositor.seal(CARNET, 0, b"report").unwrap();
    let deposit = Deposit {
        carnet: CARNET,
        link,
        counter: 0,
        previous: None,
        payload: sealed_digest(&sealed),
        size: u32::try_from(sealed.len()).unwrap(),
        files: vec![],
    };
    let body = encode_stored(&deposit);
    follow(
        CARNET,
        depositor.public(),
        None,
        &body,
        &depositor.sign(&body),
    )
    .unwrap();

    let tray = TraySecret::read(&tray.text_for_entry()).unwrap();
    assert_eq!(
        &open_deposit(&tray, CARNET, link, 0, &sealed).unwrap()[..],
        b"report"
    );
    let error = |result: Result<_, DepositError>| result.map(drop).unwrap_err();
    assert_eq!(
        error(open_deposit(&tray, CARNET, link, 1, &sealed)),
        DepositError::WrongPlace
    );
    assert_eq!(
        error(open_deposit(
            &tray,
            CARNET,
            secret.holder().id(),
            0,
            &sealed
        )),
        DepositError::WrongPlace
    );
    assert_eq!(
        error(open_deposit(
            &tray,
            CarnetId::from_bytes([4; 32]),
            link,
            0,
            &sealed
        )),
        DepositError::WrongPlace
    );
    assert_eq!(
        error(open_deposit(&TraySecret::make(), CARNET, link, 0, &sealed)),
        DepositError::NotForUs
    );
    assert_eq!(
        error(open_deposit(
            &tray,
            CARNET,
            link,
            0,
            &sealed[..sealed.len() - 1]
        )),
        DepositError::Malformed
    );

    let longest = depositor.seal(CARNET, 1, &vec![7; PLAIN]).unwrap();
    assert!(longest.len() <= protocol::limits::PAYLOAD);
    assert_eq!(
        open_deposit(&tray, CARNET, link, 1, &longest)
            .unwrap()
            .len(),
        PLAIN
    );
    assert_eq!(
        depositor.seal(CARNET, 1, &vec![7; PLAIN + 1]),
        Err(DepositError::TooLong)
    );
}

#[test]
fn a_tray_that_the_server_put_in_its_place_is_refused() {
    let (tray, other) = (TraySecret::make(), TraySecret::make());
    let named = tray_digest(tray.recipient());
    assert_eq!(
        Depositor::new(&LinkSecret::make(), other.recipient(), &named).map(drop),
        Err(DepositError::WrongTray)
    );
}
