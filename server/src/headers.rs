//! The security headers around every answer.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// Made once, put on every answer.
pub type Headers = Arc<[(HeaderName, HeaderValue)]>;

/// The headers for a site with these hashes of scripts inside pages; `secure` if browsers reach us by TLS.
pub fn make(script_hashes: &[String], secure: bool) -> Headers {
    let mut headers = vec![
        (
            header::REFERRER_POLICY,
            HeaderValue::from_static("no-referrer"),
        ),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
        (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            HeaderValue::from_static("same-origin"),
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        ),
        (
            HeaderName::from_static("permissions-policy"),
            HeaderValue::from_static(
                "publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(self), \
                 microphone=(self), geolocation=(), payment=(), usb=(), serial=(), \
                 browsing-topics=()",
            ),
        ),
    ];
    if let Ok(policy) = HeaderValue::from_str(&content_policy(script_hashes)) {
        headers.push((header::CONTENT_SECURITY_POLICY, policy));
    }
    if secure {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.push((header::STRICT_TRANSPORT_SECURITY, year));
    }
    headers.into()
}

/// Only our own files; no script or style inside a page, no foreign origin.
fn content_policy(script_hashes: &[String]) -> String {
    let hashes: String = script_hashes
        .iter()
        .map(|hash| format!(" '{}'", hash.trim_matches('\'')))
        .collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; \
         img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; \
         worker-src 'self'; manifest-src 'self'; frame-src blob:; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    )
}

/// Puts them on an answer.
pub async fn put(State(headers): State<Headers>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    extend(response.headers_mut(), &headers);
    response
}

fn extend(answer: &mut HeaderMap, headers: &Headers) {
    for (name, value) in headers.iter() {
        // A page may bring a narrower policy of its own.
        if *name != header::CONTENT_SECURITY_POLICY || !answer.contains_key(name) {
            answer.insert(name.clone(), value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unsafe_is_allowed() {
        let policy = content_policy(&["sha256-abc=".to_owned()]);
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc=';"));
        assert!(!policy.contains("unsafe-inline"));
        assert!(!policy.contains("'unsafe-eval'"));
        assert!(!policy.contains("http"));
    }

    #[test]
    fn strict_transport_only_behind_tls() {
        let has = |secure| {
            make(&[], secure)
                .iter()
                .any(|(name, _)| name == header::STRICT_TRANSPORT_SECURITY)
        };
        assert!(has(true));
        assert!(!has(false));
    }
}
