//! `PUT /api/reminders/plans/{plan}`: the whole of what is due in one carnet, in place of what was planned before.

use axum::extract::State;
use axum::http::StatusCode;
use protocol::ids::PlanId;
use protocol::limits;
use protocol::refusal::Refusal;
use protocol::reminder::{Channel, Plan, PlannedReminder};
use storage::plan::{PlanRow, PlanRows};

use super::{notice, titles, way};
use crate::app::App;
use crate::body::{At, Json};
use crate::refuse::No;
use crate::signed_in::Session;

/// Bytes of a client's mark.
const MARK: usize = 32;

/// For the account itself.
pub async fn set(
    State(app): State<App>,
    session: Session,
    At(id): At<PlanId>,
    Json(asked): Json<Plan>,
) -> Result<StatusCode, No> {
    if asked.reminders.len() > limits::PLAN {
        return Err(No(Refusal::TooLarge));
    }
    if asked.mark.len() != MARK {
        return Err(No(Refusal::Malformed));
    }
    let now = app.now();
    let latest = now.plus(limits::REMINDER);
    let row = |planned: PlannedReminder| {
        if planned.due > latest || planned.until < planned.due {
            return Err(No(Refusal::BadDate));
        }
        Ok(PlanRow {
            id: *planned.id.as_bytes(),
            due: planned.due,
            until: planned.until,
            channel: way(planned.channel).to_owned(),
            text: match planned.channel {
                Channel::Mail => None,
                Channel::Push => Some(notice(planned.sealed)?),
            },
            titles: match planned.channel {
                Channel::Mail => titles(&planned.titles)?,
                Channel::Push if planned.titles.is_empty() => None,
                Channel::Push => return Err(No(Refusal::Malformed)),
            },
        })
    };
    let plan = PlanRows {
        plan: *id.as_bytes(),
        since: asked.since,
        mark: asked.mark,
        rows: asked
            .reminders
            .into_iter()
            .map(row)
            .collect::<Result<_, No>>()?,
    };
    let most = limits::REMINDERS as u64;
    let mails = limits::MAILS_A_DAY.0 as u64;
    if !app
        .storage
        .set_plan(session.account, &plan, now, most, mails)
        .await?
    {
        return Err(No(Refusal::Quota));
    }
    Ok(StatusCode::NO_CONTENT)
}
