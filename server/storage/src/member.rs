//! Who is in which carnet: an index of what the logs say.

use protocol::account::Membership;
use protocol::ids::{CarnetId, MemberId};

use crate::db::{Storage, on};
use crate::error::StorageError;
use crate::row::{id, nat};

/// A member of a carnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberRow {
    /// Who.
    pub id: MemberId,
    /// An account, not a link.
    pub is_account: bool,
    /// Keeps the carnet.
    pub is_guardian: bool,
}

impl Storage {
    /// The carnets that an account is a member of, with where each stands.
    pub async fn memberships(&self, account: MemberId) -> Result<Vec<Membership>, StorageError> {
        const SQL: &str = "SELECT c.id, c.seq, c.head FROM carnets c \
            JOIN members m ON m.carnet = c.id WHERE m.member = $1 ORDER BY c.id";
        let rows: Vec<(Vec<u8>, i64, Vec<u8>)> = on!(self, pool => {
            sqlx::query_as(SQL).bind(account.as_bytes().as_slice()).fetch_all(pool).await
        })?;
        rows.iter()
            .map(|(carnet, seq, head)| {
                Ok(Membership {
                    carnet: id(carnet, "carnets")?,
                    seq: nat(*seq),
                    head: id(head, "carnets")?,
                })
            })
            .collect()
    }

    /// Whether somebody is a member of a carnet.
    pub async fn is_member(
        &self,
        carnet: CarnetId,
        member: MemberId,
    ) -> Result<bool, StorageError> {
        const SQL: &str = "SELECT COUNT(*) FROM members WHERE carnet = $1 AND member = $2";
        let (count,): (i64,) = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(member.as_bytes().as_slice())
                .fetch_one(pool)
                .await
        })?;
        Ok(count > 0)
    }

    /// Whether an account keeps a carnet that is not closed, and that it ever looked into or wrote in: being named by
    /// somebody else binds nobody.
    pub async fn is_guardian_anywhere(&self, account: MemberId) -> Result<bool, StorageError> {
        const SQL: &str = "SELECT COUNT(*) FROM members m JOIN carnets c ON c.id = m.carnet \
            WHERE m.member = $1 AND m.is_guardian AND c.closed IS NULL \
            AND (EXISTS (SELECT 1 FROM commits k WHERE k.carnet = c.id AND k.author = $1) \
                OR EXISTS (SELECT 1 FROM journal j WHERE j.carnet = c.id AND j.member = $1))";
        let (count,): (i64,) = on!(self, pool => {
            sqlx::query_as(SQL).bind(account.as_bytes().as_slice()).fetch_one(pool).await
        })?;
        Ok(count > 0)
    }
}
