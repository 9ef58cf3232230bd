//! How much of everything fits into one entry. Generous for people, closed to floods.

/// Characters of a name or a title.
pub const NAME: usize = 200;
/// Characters of a line of text: a dose, a place, a reason.
pub const LINE: usize = 500;
/// Characters of a long text: a habit, a note.
pub const TEXT: usize = 20_000;
/// Characters of a number, a code, a date or a tag.
pub const CODE: usize = 60;
/// Characters of what is read in an emergency: steps, a remark.
pub const STEPS: usize = 2_000;
/// Documents that readers of the urgent card may open.
pub const PINNED: usize = 8;
/// Links from one entry to others.
pub const LINKS: usize = 100;
/// Notes that somebody read in one month.
pub const SEEN: usize = 1_000;
/// Files of one entry: pages of a document, photos of a habit.
pub const FILES: usize = 100;
/// Tags of a document.
pub const TAGS: usize = 30;
/// Telephone numbers of a contact, times of a treatment, guardians, goals.
pub const ITEMS: usize = 24;
/// Values of one series: a month of one an hour, or ten years of one a day.
pub const READINGS: usize = 4_000;
/// Events of one kind that one author saw in one day.
pub const EVENTS: usize = 200;
/// Papers of a request, and steps of a procedure.
pub const PIECES: usize = 60;
/// Calls and letters about one procedure.
pub const EXCHANGES: usize = 300;
/// Times a goal was looked at.
pub const REVIEWS: usize = 200;
/// Sessions of one series that were moved or cancelled.
pub const EXCEPTIONS: usize = 400;
