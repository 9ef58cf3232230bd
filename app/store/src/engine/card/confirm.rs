//! A guardian has read the sheet and says that it is right.

use domain::{Entry, Plain};
use protocol::ids::{CarnetId, MemberId, ReminderId};
use protocol::paths;
use protocol::reminder::{Channel, Reminder, ReminderText};
use protocol::time::DAY;
use sha2::{Digest as _, Sha256};

use super::super::Engine;
use crate::carnet::day;
use crate::keeper::Edit;
use crate::trouble::Trouble;
use crate::wire::Method;

/// A sheet is read again twice a year.
const READ_AGAIN: u64 = 182 * DAY;

impl Engine {
    /// Writes down what was confirmed, when and by whom, and asks to be reminded. What waits is sent first: what is confirmed is
    /// what the log has.
    pub(crate) async fn urgent_confirm(&mut self) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        self.flush(id).await?;
        let now = self.now();
        let carnet = self.inside()?.carnet(id)?;
        if !carnet.is_guardian() {
            return Err(Trouble::NotAllowed);
        }
        let present = carnet.urgent_sheet();
        let (entry, plain) = match present {
            Some((entry, plain)) => (Some(entry), plain.clone()),
            None => (None, Plain::new(Entry::UrgentSheet(Default::default()))),
        };
        let Entry::UrgentSheet(sheet) = &plain.entry else {
            return Err(Trouble::NotFound);
        };
        let confirmed =
            carnet
                .sheet_now(now)
                .confirmed_by(sheet, day(now), &carnet.label(carnet.me));
        let edit = Edit {
            entry,
            seen: Vec::new(),
            plain: plain.with(Entry::UrgentSheet(confirmed)),
        };
        self.put_in(id, vec![edit]).await?;
        // The sheet is confirmed whether or not a mail will come; its date says it too.
        let _unset = self.remind(id).await;
        Ok(())
    }

    async fn remind(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let due = self.now().plus(READ_AGAIN);
        let reminder = reminder_of(id, self.inside()?.id);
        let set = Reminder {
            due,
            channel: Channel::Mail,
            text: ReminderText::ConfirmSheet,
        };
        self.signed(|talk| {
            let path = paths::reminder(reminder);
            async move { talk.tell(Method::Put, &path, &set).await }
        })
        .await?;
        Ok(())
    }
}

/// One for each account and carnet, so that confirming again moves it.
fn reminder_of(carnet: CarnetId, account: MemberId) -> ReminderId {
    let hash = Sha256::new()
        .chain_update(b"carnet/confirm-sheet\0")
        .chain_update(carnet.as_bytes())
        .chain_update(account.as_bytes())
        .finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    ReminderId::from_bytes(id)
}
