//! Names under which links are found: each is kept for ever once it was used, so that nobody else ever answers in its place.

use auth::token::subject;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::time::DAY;

use crate::app::App;
use crate::refuse::No;
use crate::signed_in::Session;

/// Counts the names among these that nobody used before: an account takes only so many in a day.
pub async fn take(app: &App, session: Session, names: &[&[u8]]) -> Result<(), No> {
    let whose = subject("names", session.account.as_bytes());
    for name in names {
        if app.storage.is_spent(name).await? {
            continue;
        }
        if app.storage.count_try(&whose, DAY, app.now()).await? > limits::NAMES_A_DAY as u64 {
            return Err(No(Refusal::TooMany));
        }
    }
    Ok(())
}
