//! `GET /calendar/{token}.ics`: a member's calendar, for the program that holds its address. Public.

use std::time::Instant;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use protocol::calendar::{MEDIA_TYPE, calendar_hash};
use protocol::carnet::Act;
use protocol::ids::{LoginToken, SectionId};
use protocol::refusal::Refusal;

use crate::app::App;
use crate::body::At;
use crate::refuse::No;

/// The calendar, as long as its member may read the agenda. One that is closed is not told from one that never was.
pub async fn read(
    State(app): State<App>,
    At(name): At<String>,
    headers: HeaderMap,
) -> Result<Response, No> {
    let token = name.strip_suffix(".ics").unwrap_or(&name);
    let token: LoginToken = token.parse().map_err(|_| No(Refusal::NotFound))?;
    let access = calendar_hash(&token);
    if !app.pace.lets_link(access.as_bytes(), Instant::now()) {
        return Err(No(Refusal::TooMany));
    }
    let nothing = No(Refusal::NotFound);
    let found = app.storage.subscribed(&access, app.now()).await?;
    let found = found.ok_or(nothing)?;
    let head = app.storage.head(found.carnet).await?.ok_or(nothing)?;
    let state = app.cache.state(&app.storage, found.carnet, &head).await?;
    let member = state.members.get(&found.member);
    if !member.is_some_and(|member| member.reads(SectionId::AGENDA, app.now())) {
        // The text is readable: it does not outlast the right to it.
        app.storage
            .forget_calendar(found.carnet, found.member)
            .await?;
        return Err(nothing);
    }
    app.lines
        .note(found.carnet, found.member, &Act::Subscribed, app.now())
        .await;
    let tag = format!("\"{}\"", found.served);
    let known = headers.get(header::IF_NONE_MATCH);
    let same = known.is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let body = if same {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        found.text.into_response()
    };
    let mut answer = body;
    let about = answer.headers_mut();
    about.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    about.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex"),
    );
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        about.insert(header::ETAG, tag);
    }
    Ok(answer)
}
