//! Sessions that were seen a moment ago, so that a page's many requests ask the database once.
//!
//! Signing out is felt at once here, and after [`MOMENT`] in another process that serves the same database.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use protocol::ids::MemberId;
use protocol::time::Seconds;
use storage::session::SessionRow;
use storage::{Storage, StorageError};

/// How long a session is believed without asking, in seconds.
pub const MOMENT: u64 = 5;
/// Sessions remembered before all are forgotten.
const MANY: usize = 10_000;

/// By the hash of their token, with the time they were read.
#[derive(Default)]
pub struct Sessions(Mutex<HashMap<[u8; 32], (SessionRow, Seconds)>>);

impl Sessions {
    /// The session of a token, unless it has ended.
    pub async fn find(
        &self,
        storage: &Storage,
        token_hash: &[u8; 32],
        now: Seconds,
    ) -> Result<Option<SessionRow>, StorageError> {
        let seen = self.all().get(token_hash).copied();
        if let Some((row, at)) = seen
            && now < at.plus(MOMENT)
            && now < row.expires
        {
            return Ok(Some(row));
        }
        let found = storage.session(token_hash, now).await?;
        let mut all = self.all();
        if all.len() >= MANY {
            all.clear();
        }
        match found {
            Some(row) => all.insert(*token_hash, (row, now)),
            None => all.remove(token_hash),
        };
        Ok(found)
    }

    /// Forgets one session, because it ended or changed.
    pub fn forget(&self, token_hash: &[u8; 32]) {
        self.all().remove(token_hash);
    }

    /// Forgets all sessions of an account.
    pub fn forget_account(&self, account: MemberId) {
        self.all().retain(|_, (row, _)| row.account != account);
    }

    fn all(&self) -> MutexGuard<'_, HashMap<[u8; 32], (SessionRow, Seconds)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
