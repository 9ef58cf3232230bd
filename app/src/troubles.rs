//! Each trouble in a sentence that says what happened, and one that says what it means and what to do.

use crate::words::Words;
use store::{CodeMistake, Trouble, Weakness, What};

/// What a person is told.
pub(crate) struct Told {
    /// What happened.
    pub(crate) what: String,
    /// What it means, and what to do.
    pub(crate) means: String,
}

/// Puts a trouble into words.
pub(crate) fn tell(trouble: Trouble, t: Words) -> Told {
    let (what, means) = match trouble {
        Trouble::Offline => (t.trouble_offline(), t.trouble_offline_means()),
        Trouble::Server => (t.trouble_server(), t.trouble_server_means()),
        Trouble::TooMany => (t.trouble_too_many(), t.trouble_too_many_means()),
        Trouble::Locked => (t.trouble_locked(), t.trouble_locked_means()),
        Trouble::NotAccepted => (t.trouble_not_accepted(), t.trouble_not_accepted_means()),
        Trouble::WrongPassphrase => (
            t.trouble_wrong_passphrase(),
            t.trouble_wrong_passphrase_means(),
        ),
        Trouble::WrongCode(mistake) => return code(mistake, t),
        Trouble::WrongGroups => (t.trouble_wrong_groups(), t.trouble_wrong_groups_means()),
        Trouble::PrfMissing => (t.trouble_prf_missing(), t.trouble_prf_missing_means()),
        Trouble::Cancelled => (t.trouble_cancelled(), t.trouble_cancelled_means()),
        Trouble::NoPasskeys => (t.trouble_no_passkeys(), t.trouble_no_passkeys_means()),
        Trouble::NoNewAccounts => (
            t.trouble_no_new_accounts(),
            t.trouble_no_new_accounts_means(),
        ),
        Trouble::NameTaken => (t.trouble_name_taken(), t.trouble_name_taken_means()),
        Trouble::BadName => (t.trouble_bad_name(), t.trouble_bad_name_means()),
        Trouble::WeakPassphrase { why } => return weak(why, t),
        Trouble::LastWay => (t.trouble_last_way(), t.trouble_last_way_means()),
        Trouble::WrongAccount => (t.trouble_wrong_account(), t.trouble_wrong_account_means()),
        Trouble::NotKnownHere => (t.trouble_not_known_here(), t.trouble_not_known_here_means()),
        Trouble::NotAllowed => (t.trouble_not_allowed(), t.trouble_not_allowed_means()),
        Trouble::NotFound => (t.trouble_not_found(), t.trouble_not_found_means()),
        Trouble::Erased => (t.trouble_erased(), t.trouble_erased_means()),
        Trouble::Due => (t.trouble_due(), t.trouble_due_means()),
        Trouble::LostRace => (t.trouble_lost_race(), t.trouble_lost_race_means()),
        Trouble::NeedsApproval => (t.trouble_needs_approval(), t.trouble_needs_approval_means()),
        Trouble::Closed => (t.trouble_closed(), t.trouble_closed_means()),
        Trouble::LinkOver => (t.trouble_link_over(), t.trouble_link_over_means()),
        Trouble::LinkClosed => (t.trouble_link_closed(), t.trouble_link_closed_means()),
        Trouble::LinkUsed => (t.trouble_link_used(), t.trouble_link_used_means()),
        Trouble::AlreadyIn => (t.trouble_already_in(), t.trouble_already_in_means()),
        Trouble::QuotaReached => (t.trouble_quota(), t.trouble_quota_means()),
        Trouble::TooLarge => (t.trouble_too_large(), t.trouble_too_large_means()),
        Trouble::Newer => (t.trouble_newer(), t.trouble_newer_means()),
        Trouble::WrongClock => (t.trouble_clock(), t.trouble_clock_means()),
        Trouble::FileUnreadable => (t.trouble_file(), t.trouble_file_means()),
        Trouble::Withheld(what) => {
            return Told {
                what: t.trouble_withheld(named(what, t)),
                means: t.trouble_withheld_means().to_owned(),
            };
        }
        Trouble::Broken(what) => {
            return Told {
                what: t.trouble_broken(named(what, t)),
                means: t.trouble_broken_means().to_owned(),
            };
        }
        Trouble::Forged(what) => {
            return Told {
                what: t.trouble_forged(named(what, t)),
                means: t.trouble_forged_means().to_owned(),
            };
        }
        Trouble::RolledBack { known, offered } => {
            return Told {
                what: t.trouble_rolled_back(known, offered),
                means: t.trouble_rolled_back_means().to_owned(),
            };
        }
        Trouble::Storage => (t.trouble_storage(), t.trouble_storage_means()),
    };
    Told {
        what: what.to_owned(),
        means: means.to_owned(),
    }
}

/// What happened, alone, where there is little room.
pub(crate) fn tell_short(trouble: Trouble, t: Words) -> String {
    tell(trouble, t).what
}

fn code(mistake: CodeMistake, t: Words) -> Told {
    let what = match mistake {
        CodeMistake::Length { found } => t.code_length(found),
        CodeMistake::Character { position } => t.code_character(position),
        CodeMistake::Checksum => t.code_checksum().to_owned(),
        CodeMistake::NotASheet => t.code_not_a_sheet().to_owned(),
    };
    Told {
        what,
        means: t.code_means().to_owned(),
    }
}

fn weak(why: Weakness, t: Words) -> Told {
    let what = match why {
        Weakness::Short => t.weak_short(),
        Weakness::Common => t.weak_common(),
        Weakness::Repeats => t.weak_repeats(),
        Weakness::Long => t.weak_long(),
    };
    Told {
        what: what.to_owned(),
        means: t.weak_means().to_owned(),
    }
}

/// What a trouble is about, as it stands in a sentence.
fn named(what: What, t: Words) -> String {
    match what {
        What::Commit(number) => t.what_commit(number),
        What::History => t.what_history().to_owned(),
        What::Entry(_) => t.what_entry().to_owned(),
        What::Key(_) => t.what_key().to_owned(),
        What::File => t.what_file().to_owned(),
        What::Sheet => t.what_sheet().to_owned(),
        What::Tray => t.what_tray().to_owned(),
        What::Wrap => t.what_wrap().to_owned(),
        What::List => t.what_list().to_owned(),
        What::Shelf => t.what_shelf().to_owned(),
        What::Answer => t.what_answer().to_owned(),
    }
}
