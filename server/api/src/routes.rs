//! Every route, on one page. Paths are `protocol`'s; a handler without a `Session` argument is public.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{delete, get, head, post, put};
use protocol::paths;
use protocol::refusal::Refusal;

use crate::app::App;
use crate::refuse::No;
use crate::{
    account, calendar, card, carnet, file, inbox, link, origin, reminder, session, shl, signed_in,
    tray, way,
};

/// What answers under `/api`, `/shl` and `/calendar`.
pub fn routes(app: App) -> Router {
    ours(app.clone())
        .merge(everybodys(app.clone()))
        .merge(programs(app))
}

/// For pages of every origin, and without cookies: what a SMART Health Link leads to.
fn everybodys(app: App) -> Router {
    Router::new()
        .route(paths::MANIFEST, post(shl::manifest::manifest))
        .route(paths::MANIFEST_FILE, get(shl::file::file))
        .method_not_allowed_fallback(nowhere)
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(app.clone(), shl::attach))
        .layer(shl::packed())
        .layer(shl::open_to_all())
        .layer(from_fn(never_stored))
        .with_state(app)
}

/// For calendar programs, which have neither cookie nor account.
fn programs(app: App) -> Router {
    Router::new()
        .route(paths::SUBSCRIBED, get(calendar::read::read))
        .method_not_allowed_fallback(nowhere)
        .layer(from_fn_with_state(app.clone(), shl::attach))
        .layer(shl::packed())
        .layer(from_fn(never_stored))
        .with_state(app)
}

/// For our own pages. A [`tray::Depositor`] or a [`link::LinkBearer`] among the arguments is somebody without an account,
/// with a link.
fn ours(app: App) -> Router {
    Router::new()
        .route(paths::HEALTH, get(health))
        .route(paths::CHALLENGE, post(session::challenge::challenge))
        .route(paths::PASSKEY_CREATE, post(way::passkey::create))
        .route(paths::PASSKEY_SIGN_IN, post(way::passkey::sign_in))
        .route(paths::ACCOUNTS, post(account::open::open))
        .route(
            paths::SESSIONS,
            post(session::sign_in::sign_in).delete(session::sign_out::sign_out),
        )
        .route(
            paths::ACCOUNT,
            get(account::show::show).delete(account::erase::erase),
        )
        .route(paths::ACCOUNT_LIST, put(account::list::set))
        .route(paths::ACCOUNT_EMAIL, put(account::set_email::set_email))
        .route(paths::WAYS, post(way::add::add))
        .route(
            paths::WAY,
            get(way::fetch::fetch).delete(way::remove::remove),
        )
        .route(paths::CARNETS, post(carnet::push::open))
        .route(paths::LOG, post(carnet::push::push).get(carnet::pull::pull))
        .route(paths::PAYLOADS, post(carnet::fetch::fetch))
        .route(
            paths::SNAPSHOT,
            get(carnet::snapshot::show).put(carnet::snapshot::set),
        )
        .route(paths::JOURNAL, get(carnet::journal::journal))
        .route(
            paths::CALENDAR,
            get(calendar::show::show)
                .put(calendar::set::set)
                .merge(delete(calendar::close::close)),
        )
        .route(paths::QUOTA, get(carnet::quota::quota))
        .route(paths::UPLOADS, post(file::begin::begin))
        .route(
            paths::UPLOAD,
            head(file::stand::stand)
                .patch(file::carry_on::carry_on)
                .merge(delete(file::give_up::give_up)),
        )
        .route(paths::FILE, get(file::read::read))
        .route(paths::CARD, get(card::show::show).put(card::set::set))
        .route(paths::CARD_CODE, post(card::code::code))
        .route(paths::LINK_TRAY, put(tray::set::set))
        .route(
            paths::TRAY,
            get(tray::stand::stand).post(tray::deposit::deposit),
        )
        .route(paths::TRAY_UPLOADS, post(tray::upload::create))
        .route(
            paths::TRAY_UPLOAD,
            head(tray::upload::stands)
                .patch(tray::upload::more)
                .merge(delete(tray::upload::give_up)),
        )
        .route(paths::LINK_ACCESS, put(link::set::set))
        .route(paths::LINK, get(link::show::show))
        .route(paths::BEARER_LOG, get(link::pull::pull))
        .route(paths::BEARER_PAYLOADS, post(link::fetch::fetch))
        .route(paths::BEARER_FILE, get(link::file::file))
        .route(paths::INBOX, get(inbox::list::list))
        .route(paths::INBOX_DEPOSIT, delete(inbox::dismiss::dismiss))
        .route(paths::REMINDERS, get(reminder::list::list))
        .route(
            paths::REMINDER,
            put(reminder::set::set).delete(reminder::remove::remove),
        )
        .route(paths::REMINDER_PLAN, put(reminder::plan::set))
        .route(
            paths::REMINDER_DEVICE,
            put(reminder::device::set).delete(reminder::device::remove),
        )
        .route(paths::REMINDER_READABLE, put(reminder::readable::set))
        .route(paths::REMINDER_TRY, post(reminder::attempt::attempt))
        .method_not_allowed_fallback(nowhere)
        // Every handler has its own limit, checked before anything is gathered.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(app.clone(), signed_in::attach))
        .layer(from_fn_with_state(app.clone(), origin::guard))
        .layer(from_fn(never_stored))
        .with_state(app)
}

/// Whether the server is there, and its database with it.
async fn health(axum::extract::State(app): axum::extract::State<App>) -> Result<&'static str, No> {
    app.storage.is_there().await?;
    Ok("ok")
}

/// Any other address under `/api`.
pub async fn nowhere() -> No {
    No(Refusal::NotFound)
}

/// What a signed-in person was told must not lie in a shared cache.
async fn never_stored(request: axum::extract::Request, next: axum::middleware::Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
