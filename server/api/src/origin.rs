//! Requests that change something must come from our own pages.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use protocol::refusal::Refusal;

use crate::app::App;
use crate::refuse::No;

/// Lets reading pass, and changes only with `Sec-Fetch-Site: same-origin` or our own `Origin`.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    if reads(request.method()) || is_ours(request.headers(), &app.origin) {
        next.run(request).await
    } else {
        No(Refusal::ForeignOrigin).into_response()
    }
}

/// Whether a method asks without changing anything.
pub fn reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn is_ours(headers: &HeaderMap, origin: &str) -> bool {
    match headers.get("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => headers
            .get(header::ORIGIN)
            .is_some_and(|from| from == origin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: &'static str, value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().unwrap());
        headers
    }

    #[test]
    fn only_our_own_page_may_change_something() {
        let ours = "https://carnet.example.org";
        assert!(is_ours(&headers("sec-fetch-site", "same-origin"), ours));
        assert!(is_ours(&headers("origin", ours), ours));
        assert!(!is_ours(&headers("sec-fetch-site", "same-site"), ours));
        assert!(!is_ours(&headers("sec-fetch-site", "none"), ours));
        assert!(!is_ours(
            &headers("origin", "https://carnet.example.org.evil.example"),
            ours
        ));
        assert!(!is_ours(&headers("origin", "null"), ours));
        assert!(!is_ours(&HeaderMap::new(), ours));
    }
}
