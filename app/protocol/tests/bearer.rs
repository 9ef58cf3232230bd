//! Messages about links that are read without an account, as they were first spoken.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
use data_encoding::HEXLOWER;
use protocol::bearer::{LinkView, SetAccess};
use protocol::carnet::{Act, Journal, JournalLine};
use protocol::cbor::{decode, encode};
use protocol::change::Sealed;
use protocol::commit::carnet_id;
use protocol::ids::{BlobId, LoginToken, MemberId};
use protocol::refusal::Refusal;
use protocol::time::Seconds;
use protocol::tray::access_hash;

#[test]
fn a_link_is_opened_to_its_bearer() {
    let set = SetAccess {
        access: access_hash(&LoginToken::from_bytes([7; 32])),
        bundle: Some(Sealed(vec![1, 2, 3])),
        files: vec![BlobId::from_bytes([4; 16])],
    };
    let bytes = encode(&set);
    assert_eq!(decode::<SetAccess>(&bytes).unwrap(), set);
    insta::assert_snapshot!("set_access", HEXLOWER.encode(&bytes));
    let view = LinkView {
        carnet: carnet_id(b"x"),
        until: Seconds(9),
        bundle: None,
    };
    let bytes = encode(&view);
    assert_eq!(decode::<LinkView>(&bytes).unwrap(), view);
    insta::assert_snapshot!("link_view", HEXLOWER.encode(&bytes));
}

#[test]
fn what_became_of_a_link_is_said_to_its_bearer() {
    let codes = [Refusal::LinkOver, Refusal::LinkClosed, Refusal::LinkUsed].map(|refusal| {
        let code = serde_json::to_string(&refusal).unwrap();
        format!("{} {code}", refusal.status())
    });
    insta::assert_snapshot!("link_refusals", codes.join("\n"));
    let line = JournalLine {
        number: 1,
        at: Seconds(9),
        member: MemberId::from_bytes([8; 16]),
        act: Act::Shown,
    };
    let journal = Journal { lines: vec![line] };
    insta::assert_snapshot!("journal_shown", serde_json::to_string(&journal).unwrap());
}
