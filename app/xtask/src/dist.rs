//! The one self-contained release binary: pages and wasm lie inside, compressed beforehand.

use crate::module::Purpose;
use crate::run::{Trouble, cargo, output, run};
use crate::{compress, site, tree};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The site that lies inside.
pub fn site() -> PathBuf {
    tree::target().join("dist/site")
}

/// Makes `dist/carnet` in the folder of what is built, and gives back where it is.
pub fn dist() -> Result<PathBuf, Trouble> {
    let site = site();
    tree::remove(&site)?;
    run(cargo().args(["build", "--package", "draw"]))?;
    let assets = site::build(Purpose::Release, &site, &tree::program("debug", "draw"))?;
    compress::compress(&site)?;

    let mut build = cargo();
    build.args([
        "build",
        "--package",
        "server",
        "--release",
        "--features",
        "embedded",
    ]);
    run(build.env("CARNET_SITE_DIR", &site))?;
    let built = tree::program("release", "carnet");
    let carnet = tree::target()
        .join("dist")
        .join(built.file_name().unwrap_or_default());
    std::fs::copy(&built, &carnet).map_err(|error| Trouble::with(carnet.display(), error))?;

    // An older site inside would be a quiet lie: ask the binary itself.
    if !output(Command::new(&carnet).arg("--version"))?.contains(&assets) {
        return Err(Trouble::new(format!(
            "{} does not hold {assets}",
            carnet.display()
        )));
    }
    println!(
        "{}: {} kB, self-contained",
        carnet.display(),
        kilobytes(&carnet)?
    );
    for name in [
        "app.wasm.br",
        "app.js.br",
        "start.js.br",
        "carnet.css.br",
        "heavy.wasm.br",
    ] {
        println!(
            "  {name}: {} kB over the wire",
            kilobytes(&site.join(&assets).join(name))?
        );
    }
    Ok(carnet)
}

fn kilobytes(file: &Path) -> Result<u64, Trouble> {
    let about = std::fs::metadata(file).map_err(|error| Trouble::with(file.display(), error))?;
    Ok(about.len().div_ceil(1000))
}
