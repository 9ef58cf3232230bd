//! The task that takes away what is over.

use std::time::Duration;

use protocol::time::Seconds;

use crate::app::App;
use crate::refuse::No;

/// How often.
const EVERY: Duration = Duration::from_secs(10 * 60);

/// What has not been written to for so long was being written by a process that is gone.
const IDLE: Duration = Duration::from_secs(24 * 60 * 60);

/// Sweeps now and then, until it is dropped. A sweep that fails is tried again at the next turn.
pub async fn run(app: App) {
    match app.blobs.forget_unfinished(IDLE).await {
        Ok(0) => {}
        Ok(removed) => tracing::info!(removed, "unfinished objects removed"),
        Err(error) => tracing::warn!(%error, "unfinished objects could not be removed"),
    }
    loop {
        if let Err(No(refusal)) = sweep(&app).await {
            tracing::warn!(%refusal, "a sweep failed");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// One sweep: first the rows, then the bytes that no row names any more.
pub async fn sweep(app: &App) -> Result<(), No> {
    let now = app.now();
    app.storage.sweep(now).await?;
    let oldest = Seconds(now.0.saturating_sub(app.limits.journal_age));
    app.storage
        .sweep_journal(oldest, app.limits.journal_lines)
        .await?;
    loop {
        let trash = app.storage.trash().await?;
        if trash.is_empty() {
            return Ok(());
        }
        for (carnet, blob) in trash {
            app.blobs.delete(carnet, blob).await?;
            app.storage.emptied(carnet, blob).await?;
        }
    }
}
