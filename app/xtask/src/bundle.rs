//! What the browser loads: the modules, with the scripts and styles around it, as one set of files.

use crate::module::{self, Purpose};
use crate::run::Trouble;
use crate::tree;
use std::collections::BTreeMap;
use std::path::Path;

/// What the browser loads: name → bytes.
pub type Bundle = BTreeMap<String, Vec<u8>>;

/// Builds all that the browser loads.
pub fn build(purpose: Purpose) -> Result<Bundle, Trouble> {
    module::compile(purpose)?;
    let page = module::bind("browser", module::PAGE, purpose)?;
    let worker = module::bind("worker", "heavy", purpose)?;
    let (scripts, public) = ("app/browser/js", "public/pkg");
    let mut bundle = Bundle::new();
    let folders = [
        page,
        worker,
        tree::root().join(scripts),
        tree::root().join(public),
    ];
    for folder in folders {
        for file in tree::files(&folder)? {
            bundle.insert(name(&file), tree::read(&folder.join(&file))?);
        }
    }
    let css = css()?;
    bundle.insert("carnet.css".to_owned(), css);
    Ok(bundle)
}

/// The style sheets under `public/css`, one after another in order of name, as one file: one request,
/// and small files to work in.
fn css() -> Result<Vec<u8>, Trouble> {
    let folder = tree::root().join("public/css");
    let mut whole = Vec::new();
    for file in tree::files(&folder)? {
        whole.extend(tree::read(&folder.join(file))?);
    }
    Ok(whole)
}

/// A path as it stands in an address.
fn name(path: &Path) -> String {
    let parts = path.iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
