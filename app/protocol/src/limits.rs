//! How much is too much: every size that either side checks before it allocates.

/// Changes in one commit.
pub const CHANGES: usize = 256;
/// Bytes of one commit body.
pub const BODY: usize = 1024 * 1024;
/// Bytes of one sealed entry.
pub const PAYLOAD: usize = 256 * 1024;
/// Bytes of one key envelope.
pub const ENVELOPE: usize = 64 * 1024;
/// Bytes of one sealed label of a member.
pub const LABEL: usize = 512;
/// Bytes of one push, everything in it.
pub const PUSH: usize = 8 * 1024 * 1024;
/// Files named by one entry version.
pub const FILES: usize = 256;
/// Versions that one Put may replace.
pub const BASES: usize = 16;
/// Members of one carnet, links included.
pub const MEMBERS: usize = 256;
/// Sections of one carnet.
pub const SECTIONS: usize = 64;
/// Bytes of one sealed file.
pub const FILE: u64 = 8 * 1024 * 1024 * 1024;
/// Bytes of one upload request; a longer file takes several.
pub const UPLOAD_CHUNK: usize = 8 * 1024 * 1024;
/// Commits in one answer to a pull.
pub const PULL_COMMITS: usize = 1000;
/// Bytes of commits or payloads in one answer.
pub const ANSWER: usize = 8 * 1024 * 1024;
/// Digests in one request for payloads.
pub const FETCH: usize = 1000;
/// Bytes of one wrap (the account's root in an age passphrase file).
pub const WRAP: usize = 4096;
/// Bytes of an account's sealed list of carnets.
pub const LIST: usize = 256 * 1024;
/// Bytes of a sealed snapshot.
pub const SNAPSHOT: usize = 32 * 1024 * 1024;
/// Ways into one account.
pub const WAYS: usize = 16;
/// How far ahead of the server's clock a commit may be dated, in seconds.
pub const AHEAD: u64 = 5 * crate::time::MINUTE;
/// The longest a professional's or a link's right may run, in seconds, counted from the commit that gives it.
pub const GRANT: u64 = 3 * crate::time::YEAR;
/// How far behind the server's clock a commit by which guardians decide together may be dated, in seconds. Everything else may
/// be dated as far back as the commit before.
pub const BEHIND: u64 = crate::time::DAY;
/// How long a proposal may be answered before it must be made again, in seconds.
pub const PROPOSAL: u64 = 30 * crate::time::DAY;
/// How long the account of a guardian who is said to have lost it can show that it is not lost, before it goes without having
/// answered, in seconds: as long as being asked twice.
pub const READMIT: u64 = 2 * PROPOSAL;
/// How long erased bytes are kept, in seconds.
pub const ERASED: u64 = 30 * crate::time::DAY;
/// Bytes of one sealed urgent sheet.
pub const SHEET: usize = 256 * 1024;
/// Bytes of an urgent sheet's document once it is opened and inflated.
pub const BUNDLE: usize = 2 * 1024 * 1024;
/// Files pinned to one urgent link.
pub const PINNED: usize = 32;
/// Sealed bytes of one pinned document.
pub const PINNED_FILE: u64 = 16 * 1024 * 1024;
/// Bytes of the sealed address that a typed code opens.
pub const CARD_ADDRESS: usize = 1024;
/// Characters of an urgent link's passcode.
pub const PASSCODE: usize = 64;
/// Wrong passcodes that an urgent link may allow in its life.
pub const TRIES: u16 = 100;
/// Characters of what a reader of the urgent sheet says about itself: the recipient, a name, a place.
pub const READER: usize = 100;
/// How long a ticket for a pinned document lasts, in seconds.
pub const TICKET: u64 = 60 * crate::time::MINUTE;
/// Deposits that wait in one tray.
pub const DEPOSITS: usize = 100;
/// Files that wait in one tray.
pub const TRAY_FILES: usize = 800;
/// For how long room is kept in a tray for a file of which nothing has come, in seconds.
pub const TRAY_IDLE: u64 = 60 * crate::time::MINUTE;
/// Bytes that wait in one tray, files included: of one that everybody finds who has a card.
pub const TRAY: u64 = 512 * 1024 * 1024;
/// Bytes of what a link shows beside its sections, sealed.
pub const BUNDLE_SEALED: usize = 1024 * 1024;
/// Bytes of all that the links of one carnet show beside their sections.
pub const BUNDLES: usize = 64 * 1024 * 1024;
/// New names for cards, trays, links and calendars that one account may take in a day.
pub const NAMES_A_DAY: usize = 300;
/// Files that a link shows beside those of its sections.
pub const BUNDLE_FILES: usize = 512;
/// The same of one whose link a guardian gave to somebody they know, and who may leave films.
pub const LARGE_TRAY: u64 = 8 * 1024 * 1024 * 1024;
/// Bytes of a calendar that a member lets others subscribe to.
pub const CALENDAR: usize = 512 * 1024;
/// Reminders of one account that wait.
pub const REMINDERS: usize = 4000;
/// Mails that one account may plan for one day (UTC), and of them those about one carnet: all say the same sentence.
pub const MAILS_A_DAY: (usize, usize) = (100, 5);
/// Mails that one address is sent in a day, whoever asked for them, and mails that one account has sent in a day: what comes
/// beyond waits, and is told together.
pub const MAILED_A_DAY: (usize, usize) = (40, 100);
/// Other addresses that one account may give for its mails in a day.
pub const ADDRESSES_A_DAY: usize = 10;
/// Mails to try whether they arrive that one account may ask for in a day.
pub const TRIES_A_DAY: usize = 10;
/// Messages to devices that one account may plan for one day (UTC).
pub const PUSHES_A_DAY: usize = 500;
/// Plans of one account: one for each carnet.
pub const PLANS: usize = 1000;
/// Lines that one mail says in clear, and characters of each: see [`crate::line`].
pub const TITLES: (usize, usize) = (6, 120);
/// Reminders in one plan.
pub const PLAN: usize = 400;
/// Bytes of what a device is shown, sealed: with what Web Push puts around it, it fits into what every push service takes
/// (RFC 8291, section 4: 3993 bytes).
pub const NOTICE: usize = 1500;
/// Devices of one account that are told.
pub const DEVICES: usize = 20;
/// How far ahead a reminder may be due, in seconds.
pub const REMINDER: u64 = 5 * crate::time::YEAR;
