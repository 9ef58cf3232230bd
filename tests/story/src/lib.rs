//! Whole stories: the real client over real sockets to the real server.
//!
//! * [`home`]: a server of its own for each story, on SQLite, and on PostgreSQL when one is given;
//! * [`line`]: the client's way to it, which keeps everything that passed, and lets a story play a hostile server;
//! * [`person`]: somebody with a device: a Keeper, a shelf, a clock.
//! * [`stranger`]: somebody with a card in their hand and no account.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a story that fails must stop and say where"
)]

pub mod home;
pub mod line;
pub mod person;
pub mod stranger;

pub use home::Home;
pub use person::Person;
pub use stranger::Stranger;

/// Runs a story on every database there is, each time on a server of its own.
pub fn tell_everywhere<Story: Future<Output = ()>>(story: impl Fn(Home) -> Story) {
    for database in Home::databases() {
        tell(async {
            let home = Home::on(database, api::app::Limits::default()).await;
            story(home).await;
        });
    }
}

/// Runs a story on one thread, as a page would.
pub fn tell<Story: Future<Output = ()>>(story: Story) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, story);
}
