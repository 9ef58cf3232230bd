//! Mails that say what they are about: readable to the server and to whoever carries the mail, so only by the person's own
//! choice, and only at the address that it was made for.
//!
//! The choice is kept twice. Sealed in the account's list: no server can make a device hand over words that nobody chose to give.
//! And on the server, which keeps no such word while it is off: a device that has not heard of the change gives none away.

use domain::reminders::Preferences;
use protocol::paths;
use protocol::reminder::ReadableMails;

use super::super::{Engine, Inside};
use crate::trouble::Trouble;
use crate::wire::Method;

impl Engine {
    /// Switches it on for the present address, or off.
    pub(crate) async fn readable_mails(&mut self, on: bool) -> Result<(), Trouble> {
        let at = self.inside()?.account.email.clone().filter(|_| on);
        if on && at.is_none() {
            return Err(Trouble::NotAllowed);
        }
        // First what can be read, then the choice: were it the other way round, a failure in between would leave it readable.
        let readable = ReadableMails { readable: on };
        self.signed(|talk| async move {
            talk.tell(Method::Put, paths::REMINDER_READABLE, &readable)
                .await
        })
        .await?;
        let at = at.unwrap_or_default();
        self.change_list(|list| {
            let before = list.reminders.take().unwrap_or_default();
            list.reminders = Some(Preferences {
                readable_at: at.clone(),
                ..before
            });
        })
        .await?;
        self.ask_for_reminders().await?;
        self.plan_all().await
    }
}

impl Inside {
    /// Whether words are to be handed over: the server keeps them, and the address is the one that they were meant for.
    pub(super) fn may_say(&self, server: bool) -> bool {
        let at = self.list.reminders.as_ref();
        let at = at.map_or("", |wanted| wanted.readable_at.as_str());
        server && !at.is_empty() && self.account.email.as_deref() == Some(at)
    }
}
