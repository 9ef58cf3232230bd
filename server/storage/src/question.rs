//! Mails about what the guardians of a carnet are asked: planned when it is asked, taken back once it is over.

use protocol::ids::{CarnetId, MemberId};
use protocol::time::Seconds;

use crate::db::{Storage, transaction};
use crate::error::StorageError;
use crate::reminder::MAIL;
use crate::row::int;

/// Of which words the server itself makes these mails: something is asked.
pub const QUESTION_ASKED: &str = "question_asked";
/// A guardian's account is said to be lost.
pub const SAID_LOST: &str = "said_lost";

/// One mail about a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuestionMail {
    /// Its own id.
    pub id: [u8; 16],
    /// When it is sent.
    pub due: Seconds,
}

impl Storage {
    /// Has each guardian with an e-mail address but the one who asks told, at these moments. Who never looked into the carnet nor
    /// wrote in it was named by somebody else, and is not written to.
    pub async fn plan_question(
        &self,
        carnet: CarnetId,
        by: MemberId,
        words: &str,
        mails: &[QuestionMail],
    ) -> Result<(), StorageError> {
        const SQL: &str = "INSERT INTO reminders \
            (account, id, due, channel, words, times, failures, leased) \
            SELECT m.member, $2, $3, $4, $5, 1, 0, 0 FROM members m \
                JOIN accounts a ON a.id = m.member AND a.email IS NOT NULL \
                WHERE m.carnet = $1 AND m.is_guardian AND m.member <> $6 \
                AND (EXISTS (SELECT 1 FROM commits k WHERE k.carnet = $1 AND k.author = m.member) \
                    OR EXISTS (SELECT 1 FROM journal j WHERE j.carnet = $1 AND j.member = m.member)) \
                ORDER BY m.member \
            ON CONFLICT (account, id) DO NOTHING";
        transaction!(self, tx => {
            for mail in mails {
                sqlx::query(SQL)
                    .bind(carnet.as_bytes().as_slice())
                    .bind(mail.id.as_slice())
                    .bind(int(mail.due.0))
                    .bind(MAIL)
                    .bind(words)
                    .bind(by.as_bytes().as_slice())
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        })
    }

    /// Takes back what was not sent yet about a question that is over.
    pub async fn end_question(
        &self,
        carnet: CarnetId,
        mails: &[QuestionMail],
    ) -> Result<(), StorageError> {
        const SQL: &str = "DELETE FROM reminders WHERE id = $2 AND times > 0 \
            AND account IN (SELECT member FROM members WHERE carnet = $1)";
        transaction!(self, tx => {
            for mail in mails {
                sqlx::query(SQL)
                    .bind(carnet.as_bytes().as_slice())
                    .bind(mail.id.as_slice())
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        })
    }
}
