//! Tells cargo what the pages inside the binary are made from: a site that was drawn anew must be taken in anew.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=CARNET_SITE_DIR");
    if let Some(site) = std::env::var_os("CARNET_SITE_DIR") {
        println!("cargo::rerun-if-changed={}", site.display());
    }
}
