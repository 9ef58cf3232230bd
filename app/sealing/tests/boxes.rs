//! What an account seals for itself.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use sealing::root::Root;
use sealing::shelf_box::{BoxError, BoxKind};

#[test]
fn a_box_opens_as_the_record_it_is_for_the_account_it_is_of() {
    let (root, other) = (Root::make(), Root::make());
    let sealed = root
        .shelf()
        .seal(BoxKind::Draft, b"note/1", b"what I was typing");
    assert_eq!(
        &root
            .shelf()
            .open(BoxKind::Draft, b"note/1", &sealed)
            .unwrap()[..],
        b"what I was typing"
    );
    assert_eq!(
        root.shelf().open(BoxKind::Draft, b"note/2", &sealed),
        Err(BoxError::Broken)
    );
    assert_eq!(
        root.shelf().open(BoxKind::Record, b"note/1", &sealed),
        Err(BoxError::Broken)
    );
    assert_eq!(
        root.own().open(BoxKind::Draft, b"note/1", &sealed),
        Err(BoxError::Broken)
    );
    assert_eq!(
        other.shelf().open(BoxKind::Draft, b"note/1", &sealed),
        Err(BoxError::Broken)
    );
    for length in 0..sealed.len() {
        assert_eq!(
            root.shelf()
                .open(BoxKind::Draft, b"note/1", &sealed[..length]),
            Err(BoxError::Broken)
        );
    }
    let newer = [&[2], &sealed[1..]].concat();
    assert_eq!(
        root.shelf().open(BoxKind::Draft, b"note/1", &newer),
        Err(BoxError::Newer)
    );
}

#[test]
fn a_list_opens_on_another_device() {
    let root = Root::make();
    let sealed = root.own().seal(BoxKind::List, b"", b"carnets");
    assert_eq!(
        &root.own().open(BoxKind::List, b"", &sealed).unwrap()[..],
        b"carnets"
    );
}

#[test]
fn a_replaced_root_opens_for_its_heir_and_nobody_else() {
    let (elder, heir, other) = (Root::make(), Root::make(), Root::make());
    let sealed = heir.seal_elder(&elder);
    assert_eq!(heir.open_elder(&sealed).unwrap().id(), elder.id());
    for wrong in [&elder, &other] {
        assert_eq!(wrong.open_elder(&sealed).err(), Some(BoxError::Broken));
    }
    for length in 0..sealed.len() {
        assert!(heir.open_elder(&sealed[..length]).is_err());
    }
    // What an account seals for itself in another way is no root.
    let list = heir
        .own()
        .seal(BoxKind::List, heir.id().as_bytes(), b"carnets");
    assert_eq!(heir.open_elder(&list).err(), Some(BoxError::Broken));
    let line = heir
        .own()
        .seal(BoxKind::Elder, heir.id().as_bytes(), b"not an identity");
    assert_eq!(heir.open_elder(&line).err(), Some(BoxError::Broken));
}
