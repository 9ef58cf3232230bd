//! Rotates a section after a member went, so that who stays reads on and who went does not.

use protocol::ids::{CarnetId, SectionId};
use sealing::key_envelope::open_keys;
use sealing::root::Root;
use sealing::section_keys::{FirstKeys, SectionKeys};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let carnet = CarnetId::from_bytes([1; 32]);
    let (guardian, stays) = (Root::make(), Root::make());
    let ring = FirstKeys::make().born(carnet);

    // Everything new is made in a draft, which becomes the ring only when the server accepted the commit.
    let mut draft = ring.copy_for_draft();
    let commitment = draft.make_key(SectionId::HEALTH, 1)?;
    let back_link = draft.seal_back_link(SectionId::HEALTH, 1)?;
    let envelope = draft.seal_keys(stays.public(), &[(SectionId::HEALTH, 1)])?;
    let for_myself = draft.seal_keys(guardian.public(), &[(SectionId::HEALTH, 1)])?;
    assert_ne!(envelope.digest, for_myself.digest);

    // Who stays takes the new key, and the past through the back link; both are compared with the log.
    let before = ring.commitment(SectionId::HEALTH, 0)?;
    let received = open_keys(stays.holder(), carnet, &envelope.digest, &envelope.sealed)?;
    let mut theirs = SectionKeys::new(carnet);
    assert!(
        theirs
            .accept(received, |_, epoch| (epoch == 1).then_some(commitment))?
            .is_empty()
    );
    theirs.follow_back_link(SectionId::HEALTH, 1, &back_link, &before)?;
    assert!(theirs.holds(SectionId::HEALTH, 0));
    Ok(())
}
