//! The urgent sheet's own entries: what no other section says. The rest of the sheet is assembled from what is recorded there.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lists::DangerKind;
use crate::partial_date::PartialDate;
use crate::reference::EntryRef;

/// Something that must never be done, or must be watched.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Danger {
    /// What must never be done, or must be watched.
    pub danger: String,
    /// What sort of thing that is.
    pub danger_kind: Option<DangerKind>,
    /// Why: what would happen.
    pub reason: String,
    /// What to do instead.
    pub instead: String,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Documents about it.
    pub documents: Vec<EntryRef>,
}

/// A known crisis: how it begins, and what was agreed to do then.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Crisis {
    /// Its name.
    pub crisis: String,
    /// What sets it off, what it looks like.
    pub signs: String,
    /// What to do, step by step, one a line.
    pub steps: String,
    /// The rescue medicine exactly as prescribed, in words.
    pub rescue: String,
    /// When to call for help.
    pub call_when: String,
    /// Who prescribed it.
    pub prescriber: String,
    /// Who prescribed it, as a contact entry.
    pub prescriber_contact: Option<EntryRef>,
    /// When that was written.
    pub date: Option<PartialDate>,
    /// The protocol.
    pub documents: Vec<EntryRef>,
}

/// How the person is when all is well, so that a stranger can see what is not. A carnet has one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct UsualState {
    /// Awake, present, how they look at people.
    pub consciousness: String,
    /// Stiff, floppy, how they hold themselves.
    pub tone: String,
    /// How they move.
    pub movement: String,
    /// What they say and understand.
    pub speech: String,
    /// Breathing and usual saturation.
    pub breathing: String,
    /// Usual heart rate and blood pressure.
    pub heart: String,
    /// Usual colour and warmth of the skin.
    pub skin: String,
    /// How pain shows.
    pub pain_signs: String,
    /// Anything else.
    pub note: String,
    /// The day from which this holds.
    pub date: Option<NaiveDate>,
}

/// The urgent sheet's own page, what of it is shown, and its confirmation. A carnet has one.
///
/// A box that is ticked unless somebody unticks it is written as its contrary: what is false is left out of the written form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct UrgentSheet {
    /// How they say yes and no.
    pub yes_no: String,
    /// How to make oneself understood.
    pub communication: String,
    /// The scale that measures their pain.
    pub pain_scale: String,
    /// What calms them.
    pub calms: String,
    /// Where they are known.
    pub hospital: String,
    /// Advance directives: whether there are some, and where (an adult's).
    pub directives: String,
    /// What they said of giving organs (an adult's).
    pub organ_donation: String,
    /// What else to know about who decides.
    pub legal_note: String,
    /// Documents that readers of the card may open.
    pub pinned: Vec<EntryRef>,
    /// The photo is shown.
    pub show_photo: bool,
    /// The weight is not shown.
    pub hide_weight: bool,
    /// Allergies are not printed in clear on the card.
    pub hide_allergies: bool,
    /// Dangers are not printed in clear on the card.
    pub hide_dangers: bool,
    /// No telephone number is printed on the card.
    pub hide_phone: bool,
    /// Whose number is printed; else that of who is to be called in an emergency.
    pub phone_contact: Option<EntryRef>,
    /// The last confirmation.
    pub confirmed: Option<Confirmation>,
}

/// A guardian said that the sheet is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The day.
    pub on: NaiveDate,
    /// The guardian's name, as others in the carnet know it.
    #[serde(default)]
    pub by: String,
    /// A digest of every item that was shown then.
    #[serde(default)]
    pub shown: Vec<String>,
}
