//! What a commit may change.
//!
//! The numbers of the variants and fields are the format: they are never reused and never change their meaning. A reader
//! that meets a number it does not know answers "update the app", never "forged" (see [`crate::cbor::CborError::Newer`]).

use minicbor::{Decode, Encode};

use crate::ids::{BlobId, Digest, EntryId, MemberId, SectionId};
use crate::keys::MemberKeys;
use crate::time::Seconds;

/// Sealed bytes that only the people can read.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Sealed(#[cbor(n(0), with = "minicbor::bytes")] pub Vec<u8>);

/// One thing that a commit does.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Change {
    /// A new entry, or a new version of one.
    #[n(0)]
    Put(#[n(0)] Put),
    /// Removes an entry for good. A guardian, or the only author it ever had.
    #[n(1)]
    Erase {
        /// Where the entry lies.
        #[n(0)]
        section: SectionId,
        /// The entry.
        #[n(1)]
        entry: EntryId,
    },
    /// A new member.
    #[n(2)]
    Admit {
        /// Its keys, from which its id follows.
        #[n(0)]
        keys: MemberKeys,
        /// What it is to the person.
        #[n(1)]
        role: Role,
        /// The name that the inviter gave it, sealed for the team.
        #[n(2)]
        label: Sealed,
    },
    /// A right on a section. Replaces the member's earlier right on it.
    #[n(3)]
    Grant {
        /// Who receives it.
        #[n(0)]
        member: MemberId,
        /// On what.
        #[n(1)]
        section: SectionId,
        /// To do what.
        #[n(2)]
        access: Access,
        /// Until when; always given for professionals and links.
        #[n(3)]
        until: Option<Seconds>,
        /// The key envelope that brings the section's key. Several grants of one commit may name one envelope.
        #[n(4)]
        envelope: Digest,
    },
    /// A right runs longer (or shorter).
    #[n(4)]
    Extend {
        /// Whose.
        #[n(0)]
        member: MemberId,
        /// On what.
        #[n(1)]
        section: SectionId,
        /// The new end.
        #[n(2)]
        until: Option<Seconds>,
    },
    /// A right ends. The section is then due for rotation.
    #[n(5)]
    Ungrant {
        /// Whose.
        #[n(0)]
        member: MemberId,
        /// On what.
        #[n(1)]
        section: SectionId,
    },
    /// A member goes. Every section it could read is then due for rotation.
    #[n(6)]
    Revoke {
        /// Who.
        #[n(0)]
        member: MemberId,
    },
    /// The author goes by itself.
    #[n(7)]
    Leave,
    /// The author's keys are known to somebody else: from here on, these replace them.
    #[n(8)]
    Replace {
        /// The new keys.
        #[n(0)]
        keys: MemberKeys,
        /// The name, sealed for the team.
        #[n(1)]
        label: Sealed,
        /// The envelope that brings the new keys what the old ones could open.
        #[n(2)]
        envelope: Digest,
    },
    /// A new key for a section.
    #[n(9)]
    Rotate(#[n(0)] Rotate),
    /// A new private compartment, first key included. The author alone holds it until it grants it.
    #[n(10)]
    Compartment {
        /// Its id, of the private kind.
        #[n(0)]
        section: SectionId,
        /// Commitment to its first key.
        #[n(1)]
        commitment: Digest,
        /// Its name, sealed under that key.
        #[n(2)]
        label: Sealed,
        /// The envelope that brings the author the key back.
        #[n(3)]
        envelope: Digest,
    },
    /// A new link: a member that is not a person's account.
    #[n(11)]
    Open {
        /// The link's keys, from which its id follows.
        #[n(0)]
        keys: MemberKeys,
        /// What it is for.
        #[n(1)]
        kind: LinkKind,
        /// Its end.
        #[n(2)]
        until: Seconds,
        /// What the guardian calls it, sealed for the team.
        #[n(3)]
        label: Sealed,
    },
    /// A link ends.
    #[n(12)]
    Close {
        /// Which.
        #[n(0)]
        link: MemberId,
    },
    /// The urgent sheet was sealed again.
    #[n(13)]
    Sheet {
        /// For which link.
        #[n(0)]
        link: MemberId,
        /// The state of the carnet that it was made from. Never falls.
        #[n(1)]
        built_from: u64,
        /// Hash of what the link serves.
        #[n(2)]
        digest: Digest,
    },
    /// The author's notification key, to which reminder texts are sealed. None removes it.
    #[n(14)]
    Device {
        /// A public key.
        #[cbor(n(0), with = "minicbor::bytes")]
        key: Option<Vec<u8>>,
    },
    /// Asks the other guardians.
    #[n(15)]
    Propose {
        /// What.
        #[n(0)]
        what: Proposal,
    },
    /// Says yes to a proposal.
    #[n(16)]
    Approve {
        /// The commit that made it.
        #[n(0)]
        proposal: u64,
    },
    /// Says no to a proposal, which ends it.
    #[n(17)]
    Oppose {
        /// The commit that made it.
        #[n(0)]
        proposal: u64,
    },
    /// The person, of age, takes the carnet over: it becomes the one guardian, those before become relatives and keep
    /// what they may read until the new owner decides otherwise.
    #[n(18)]
    Transfer {
        /// The person's account.
        #[n(0)]
        to: MemberId,
    },
    /// A guardian vouches for a member that joined by itself.
    #[n(19)]
    Confirm {
        /// Whom.
        #[n(0)]
        member: MemberId,
    },
}

/// A version of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Put {
    /// Where it lies; the same for ever.
    #[n(0)]
    pub section: SectionId,
    /// The epoch of the key that seals it; must be the current one.
    #[n(1)]
    pub epoch: u32,
    /// The entry.
    #[n(2)]
    pub entry: EntryId,
    /// The versions it replaces. Those left out stay beside it until a Put names them.
    #[n(3)]
    pub base: Vec<Digest>,
    /// Hash of the sealed bytes.
    #[n(4)]
    pub payload: Digest,
    /// How many sealed bytes.
    #[n(5)]
    pub size: u32,
    /// The sealed files it names.
    #[n(6)]
    pub files: Vec<FileUse>,
    /// The deposit it was taken from.
    #[n(7)]
    pub source: Option<DepositSource>,
}

/// A sealed file that an entry names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct FileUse {
    /// Which.
    #[n(0)]
    pub blob: BlobId,
    /// How many sealed bytes.
    #[n(1)]
    pub size: u64,
}

/// Which deposit an entry was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct DepositSource {
    /// By which link.
    #[n(0)]
    pub link: MemberId,
    /// Its number.
    #[n(1)]
    pub counter: u64,
    /// Hash of the deposit's body.
    #[n(2)]
    pub digest: Digest,
}

/// A new key for a section, and who gets it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Rotate {
    /// Which section.
    #[n(0)]
    pub section: SectionId,
    /// One more than the epoch before.
    #[n(1)]
    pub epoch: u32,
    /// Commitment to the new key.
    #[n(2)]
    pub commitment: Digest,
    /// The key before, sealed under the new one; none hides the past from whoever comes next (a cut).
    #[n(3)]
    pub back: Option<Sealed>,
    /// Exactly those who may read the section, sorted by id, each with the envelope that brings the new key.
    #[n(4)]
    pub readers: Vec<Reader>,
}

/// A reader of a section at its rotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Reader {
    /// Who.
    #[n(0)]
    pub member: MemberId,
    /// Hash of its key envelope.
    #[n(1)]
    pub envelope: Digest,
}

/// What a member is to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Role {
    /// Keeps the carnet: a parent, a legal representative, or the person of age. All are equal.
    #[n(0)]
    Guardian,
    /// The person whom the carnet is about.
    #[n(1)]
    Person,
    /// A professional. Its rights always end.
    #[n(2)]
    Professional,
    /// A relative.
    #[n(3)]
    Relative,
}

/// To do what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Access {
    /// Read.
    #[n(0)]
    Read,
    /// Read and write.
    #[n(1)]
    Write,
}

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub enum LinkKind {
    /// Lets one account join with the link's own grants, once.
    #[n(0)]
    Invitation(#[n(0)] Role),
    /// Reads.
    #[n(1)]
    Read,
    /// Leaves things in the tray; reads nothing.
    #[n(2)]
    Deposit,
    /// Serves the urgent sheet.
    #[n(3)]
    Urgent,
}

/// What needs the approval of every other guardian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub enum Proposal {
    /// Removing a guardian.
    #[n(0)]
    Remove(#[n(0)] MemberId),
    /// Erasing the carnet.
    #[n(1)]
    EraseCarnet,
    /// Handing the carnet to the person, of age.
    #[n(2)]
    Transfer(#[n(0)] MemberId),
    /// A guardian lost every way into an account and was let in again with another: the old one is to go. The old account
    /// cannot be asked; it has [`crate::limits::READMIT`] to show that it is not lost.
    #[n(3)]
    Readmit {
        /// The account that is said to be lost.
        #[n(0)]
        old: MemberId,
        /// The one that the same person came in with.
        #[n(1)]
        new: MemberId,
    },
}
