//! The urgent sheet, its card, and what strangers leave.

use core::fmt;

use protocol::ids::{EntryId, MemberId};
use protocol::time::Seconds;

use super::{Edit, Keeper};
use crate::depositor::Depositor;
use crate::trouble::Trouble;

/// The longest name of a deposit link, in characters.
pub const DEPOSIT_LINK_NAME: usize = 80;

/// How a new card shall be.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct CardSettings {
    /// What is asked before the sheet is shown, if anything is.
    pub passcode: Option<String>,
    /// How many wrong passcodes there may ever be.
    pub tries: u16,
    /// Until when it works; none for always.
    pub until: Option<Seconds>,
    /// Whether it has a code to type, for who cannot scan.
    pub typed_code: bool,
}

/// What shall change about a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CardChange {
    /// The passcode.
    pub passcode: PasscodeChoice,
    /// Until when it works, if that changes; none inside for always.
    pub until: Option<Option<Seconds>>,
    /// Whether it has a code to type, if that changes. A new one is made.
    pub typed_code: Option<bool>,
}

/// What becomes of the passcode.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum PasscodeChoice {
    /// Stays.
    #[default]
    Keep,
    /// This one from now on; wrong ones are counted anew.
    Set {
        /// The passcode.
        passcode: String,
        /// How many wrong ones there may ever be.
        tries: u16,
    },
    /// None is asked any more.
    Remove,
}

impl fmt::Debug for CardSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardSettings(…)")
    }
}

impl fmt::Debug for PasscodeChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Keep => "Keep",
            Self::Set { .. } => "Set(…)",
            Self::Remove => "Remove",
        })
    }
}

impl Keeper {
    /// The urgent sheet of the open carnet as a FHIR document, exactly as it would be sealed now: for the preview.
    pub async fn urgent_bundle(&self) -> Result<String, Trouble> {
        self.ask(|engine| Box::pin(engine.urgent_bundle())).await
    }

    /// A guardian has read the sheet and says that it is right. Asks to be reminded in six months.
    pub async fn urgent_confirm(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.urgent_confirm())).await
    }

    /// Makes the card of the open carnet. From then on every guardian's device keeps its sheet up to date by itself.
    pub async fn urgent_open(&self, settings: CardSettings) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.urgent_open(settings)))
            .await
    }

    /// Changes the settings of the card.
    pub async fn urgent_set(&self, change: CardChange) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.urgent_set(change)))
            .await
    }

    /// Replaces the secrets of the card: cards printed before do not work any more.
    pub async fn urgent_replace(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.urgent_replace())).await
    }

    /// Closes the card.
    pub async fn urgent_close(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.urgent_close())).await
    }

    /// Every opening that is known here was seen; remembered on this device.
    pub async fn urgent_seen(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.urgent_seen())).await
    }

    /// The card was printed again, with its present secrets.
    pub async fn urgent_printed(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.urgent_printed())).await
    }

    /// Asks the server now, and not only once a minute, who opened the card and what was left.
    pub async fn urgent_look(&self) -> Result<(), Trouble> {
        self.ask(|engine| Box::pin(engine.urgent_look())).await
    }

    /// Makes a deposit link of the open carnet for somebody, who can then leave reports and films without an account. It ends
    /// by itself, after three years at most.
    pub async fn open_deposit_link(
        &self,
        name: String,
        until: Seconds,
    ) -> Result<MemberId, Trouble> {
        self.ask(move |engine| Box::pin(engine.open_deposit_link(name, until)))
            .await
    }

    /// Closes a deposit link: nothing more can be left by it. What was left stays.
    pub async fn close_deposit_link(&self, link: MemberId) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.close_deposit_link(link)))
            .await
    }

    /// Writes the entries that the page made from a deposit; it then leaves the inbox. Its files may be named by them.
    pub async fn take_in(
        &self,
        link: MemberId,
        counter: u64,
        edits: Vec<Edit>,
    ) -> Result<Vec<EntryId>, Trouble> {
        self.ask(move |engine| Box::pin(engine.take_in(link, counter, edits)))
            .await
    }

    /// Throws a deposit away, its files with it.
    pub async fn dismiss(&self, link: MemberId, counter: u64) -> Result<(), Trouble> {
        self.ask(move |engine| Box::pin(engine.dismiss(link, counter)))
            .await
    }

    /// Somebody who leaves something by the address of a deposit link: `fragment` is what stands behind its `#`, up to `/`
    /// or whole. Needs no account.
    pub async fn depositor(&self, fragment: String) -> Result<Depositor, Trouble> {
        Depositor::open(&self.ports, &fragment).await
    }
}
