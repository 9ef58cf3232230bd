//! The drawn pages and their assets, served as files: the same bytes for everybody, no cookie read or set.
//!
//! A page's address may have parameters (`/fr/carnets/:carnet/sante`); whatever stands there, the same file is served, and
//! the browser fills it in after unlocking. Files under the folder named by the assets' hash never change and are cached for
//! ever; everything else is asked for again each time.

mod source;
mod table;
mod urgent;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

pub use source::{SiteError, Source};
use table::Table;
use urgent::Urgent;

/// The site, ready to be served.
pub struct Site {
    source: Source,
    table: Table,
    urgent: Option<Urgent>,
}

/// How a file was packed beforehand, the best first.
const PACKED: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

impl Site {
    /// Reads the table of pages.
    pub fn open(source: Source) -> Result<Self, SiteError> {
        let table = serde_json::from_slice(&source.read(table::FILE)?).map_err(SiteError::Table)?;
        let urgent = Urgent::read(&source)?;
        Ok(Self {
            source,
            table,
            urgent,
        })
    }

    /// What the content policy must allow beside the site's own files.
    pub fn script_hashes(&self) -> &[String] {
        &self.table.script_hashes
    }

    /// Every file with its SHA-256, sorted, for `carnet --version`.
    pub fn hashes(&self) -> Result<Vec<(String, String)>, SiteError> {
        self.source.hashes()
    }

    fn file(&self, path: &str, headers: &HeaderMap) -> Option<Response> {
        let path = path.trim_start_matches('/');
        let accepted = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("");
        let packed = PACKED
            .iter()
            .filter(|(name, _)| accepts(accepted, name))
            .find_map(|(name, suffix)| {
                let bytes = self.source.read(&format!("{path}{suffix}")).ok()?;
                Some((bytes, Some(*name)))
            });
        let (bytes, encoding) = packed.or_else(|| Some((self.source.read(path).ok()?, None)))?;
        let mut response = Response::new(Body::from(bytes));
        let answer = response.headers_mut();
        answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(path)));
        answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let kept = if path.starts_with(&self.table.assets) {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        answer.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
        if let Some(encoding) = encoding {
            answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        Some(response)
    }
}

/// Answers every address that is no route of the API. Mount it as the fallback of the router.
pub async fn serve(State(site): State<Arc<Site>>, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path();
    if path == "/" {
        let languages = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("");
        return redirect(site.table.first_page(languages));
    }
    if let Some(urgent) = &site.urgent
        && let Some(answer) = urgent.answer(&site, path, &headers)
    {
        return answer;
    }
    // `/fr/` is the same place as `/fr`: one address for each page.
    if let Some(shorter) = path.strip_suffix('/')
        && site.table.page(shorter).is_some()
    {
        return redirect(shorter);
    }
    if let Some(file) = site.table.page(path)
        && let Some(page) = site.file(file, &headers)
    {
        return page;
    }
    // Pages are reached by their address alone, and packed files by their plain name.
    let hidden = [table::FILE, urgent::FILE].contains(&path.trim_start_matches('/'))
        || [".html", ".br", ".gz"]
            .iter()
            .any(|suffix| path.ends_with(suffix));
    if !hidden && let Some(file) = site.file(path, &headers) {
        return file;
    }
    let nowhere = site
        .table
        .not_found(path)
        .and_then(|file| site.file(file, &headers));
    (
        StatusCode::NOT_FOUND,
        nowhere.unwrap_or_else(|| StatusCode::NOT_FOUND.into_response()),
    )
        .into_response()
}

fn redirect(to: &str) -> Response {
    let Ok(to) = HeaderValue::from_str(to) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::LOCATION, to),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::VARY, HeaderValue::from_static("accept-language")),
    ];
    (StatusCode::FOUND, headers).into_response()
}

fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        parts.next() == Some(encoding) && parts.all(|part| part != "q=0")
    })
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, suffix)| suffix) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;
    use tower::ServiceExt;

    fn app(folder: &std::path::Path) -> axum::Router {
        let files = [
            (
                "pages.json",
                r#"{"assets":"pkg/abc","pages":[
                {"pattern":"/fr","file":"fr.html","lang":"fr"},{"pattern":"/en","file":"en.html","lang":"en"},
                {"pattern":"/fr/carnets/:carnet","file":"fr/carnets/_.html","lang":"fr"},
                {"pattern":"/fr/carnets/nouveau","file":"fr/carnets/nouveau.html","lang":"fr"}],
                "not_found":{"fr":"fr/404.html","en":"en/404.html"},"script_hashes":[]}"#,
            ),
            ("fr.html", "accueil"),
            ("en.html", "welcome"),
            ("fr/carnets/_.html", "un carnet"),
            ("fr/carnets/nouveau.html", "nouveau"),
            ("fr/404.html", "perdu"),
            ("en/404.html", "lost"),
            ("pkg/abc/app.js", "plain"),
            ("pkg/abc/app.js.br", "packed"),
            ("sw.js", "worker"),
        ];
        for (name, text) in files {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        std::fs::write(folder.parent().unwrap().join("secret.txt"), "no").unwrap();
        let site = Site::open(Source::folder(folder)).unwrap();
        axum::Router::new()
            .fallback(serve)
            .with_state(Arc::new(site))
    }

    async fn get(path: &str, header: (&str, &str)) -> (u16, String, HeaderMap) {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("site");
        let request = Request::get(path)
            .header(header.0, header.1)
            .body(Body::empty())
            .unwrap();
        let answer = app(&folder).oneshot(request).await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let bytes = axum::body::to_bytes(answer.into_body(), 10_000)
            .await
            .unwrap();
        (status, String::from_utf8(bytes.to_vec()).unwrap(), headers)
    }

    const NOTHING: (&str, &str) = ("accept", "*/*");

    #[tokio::test]
    async fn whatever_the_parameter_the_same_page() {
        for id in ["a", "b%20c", "..", "%2e%2e"] {
            assert_eq!(
                get(&format!("/fr/carnets/{id}"), NOTHING).await.1,
                "un carnet"
            );
        }
        assert_eq!(get("/fr/carnets/nouveau", NOTHING).await.1, "nouveau");
    }

    #[tokio::test]
    async fn nothing_outside_the_site() {
        for path in [
            "/../secret.txt",
            "/pkg/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/pkg/abc//../../../secret.txt",
        ] {
            assert_eq!(get(path, NOTHING).await.0, 404, "{path}");
        }
        assert_eq!(get("/pages.json", NOTHING).await.0, 404);
        assert_eq!(get("/fr.html", NOTHING).await.0, 404);
    }

    #[tokio::test]
    async fn lost_in_the_language_of_the_address() {
        assert_eq!(get("/en/nowhere", NOTHING).await.1, "lost");
        assert_eq!(get("/nowhere", NOTHING).await.1, "perdu");
    }

    #[tokio::test]
    async fn the_first_page_speaks_the_readers_language() {
        let to = |answer: (u16, String, HeaderMap)| {
            answer.2[header::LOCATION].to_str().unwrap().to_owned()
        };
        assert_eq!(
            to(get("/", ("accept-language", "en-GB,en;q=0.9,fr;q=0.5")).await),
            "/en"
        );
        assert_eq!(to(get("/", ("accept-language", "de")).await), "/fr");
        assert_eq!(to(get("/fr/", NOTHING).await), "/fr");
    }

    #[tokio::test]
    async fn packed_for_who_can_unpack_and_kept_for_ever_only_if_named_by_hash() {
        let (_, text, headers) = get("/pkg/abc/app.js", ("accept-encoding", "gzip, br")).await;
        assert_eq!(
            (
                text.as_str(),
                headers[header::CONTENT_ENCODING].to_str().unwrap()
            ),
            ("packed", "br")
        );
        assert!(
            headers[header::CACHE_CONTROL]
                .to_str()
                .unwrap()
                .contains("immutable")
        );
        assert_eq!(
            get("/pkg/abc/app.js", ("accept-encoding", "br;q=0"))
                .await
                .1,
            "plain"
        );
        assert_eq!(
            get("/sw.js", NOTHING).await.2[header::CACHE_CONTROL],
            "no-cache"
        );
        assert!(get("/pkg/abc/gone.js", NOTHING).await.2[header::CACHE_CONTROL] == "no-cache");
    }
}
