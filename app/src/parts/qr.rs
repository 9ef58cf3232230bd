//! A QR code as one path: the same on the screen and on paper.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet border that scanners need, in modules on each side.
const BORDER: i32 = 4;

/// A QR code, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Qr {
    /// Modules along one side, the border included.
    pub(crate) modules: i32,
    /// The dark modules.
    path: String,
}

impl Qr {
    /// Of a text, at level M: about one seventh of it may be spoilt and it still reads. None for more than a code holds.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let mut path = String::new();
        for y in 0..code.size() {
            for x in 0..code.size() {
                if code.get_module(x, y) {
                    path.push_str(&format!("M{},{}h1v1h-1z", x + BORDER, y + BORDER));
                }
            }
        }
        Some(Self {
            modules: code.size() + 2 * BORDER,
            path,
        })
    }

    /// As a picture that fills what its style gives it.
    pub(crate) fn view(self, label: &'static str) -> AnyView {
        let view_box = self.view_box();
        view! {
            <svg class="qr" viewBox=view_box role="img" aria-label=label shape-rendering="crispEdges"><path d=self.path></path></svg>
        }
        .into_any()
    }

    /// As a picture of a fixed size: `module` millimetres for each module.
    pub(crate) fn sized(self, label: &'static str, module: f64) -> AnyView {
        let side = format!("{:.2}mm", f64::from(self.modules) * module);
        let view_box = self.view_box();
        view! {
            <svg class="qr sized" width=side.clone() height=side viewBox=view_box role="img" aria-label=label
                shape-rendering="crispEdges"><path d=self.path></path></svg>
        }
        .into_any()
    }

    fn view_box(&self) -> String {
        format!("0 0 {0} {0}", self.modules)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_border() {
        let qr = Qr::of("CARNET:AAAA").unwrap();
        assert!(qr.modules > 20);
        assert!(
            !qr.path.contains("M3,") && !qr.path.contains(",3h"),
            "{}",
            qr.path
        );
    }

    #[test]
    fn more_than_a_code_holds_is_none() {
        assert_eq!(Qr::of(&"a".repeat(3000)), None);
    }
}
