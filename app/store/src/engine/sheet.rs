//! The recovery sheet: made once, shown once, proved to be at hand.

use protocol::account::NewProof;
use sealing::code::{RecoveryCode, RecoverySheet};
use sealing::wrap::WayKey;
use zeroize::Zeroizing;

use super::{Engine, create, make_random};
use crate::keeper::NewSheet;
use crate::scene::Busy;
use crate::trouble::Trouble;

/// A sheet that was made since unlocking and is not confirmed yet.
pub(super) struct Pending {
    sheet: RecoverySheet,
    asked: (usize, usize),
}

impl Pending {
    fn new(sheet: RecoverySheet) -> Result<Self, Trouble> {
        let [first, second] = make_random::<2>()?;
        let first = usize::from(first) % 6;
        // One of the five others.
        let second = (first + 1 + usize::from(second) % 5) % 6;
        Ok(Self {
            sheet,
            asked: (first.min(second), first.max(second)),
        })
    }

    fn groups(&self) -> Zeroizing<Vec<String>> {
        Zeroizing::new(
            self.sheet
                .code
                .text()
                .split('-')
                .map(str::to_owned)
                .collect(),
        )
    }

    fn show(&self) -> NewSheet {
        NewSheet {
            groups: self.groups().to_vec(),
            qr: self.sheet.text().as_str().to_owned(),
            account: self.sheet.account,
            asked: self.asked,
        }
    }
}

impl Engine {
    /// Makes a new code, which replaces the one before on the server.
    pub(crate) async fn make_new_code(&mut self) -> Result<NewSheet, Trouble> {
        self.stage.busy(Some(Busy::Unlocking));
        let inside = self.inside()?;
        let code = RecoveryCode::make();
        let proof = NewProof::Code {
            lookup: code.lookup_id(),
            token: code.login_token(),
        };
        let way = create::new_way(&inside.root, &WayKey::Code(&code), proof)?;
        let pending = Pending::new(RecoverySheet {
            account: inside.id,
            code,
        })?;
        self.add_way(way).await?;
        let shown = pending.show();
        self.inside_mut()?.sheet = Some(pending);
        if self.inside()?.list.sheet_confirmed {
            self.change_list(|list| list.sheet_confirmed = false)
                .await?;
        }
        Ok(shown)
    }

    /// The sheet that waits to be confirmed.
    pub(crate) fn pending_sheet(&self) -> Option<NewSheet> {
        self.inside.as_ref()?.sheet.as_ref().map(Pending::show)
    }

    /// Compares the two groups asked for.
    pub(crate) async fn confirm_sheet(
        &mut self,
        first: String,
        second: String,
    ) -> Result<(), Trouble> {
        let pending = self.inside()?.sheet.as_ref().ok_or(Trouble::NotFound)?;
        let groups = pending.groups();
        let same = |place: usize, typed: &str| {
            groups
                .get(place)
                .is_some_and(|group| forgive(typed) == *group)
        };
        if !same(pending.asked.0, &first) || !same(pending.asked.1, &second) {
            return Err(Trouble::WrongGroups);
        }
        self.sheet_is_confirmed().await
    }

    /// Compares the whole code, typed or scanned.
    pub(crate) async fn confirm_sheet_whole(&mut self, text: String) -> Result<(), Trouble> {
        let text = Zeroizing::new(text);
        let pending = self.inside()?.sheet.as_ref().ok_or(Trouble::NotFound)?;
        let read = RecoverySheet::read(&text)
            .map(|sheet| sheet.code)
            .or_else(|_| RecoveryCode::read(&text))?;
        if *read.text() != *pending.sheet.code.text() {
            return Err(Trouble::WrongGroups);
        }
        self.sheet_is_confirmed().await
    }

    async fn sheet_is_confirmed(&mut self) -> Result<(), Trouble> {
        self.change_list(|list| list.sheet_confirmed = true).await?;
        self.inside_mut()?.sheet = None;
        Ok(())
    }
}

/// What is forgiven when a group is typed: the same as in a whole code.
fn forgive(typed: &str) -> String {
    let plain =
        typed
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            });
    plain.collect()
}
