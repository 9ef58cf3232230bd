//! Mails that say what they are about: readable to the server and to whoever carries the mail, so only by the person's own
//! choice, and only at the address that it was made for.
//!
//! The choice is kept three times. Sealed in the account's list: no server can make a device hand over words that nobody chose to
//! give. On the server, which keeps no such word while it is off: a device that has not heard of the change gives none away. And on
//! the shelf of each device on which it was made: a new device, which could be handed an older list, says nothing by itself.

use domain::reminders::Preferences;
use protocol::paths;
use protocol::reminder::ReadableMails;

use super::super::{Engine, Inside, records};
use crate::scene::MailWords;
use crate::shelf::{Step, names};
use crate::trouble::Trouble;
use crate::wire::Method;

impl Engine {
    /// Switches it on for the present address, on this device; or off, for every device.
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
        let inside = self.inside_mut()?;
        let name = names::readable(inside.id);
        let step = if on {
            records::seal(inside.root.shelf(), name, at.as_bytes())
        } else {
            Step::Drop(name)
        };
        let written = inside.shelf.write(vec![step]).await;
        written.map_err(|_| Trouble::Storage)?;
        self.inside_mut()?.reminding.readable_here = Some(at);
        self.ask_for_reminders().await?;
        self.plan_all().await
    }

    /// What mails say: nothing, what another device hands over, or what this one does. `server` is whether it keeps words.
    pub(super) async fn mail_words(&mut self, server: bool) -> Result<MailWords, Trouble> {
        let inside = self.inside()?;
        if !inside.may_say(server) {
            return Ok(MailWords::Off);
        }
        let here = match &inside.reminding.readable_here {
            Some(here) => here.clone(),
            None => {
                let name = names::readable(inside.id);
                let kept = records::open(&*inside.shelf, inside.root.shelf(), &name).await;
                let kept = kept.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
                kept.unwrap_or_default()
            }
        };
        let chosen = inside.account.email.as_deref() == Some(here.as_str());
        self.inside_mut()?.reminding.readable_here = Some(here);
        Ok(if chosen {
            MailWords::Here
        } else {
            MailWords::Elsewhere
        })
    }
}

impl Inside {
    /// Whether words are to be handed over at all: the server keeps them, and the address is the one that they were meant for.
    fn may_say(&self, server: bool) -> bool {
        let at = self.list.reminders.as_ref();
        let at = at.map_or("", |wanted| wanted.readable_at.as_str());
        server && !at.is_empty() && self.account.email.as_deref() == Some(at)
    }
}
