//! Files of the site that are fetched only when they are needed. They are the same for everybody and hold nothing of a
//! person.

use chrono::NaiveDate;
use domain::paper::Paper;

use super::Keeper;
use crate::pdf::{Fonts, Pdf};
use crate::trouble::Trouble;
use crate::wire::{Method, Request};

/// The growth references of the World Health Organization, as `domain::growth::Tables` reads them.
const GROWTH: &str = "/growth/who.bin";

/// The font of PDF files, and its strong form.
const FONTS: [&str; 2] = [
    "/fonts/atkinson-hyperlegible-next-regular.ttf",
    "/fonts/atkinson-hyperlegible-next-bold.ttf",
];

impl Keeper {
    /// Fetches the tables of growth: when a chart opens that shows them, not before.
    pub async fn growth_tables(&self) -> Result<Vec<u8>, Trouble> {
        self.asset(GROWTH).await
    }

    /// Writes a paper as a PDF file made on `day`: in the worker, with fonts that are fetched for it.
    pub async fn pdf(&self, paper: Paper, day: NaiveDate) -> Result<Pdf, Trouble> {
        let [regular, strong] = FONTS;
        let fonts = Fonts {
            regular: self.asset(regular).await?,
            strong: self.asset(strong).await?,
        };
        self.ports.heavy.pdf(paper, fonts, day).await
    }

    async fn asset(&self, path: &str) -> Result<Vec<u8>, Trouble> {
        let request = Request {
            method: Method::Get,
            path: path.to_owned(),
            headers: Vec::new(),
            body: None,
        };
        let answer = self.ports.wire.call(request).await;
        let answer = answer.map_err(|_| Trouble::Offline)?;
        if answer.status == 200 {
            Ok(answer.body)
        } else {
            Err(Trouble::Server)
        }
    }
}
