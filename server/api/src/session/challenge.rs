//! `POST /api/challenge`: bytes to be signed by an account's own key.

use auth::token::{CEREMONY, make_challenge};
use axum::extract::State;
use protocol::account::ChallengeAnswer;
use storage::ceremony::CeremonyKind;

use crate::app::App;
use crate::body::Json;
use crate::refuse::No;

/// Good for five minutes and one use.
pub async fn challenge(State(app): State<App>) -> Result<Json<ChallengeAnswer>, No> {
    let challenge = make_challenge()?;
    let expires = app.now().plus(CEREMONY);
    app.storage
        .begin_ceremony(&challenge, CeremonyKind::Challenge, "", None, expires)
        .await?;
    Ok(Json(ChallengeAnswer {
        challenge: challenge.to_vec(),
    }))
}
