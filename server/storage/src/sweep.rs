//! Taking away what is over: ended sessions, ceremonies, forgotten uploads, erased bytes, closed carnets.

use protocol::ids::{BlobId, CarnetId};
use protocol::limits;
use protocol::time::{DAY, Seconds};

use crate::db::{Storage, on, transaction};
use crate::error::StorageError;
use crate::row::{id, int};

pub(crate) const TRASH: &str = "INSERT INTO trash (carnet, blob, since) VALUES ($1, $2, $3) \
    ON CONFLICT (carnet, blob) DO NOTHING";

/// How many uploads are given up, or files thrown away, in one transaction.
const AT_ONCE: i64 = 200;

impl Storage {
    /// Takes away all that is over at that moment. The bytes of files are then still in the trash.
    pub async fn sweep(&self, now: Seconds) -> Result<(), StorageError> {
        const PASSING: [&str; 3] = [
            "DELETE FROM sessions WHERE expires <= $1",
            "DELETE FROM ceremonies WHERE expires <= $1",
            "DELETE FROM tickets WHERE expires <= $1",
        ];
        // Long enough that a client which repeats itself is not answered with a second mail.
        const REMINDERS: &str = "DELETE FROM reminders WHERE times = 0 AND sent <= $1";
        // Long past its use, and never sent: there was no way to.
        const UNSENT: &str = "DELETE FROM reminders WHERE times > 0 AND due <= $1";
        const TRIES: &str = "DELETE FROM tries WHERE since <= $1";
        transaction!(self, tx => {
            for sql in PASSING {
                sqlx::query(sql).bind(int(now.0)).execute(&mut *tx).await?;
            }
            sqlx::query(TRIES).bind(int(now.0.saturating_sub(DAY))).execute(&mut *tx).await?;
            for (sql, age) in [(REMINDERS, limits::ERASED), (UNSENT, 4 * limits::ERASED)] {
                sqlx::query(sql)
                    .bind(int(now.0.saturating_sub(age)))
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        })?;
        loop {
            let mut given_up = false;
            for (carnet, blob) in self.forgotten_uploads(now).await? {
                given_up |= self.give_up_file(carnet, blob, now).await?;
            }
            if !given_up {
                break;
            }
        }
        self.sweep_deposits(Seconds(now.0.saturating_sub(limits::ERASED)))
            .await?;
        self.sweep_erased(now).await?;
        self.sweep_closed(now).await
    }

    /// Uploads that no entry named within a day; and those to a tray of which nothing has come for a while, so that who only
    /// announces files keeps nobody from leaving some.
    async fn forgotten_uploads(
        &self,
        now: Seconds,
    ) -> Result<Vec<(CarnetId, BlobId)>, StorageError> {
        const SQL: &str = "SELECT f.carnet, f.blob FROM files f WHERE NOT f.named AND (f.begun <= $1 \
            OR (f.begun <= $3 AND f.received = 0 AND EXISTS (SELECT 1 FROM trays t \
                WHERE t.carnet = f.carnet AND t.link = f.uploader))) LIMIT $2";
        let rows: Vec<(Vec<u8>, Vec<u8>)> = on!(self, pool => {
            sqlx::query_as(SQL)
                .bind(int(now.0.saturating_sub(DAY)))
                .bind(AT_ONCE)
                .bind(int(now.0.saturating_sub(limits::TRAY_IDLE)))
                .fetch_all(pool)
                .await
        })?;
        rows.iter()
            .map(|(carnet, blob)| Ok((id(carnet, "files")?, id(blob, "files")?)))
            .collect()
    }

    /// Bytes of what was erased thirty days ago or more.
    async fn sweep_erased(&self, now: Seconds) -> Result<(), StorageError> {
        const FREE: &str = "UPDATE carnets SET used = used \
            - (SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM payloads \
                WHERE carnet = carnets.id AND erased <= $1 AND sealed IS NOT NULL) \
            - (SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM files \
                WHERE carnet = carnets.id AND erased <= $1) \
            WHERE id IN (SELECT carnet FROM payloads WHERE erased <= $1 AND sealed IS NOT NULL) \
            OR id IN (SELECT carnet FROM files WHERE erased <= $1)";
        const PAYLOADS: &str =
            "UPDATE payloads SET sealed = NULL WHERE erased <= $1 AND sealed IS NOT NULL";
        const FILES: &str = "DELETE FROM files WHERE erased <= $1 RETURNING carnet, blob";
        let cut = int(now.0.saturating_sub(limits::ERASED));
        transaction!(self, tx => {
            sqlx::query(FREE).bind(cut).execute(&mut *tx).await?;
            sqlx::query(PAYLOADS).bind(cut).execute(&mut *tx).await?;
            let gone: Vec<(Vec<u8>, Vec<u8>)> =
                sqlx::query_as(FILES).bind(cut).fetch_all(&mut *tx).await?;
            for (carnet, blob) in &gone {
                sqlx::query(TRASH)
                    .bind(carnet.as_slice())
                    .bind(blob.as_slice())
                    .bind(int(now.0))
                    .execute(&mut *tx)
                    .await?;
            }
            Ok(())
        })
    }

    /// Carnets that were closed thirty days ago or more, whole.
    async fn sweep_closed(&self, now: Seconds) -> Result<(), StorageError> {
        const FILES: &str = "INSERT INTO trash (carnet, blob, since) \
            SELECT f.carnet, f.blob, $2 FROM files f JOIN carnets c ON c.id = f.carnet \
            WHERE c.closed <= $1 ON CONFLICT (carnet, blob) DO NOTHING";
        const SQL: &str = "DELETE FROM carnets WHERE closed <= $1";
        let cut = int(now.0.saturating_sub(limits::ERASED));
        transaction!(self, tx => {
            sqlx::query(FILES).bind(cut).bind(int(now.0)).execute(&mut *tx).await?;
            sqlx::query(SQL).bind(cut).execute(&mut *tx).await?;
            Ok(())
        })
    }

    /// Files whose bytes are to be deleted from the store of blobs.
    pub async fn trash(&self) -> Result<Vec<(CarnetId, BlobId)>, StorageError> {
        const SQL: &str = "SELECT carnet, blob FROM trash ORDER BY since LIMIT $1";
        let rows: Vec<(Vec<u8>, Vec<u8>)> = on!(self, pool => {
            sqlx::query_as(SQL).bind(AT_ONCE).fetch_all(pool).await
        })?;
        rows.iter()
            .map(|(carnet, blob)| Ok((id(carnet, "trash")?, id(blob, "trash")?)))
            .collect()
    }

    /// Their bytes are gone.
    pub async fn emptied(&self, carnet: CarnetId, blob: BlobId) -> Result<(), StorageError> {
        const SQL: &str = "DELETE FROM trash WHERE carnet = $1 AND blob = $2";
        transaction!(self, tx => {
            sqlx::query(SQL)
                .bind(carnet.as_bytes().as_slice())
                .bind(blob.as_bytes().as_slice())
                .execute(&mut *tx)
                .await?;
            Ok(())
        })
    }
}
