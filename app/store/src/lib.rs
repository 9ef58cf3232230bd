//! The local carnet: verified log → view, offline outbox, sync, files, and the Keeper, the one task that owns the keys.
//!
//! | module | what it holds |
//! |---|---|
//! | [`keeper`] | the handle that pages hold, with everything they can ask for |
//! | [`scene`] | the picture that they draw |
//! | [`trouble`] | what can go wrong, in words for people |
//! | [`ports`] | what differs between a browser and a test |
//! | [`shelf`] | what this device keeps: memory, IndexedDB, and the contract of both |
//! | [`calendar`] | the agenda as an iCalendar file, and such files read |
//! | [`wire`], [`passkeys`], [`notices`] | the way to the server, the authenticators, what tells of reminders |
//! | [`wire`], [`passkeys`] | the way to the server, the authenticators |
//! | `guest` | coming into a carnet by an invitation |
//! | [`depositor`] | leaving something for a family without an account |
//! | [`files`], [`images`], [`export`] | sealed files, pictures before sealing, "take everything away" |
//! | [`pdf`] | papers as PDF files |
//! | [`browser`] | the ports of a real browser |
#![forbid(unsafe_code)]

pub mod browser;
pub mod calendar;
mod carnet;
mod copy;
pub mod depositor;
mod engine;
pub mod example;
pub mod export;
pub mod files;
mod films;
mod guest;
pub mod images;
pub mod keeper;
mod links;
mod log;
pub mod notices;
mod outbox;
pub mod passkeys;
pub mod pdf;
pub mod ports;
pub mod scene;
pub mod shelf;
pub mod trouble;
pub mod wire;

pub use carnet::{section_id, section_of};
pub use depositor::{Depositor, Left};
pub use engine::CalendarView;
pub use export::{Bundle, Sink};
pub use files::{
    AddedFile, FileWarning, OnProgress, OpenFile, PickedFile, Pixels, Progress, Source,
};
pub use guest::Guest;
pub use keeper::{
    CardChange, CardSettings, DEPOSIT_LINK_NAME, Edit, JournalAsked, Keeper, NewInvitation,
    NewReading, NewRight, NewRights, NewSheet, PasscodeChoice,
};
pub use notices::PushAbility;
pub use passkeys::Availability;
pub use pdf::Pdf;
pub use ports::{Clock, Heavy, Inline, Ports};
pub use protocol::account::{MailLanguage, Way, WayKind};
pub use protocol::carnet::{Act, JournalLine};
pub use protocol::change::Proposal;
pub use protocol::change::{Access, LinkKind, Role};
pub use protocol::ids::{CarnetId, DeviceId, Digest, EntryId, MemberId, SectionId, WayId};
pub use protocol::shl::Reader;
pub use protocol::time::Seconds;
pub use scene::{
    AccountView, Busy, CardScene, CardSecrets, CarnetView, ClosedLinkView, Cover, DepositLinkView,
    DepositView, Door, EntryView, GuestView, InvitationSecret, InvitationView, JournalView,
    KnownAccount, Latest, LinkView, MailWords, MemberView, Mine, Network, Notice, Reading,
    ReminderDevice, RemindersView, RightView, Scene, UrgentScene, VersionView, VisitView,
    WhyUnreadable, renewed,
};
pub use scene::{CompartmentView, Fate, Fates, ProposalView};
pub use trouble::{CodeMistake, Trouble, Weakness, What};
