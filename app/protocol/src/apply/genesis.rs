//! The judge of a genesis.

use imbl::OrdMap;

use crate::change::{Access, Role};
use crate::commit::{Body, Signed, carnet_id};
use crate::ids::SectionId;
use crate::limits;
use crate::refusal::Refusal;
use crate::signing::{Kind, verify};
use crate::state::{Member, Right, Section, Standing, State};

/// The state after a genesis. Its author is the first guardian and writes everywhere.
pub fn open(signed: &Signed) -> Result<State, Refusal> {
    let Body::Genesis(genesis) = Body::from_bytes(&signed.body)? else {
        return Err(Refusal::WrongCarnet);
    };
    verify(
        &genesis.keys.signing,
        Kind::Commit,
        &signed.body,
        &signed.signature,
    )?;
    if genesis.label.0.len() > limits::LABEL {
        return Err(Refusal::TooLarge);
    }
    if !genesis
        .sections
        .iter()
        .map(|first| first.section)
        .eq(SectionId::STANDARD)
    {
        return Err(Refusal::Malformed);
    }
    let forever = Right {
        access: Access::Write,
        until: None,
    };
    let guardian = Member {
        standing: Standing::Account {
            role: Role::Guardian,
            confirmed: true,
        },
        label: genesis.label.clone(),
        since: 0,
        last: Some(0),
        grants: SectionId::STANDARD
            .iter()
            .map(|section| (*section, forever))
            .collect(),
        device: None,
        sheet: None,
        keys: genesis.keys.clone(),
    };
    let sections = genesis.sections.iter().map(|first| {
        let section = Section {
            epoch: 0,
            commitment: first.commitment,
            due: false,
            label: None,
            maker: None,
        };
        (first.section, section)
    });
    Ok(State {
        carnet: carnet_id(&signed.body),
        seq: 0,
        head: signed.digest(),
        at: genesis.at,
        sections: sections.collect(),
        members: OrdMap::unit(genesis.keys.member_id(), guardian),
        entries: OrdMap::new(),
        proposals: OrdMap::new(),
        closed: false,
    })
}
