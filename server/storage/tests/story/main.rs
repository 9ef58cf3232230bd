//! One story, told to either database: an account, its ways in, a carnet, files, erasing, sweeping.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]

mod accounts;
mod calendars;
mod logs;
mod reminders;
mod support;

use support::{Told, databases};

#[tokio::test]
async fn the_story_is_the_same_on_every_database() {
    for Told {
        name,
        storage,
        _folder,
    } in databases().await
    {
        eprintln!("on {name}");
        accounts::an_account_and_its_ways(&storage).await;
        accounts::sessions_ceremonies_and_tries(&storage).await;
        logs::a_chain_and_what_comes_along(&storage).await;
        logs::files_and_their_parts(&storage).await;
        logs::erasing_and_sweeping(&storage).await;
        logs::journal_and_snapshot(&storage).await;
        calendars::a_calendar_is_set_read_and_closed(&storage).await;
        reminders::a_plan_is_replaced_whole(&storage).await;
        reminders::nobody_is_written_to_without_end(&storage).await;
        reminders::each_device_is_told_for_itself(&storage).await;
        reminders::a_device_that_is_not_reached_rests_and_keeps_nobody_waiting(&storage).await;
        reminders::what_was_sent_does_not_pile_up(&storage).await;
        reminders::what_is_late_is_told_of_once(&storage).await;
        reminders::mails_say_what_they_are_about_only_while_somebody_wants_it(&storage).await;
        reminders::own_keys_are_made_once(&storage).await;
        reminders::trying_waits_a_minute(&storage).await;
        storage.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_hundred_at_once_each_number_goes_to_one() {
    for Told {
        name,
        storage,
        _folder,
    } in databases().await
    {
        eprintln!("on {name}");
        logs::two_hundred_at_once(storage).await;
    }
}
