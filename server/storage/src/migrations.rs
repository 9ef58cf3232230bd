//! The one folder of migrations, run on either database in the order of their numbers.

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

const ALL: &[(i64, &str, &str)] = &[
    (
        1,
        "accounts",
        include_str!("../../../migrations/0001_accounts.sql"),
    ),
    (
        2,
        "carnets",
        include_str!("../../../migrations/0002_carnets.sql"),
    ),
    (
        3,
        "files",
        include_str!("../../../migrations/0003_files.sql"),
    ),
    (
        4,
        "links",
        include_str!("../../../migrations/0004_links.sql"),
    ),
    (
        5,
        "reminders",
        include_str!("../../../migrations/0005_reminders.sql"),
    ),
    (
        6,
        "calendars",
        include_str!("../../../migrations/0006_calendars.sql"),
    ),
    (
        7,
        "readable_mails",
        include_str!("../../../migrations/0007_readable_mails.sql"),
    ),
    (
        8,
        "bearers",
        include_str!("../../../migrations/0008_bearers.sql"),
    ),
    (
        9,
        "tray_room",
        include_str!("../../../migrations/0009_tray_room.sql"),
    ),
    (
        10,
        "bounds",
        include_str!("../../../migrations/0010_bounds.sql"),
    ),
];

/// Every migration, ready to be run.
pub(crate) fn all() -> Migrator {
    let migrations = ALL.iter().map(|(version, name, sql)| {
        Migration::new(
            *version,
            (*name).into(),
            MigrationType::Simple,
            sql.into_sql_str(),
            false,
        )
    });
    Migrator::with_migrations(migrations.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_run() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations");
        let files = std::fs::read_dir(folder).unwrap().count();
        assert_eq!(files, ALL.len());
    }
}
