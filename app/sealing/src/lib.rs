//! Keys and envelopes: everything secret happens here, and no key ever leaves.
//!
//! The crate has no network, no storage and no clock; what it needs comes in as an argument, what it makes goes out sealed.
//! Other crates are handed *operations* (open this, sign that), never bytes to do it with themselves. A few secrets can be
//! written down, each as a text that belongs into exactly one place: a [`file::FileSecret`], a [`deposit::TraySecret`], a
//! [`sheet::SheetSecret`] and a [`typed_code::TypedCode`] into a sealed entry, a [`link::LinkSecret`] into a link's fragment. One key
//! goes into the device's own store of keys, which gives nothing out: [`notice::NoticeKey::for_this_device`].
//!
//! # Which module for what
//!
//! | to … | use |
//! |---|---|
//! | open an account, sign, be a member | [`root::Root`], [`holder::Holder`] |
//! | wrap the root for a passkey, a recovery code, a passphrase | [`wrap`], [`code`], [`name`], [`strength`] |
//! | make, grant, rotate and receive section keys | [`section_keys`], [`key_envelope`] |
//! | seal and open entries and the names of members | [`entry`], [`member_label`] |
//! | seal a file, open it whole or by ranges | [`mod@file`], [`file_opener`], [`file_header`] |
//! | invite, let read, receive deposits | [`link`], [`deposit`] |
//! | seal the urgent sheet, make the card's address and its typed code | [`sheet`], [`typed_code`] |
//! | seal what devices show as reminders | [`notice`] |
//! | keep things on the shelf, or on the server for oneself | [`shelf_box`] |
//! | keep how far an upload is, to go on later | [`upload`], [`file::FileSealer::resume`] |
//! | speak with other age programs | [`hybrid`] |
//!
//! # Three envelopes
//!
//! 1. The **entry envelope** ([`entry`]): XChaCha20-Poly1305 under a key per entry; its associated data names the one place
//!    where it opens. Labels and shelf boxes are smaller ones of the same make.
//! 2. The **key envelope** ([`key_envelope`]): an age v1 file to one member that brings section keys. A key counts only
//!    if the signed log committed to it.
//! 3. The **file envelope** ([`mod@file`]): an age v1 file to an identity made for that one file.
//!
//! Nothing else leaves, but the urgent sheet ([`sheet`]), which is sealed as SMART Health Links want it, for readers who have
//! only the card.
//!
//! Whatever rests for decades is sealed to ML-KEM-768 *and* X25519, or under keys that travelled so. A suite byte leads
//! every object that is not an age file; a higher one than ours means "update the app", never "forged". All derivations
//! stand in one table, in `labels.rs`.
//!
//! # What holds, and the test that holds it
//!
//! | invariant | test |
//! |---|---|
//! | every format opens for ever, every failure is refused for its own reason | `tests/vectors.rs` |
//! | the reference package `age-encryption` and Debian's `age` open what they should, and the other way round | `tests/interop.rs` |
//! | a key that the log did not commit to never enters the ring | `tests/members.rs` |
//! | a file cut, extended, swapped or reordered is refused, any range opens alone | `tests/files.rs` |
//! | a mistyped recovery code is always noticed | `tests/codes.rs` |
//! | a sheet that is not signed by its link's own key, was made newer, or inflates without end is refused | `tests/vectors.rs`, `tests/sheets.rs` |
//! | secrets are not printed | `tests/wraps.rs` |
//!
//! # Example: an account, a carnet, an entry
//!
//! ```
//! use protocol::ids::{CarnetId, EntryId, SectionId};
//! use sealing::code::RecoveryCode;
//! use sealing::entry::EntryPlace;
//! use sealing::root::Root;
//! use sealing::section_keys::FirstKeys;
//! use sealing::wrap::{WayKey, open_root, seal_root};
//!
//! // An account and its recovery code. The wrap goes to the server, the code onto paper.
//! let root = Root::make();
//! let code = RecoveryCode::make();
//! let wrap = seal_root(&root, &WayKey::Code(&code));
//!
//! // A carnet: its genesis names the commitments, and the envelope that brings the keys back.
//! let first = FirstKeys::make();
//! let (commitments, envelope) = (first.first_keys(), first.seal_keys(root.public())?);
//! assert_eq!(commitments.len(), 10);
//! let carnet = CarnetId::from_bytes([1; 32]); // the hash of the genesis
//! let ring = first.born(carnet);
//!
//! // An entry.
//! let entry = EntryId::from_bytes([2; 16]);
//! let place = EntryPlace { section: SectionId::HEALTH, epoch: 0, entry, author: root.id() };
//! let sealed = ring.seal_entry(&place, b"penicillin")?;
//!
//! // Another device, years later: the code opens the root, the root the envelope, its keys the entry.
//! let typed = code.text().to_lowercase();
//! let again = open_root(&wrap, &WayKey::Code(&RecoveryCode::read(&typed)?))?;
//! assert_eq!(again.id(), root.id());
//! let received = sealing::key_envelope::open_keys(again.holder(), carnet, &envelope.digest, &envelope.sealed)?;
//! let mut ring = sealing::section_keys::SectionKeys::new(carnet);
//! let committed = |section, _epoch| commitments.iter().find(|key| key.section == section).map(|key| key.commitment);
//! assert!(ring.accept(received, committed)?.is_empty());
//! assert_eq!(&ring.open_entry(&place, &sealed)?[..], b"penicillin");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

mod aead;
mod age_file;
pub mod code;
pub mod deposit;
pub mod entry;
pub mod file;
pub mod file_header;
pub mod file_opener;
pub mod holder;
pub mod hybrid;
mod jwe;
pub mod key_envelope;
mod labels;
pub mod link;
pub mod member_label;
pub mod name;
pub mod notice;
mod padding;
pub mod root;
mod secret;
pub mod section_keys;
pub mod sheet;
pub mod shelf_box;
mod spelling;
mod stream;
pub mod strength;
pub mod typed_code;
pub mod upload;
pub mod wrap;
