//! Calendar subscriptions: an address under which a calendar program reads when, or also what, this member's agenda has.
//!
//! Off until the person switches it on for one carnet. The choice is kept in the account's own list, which it alone signs and
//! no device takes back to an older one. But a new device has seen none, and could be handed an older choice: so titles are
//! written out only by devices on which they were chosen, which is kept on the shelf; the others write times alone. What is
//! written out is readable to the server and to whoever has the address.

use chrono::{Datelike, Days, NaiveDate};
use data_encoding::BASE32_NOPAD;
use domain::Lang;
use protocol::calendar::{CalendarState, SetCalendar, calendar_hash, served};
use protocol::change::Role;
use protocol::ids::{CarnetId, Digest, LoginToken, SectionId};
use protocol::paths;
use protocol::refusal::Refusal;
use protocol::state::Standing;
use protocol::time::Seconds;

use super::list::Subscription;
use super::{Engine, make_random, records};
use crate::calendar::{CalendarAnswer, CalendarJob, Detail, Outgoing, OutgoingEntry};
use crate::carnet::{Carnet, Content, day};
use crate::shelf::{Step, names};
use crate::trouble::Trouble;
use crate::wire::{Failed, Method};

/// How many days back and ahead are written out.
const SPAN: (u64, u64) = (31, 400);
/// What programs call the calendar: nobody's name.
const NAME: &str = "Carnet";

/// What is known about one's own subscription.
#[derive(Clone, PartialEq, Eq)]
pub struct CalendarView {
    /// The address to give to a calendar program. Whoever has it reads.
    pub address: String,
    /// Titles are told, not only times.
    pub titles: bool,
    /// They were chosen on this device as well; without that it writes times alone.
    pub chosen_here: bool,
    /// When the calendar was last changed; none while the server has none.
    pub updated: Option<Seconds>,
    /// When a program last asked for it, to the hour.
    pub fetched: Option<Seconds>,
}

impl core::fmt::Debug for CalendarView {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("CalendarView(…)")
    }
}

impl Engine {
    /// The subscription of the open carnet, if there is one.
    pub(crate) async fn calendar(&mut self) -> Result<Option<CalendarView>, Trouble> {
        let id = self.inside()?.open_id()?;
        let Some(own) = self.inside()?.list.calendars.get(&id).cloned() else {
            return Ok(None);
        };
        let state = self.calendar_state(id).await?;
        let access = calendar_hash(&own.token);
        let state = state.filter(|state| state.access == access);
        let chosen_here = self.titles_chosen_here(id, &own).await?;
        Ok(Some(CalendarView {
            address: format!("{}{}", self.ports.origin, paths::subscribed(&own.token)),
            titles: own.titles,
            chosen_here,
            updated: state.as_ref().map(|state| state.updated),
            fetched: state.and_then(|state| state.fetched),
        }))
    }

    /// Opens a subscription of the open carnet under a new address, or changes what the present one tells.
    pub(crate) async fn calendar_open(&mut self, titles: bool, lang: Lang) -> Result<(), Trouble> {
        let now = self.now();
        let id = self.inside()?.open_id()?;
        let carnet = self.inside()?.carnet(id)?;
        if !carnet.reads(SectionId::AGENDA, now) || (titles && !may_tell_titles(carnet)) {
            return Err(Trouble::NotAllowed);
        }
        // Less than before: under a new address, so that a device which has not heard of it writes no titles out any more.
        let known = self.inside()?.list.calendars.get(&id);
        let token = match known.filter(|known| titles || !known.titles) {
            Some(known) => known.token,
            None => LoginToken::from_bytes(make_random()?),
        };
        let own = Subscription {
            token,
            titles,
            english: lang == Lang::En,
        };
        self.change_list(|list| {
            list.calendars.insert(id, own.clone());
        })
        .await?;
        self.choose_titles_here(id, titles.then_some(&own)).await?;
        self.inside_mut()?.served.remove(&id);
        self.tend_calendar(id).await
    }

    /// Has the subscription of the open carnet, if there is one, written in the language that its member reads now.
    pub(crate) async fn calendar_speaks(&mut self, lang: Lang) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        let english = lang == Lang::En;
        let known = self.inside()?.list.calendars.get(&id);
        if known.is_none_or(|own| own.english == english) {
            return Ok(());
        }
        self.change_list(|list| {
            if let Some(own) = list.calendars.get_mut(&id) {
                own.english = english;
            }
        })
        .await?;
        self.inside_mut()?.served.remove(&id);
        self.tend_calendar(id).await
    }

    /// Closes the subscription of the open carnet. The address never works again.
    pub(crate) async fn calendar_close(&mut self) -> Result<(), Trouble> {
        let id = self.inside()?.open_id()?;
        // First what can be read, then the choice: were it the other way round, a failure in between would leave it readable.
        self.signed(|talk| {
            let path = paths::calendar(id);
            async move { talk.delete(&path).await }
        })
        .await?;
        self.change_list(|list| {
            list.calendars.remove(&id);
        })
        .await?;
        self.inside_mut()?.served.remove(&id);
        self.choose_titles_here(id, None).await
    }

    /// Remembers on this device that titles were chosen on it, for this address; or that they were not.
    async fn choose_titles_here(
        &mut self,
        id: CarnetId,
        own: Option<&Subscription>,
    ) -> Result<(), Trouble> {
        let inside = self.inside()?;
        let name = names::titles(inside.id, id);
        let step = match own {
            Some(own) => records::seal(inside.root.shelf(), name, own.token.as_bytes()),
            None => Step::Drop(name),
        };
        let written = inside.shelf.write(vec![step]).await;
        written.map_err(|_| Trouble::Storage)
    }

    async fn titles_chosen_here(&self, id: CarnetId, own: &Subscription) -> Result<bool, Trouble> {
        let inside = self.inside()?;
        let name = names::titles(inside.id, id);
        let chosen = records::open(&*inside.shelf, inside.root.shelf(), &name).await;
        Ok(chosen.is_some_and(|token| token.as_slice() == own.token.as_bytes()))
    }

    /// Writes the calendar out anew if it changed. Does nothing without a subscription, or for a carnet that is not open.
    pub(super) async fn tend_calendar(&mut self, id: CarnetId) -> Result<(), Trouble> {
        let now = self.now();
        let inside = self.inside()?;
        let Some(own) = inside.list.calendars.get(&id).cloned() else {
            return Ok(());
        };
        if inside.open != Some(id) || !inside.carnet(id)?.reads(SectionId::AGENDA, now) {
            return Ok(());
        }
        self.fetch(id).await?;
        let chosen_here = self.titles_chosen_here(id, &own).await?;
        let carnet = self.inside()?.carnet(id)?;
        // A calendar that lacks what could not be fetched would tell of free time where there is none.
        let missing = carnet.wanted(carnet.date(now)).into_iter();
        if missing
            .into_iter()
            .any(|(entry, _)| is_of_agenda(carnet, entry))
        {
            return Ok(());
        }
        let titles = own.titles && may_tell_titles(carnet) && chosen_here;
        let job = CalendarJob::Write(outgoing(carnet, &own, titles, day(now)));
        let CalendarAnswer::Written(text) = self.ports.heavy.calendar(job).await? else {
            return Err(Trouble::Server);
        };
        let digest = served(&text);
        if self.is_served(id, &own.token, digest).await? {
            return Ok(());
        }
        let set = SetCalendar {
            access: calendar_hash(&own.token),
            text,
        };
        let told = self
            .signed(|talk| {
                let (path, set) = (paths::calendar(id), set.clone());
                async move { talk.tell(Method::Put, &path, &set).await }
            })
            .await;
        match told {
            Ok(()) => {
                self.inside_mut()?.served.insert(id, digest);
                Ok(())
            }
            // The right ended a moment ago, or another device closed this address: nothing is served any more.
            Err(Failed::Refused(Refusal::NotAllowed | Refusal::Closed | Refusal::Exists)) => Ok(()),
            Err(failed) => Err(failed.into()),
        }
    }

    /// Whether the server serves exactly this already.
    async fn is_served(
        &mut self,
        id: CarnetId,
        token: &LoginToken,
        digest: Digest,
    ) -> Result<bool, Trouble> {
        if let Some(known) = self.inside()?.served.get(&id) {
            return Ok(*known == digest);
        }
        let access = calendar_hash(token);
        let state = self.calendar_state(id).await?;
        let same = state.is_some_and(|state| state.access == access && state.served == digest);
        if same {
            self.inside_mut()?.served.insert(id, digest);
        }
        Ok(same)
    }

    async fn calendar_state(&mut self, id: CarnetId) -> Result<Option<CalendarState>, Trouble> {
        let answer = self
            .signed(|talk| {
                let path = paths::calendar(id);
                async move { talk.get::<CalendarState>(&path).await }
            })
            .await;
        match answer {
            Ok(state) => Ok(Some(state)),
            Err(Failed::Refused(Refusal::NotFound | Refusal::Unknown)) => Ok(None),
            Err(failed) => Err(failed.into()),
        }
    }
}

/// Whose agenda it is: titles say what somebody goes to, which is not for helpers to give away.
fn may_tell_titles(carnet: &Carnet) -> bool {
    let standing = carnet.member().map(|member| member.standing);
    matches!(
        standing,
        Some(Standing::Account {
            role: Role::Guardian | Role::Person,
            ..
        })
    )
}

fn is_of_agenda(carnet: &Carnet, entry: protocol::ids::EntryId) -> bool {
    let entry = carnet.log.state.entries.get(&entry);
    entry.is_some_and(|entry| entry.section == SectionId::AGENDA)
}

/// The agenda as it was sent: what waits on this device is written out once it is sent.
fn outgoing(carnet: &Carnet, own: &Subscription, titles: bool, today: NaiveDate) -> Outgoing {
    let mut entries = Vec::new();
    for (id, entry) in carnet.log.state.entries_of(SectionId::AGENDA) {
        let newest = entry.versions.iter().max_by_key(|version| {
            carnet
                .log
                .facts
                .put(*id, version.payload)
                .map(|put| (put.at, put.seq))
        });
        let Some(version) = newest else { continue };
        let at = carnet
            .log
            .facts
            .put(*id, version.payload)
            .map_or(0, |put| put.at.0);
        if let Some(Content::Entry(plain)) = carnet.content(version.payload) {
            entries.push(OutgoingEntry {
                id: id.to_string(),
                at,
                fields: plain.to_fields(),
            });
        }
    }
    // The span moves once a month, so that a calendar in which nothing happens is not written out every day.
    let first = today.with_day(1).unwrap_or(today);
    Outgoing {
        name: NAME.to_owned(),
        today: first,
        window: Some((first - Days::new(SPAN.0), first + Days::new(SPAN.1))),
        detail: if titles { Detail::Titles } else { Detail::Busy },
        salt: Some(BASE32_NOPAD.encode(calendar_hash(&own.token).as_bytes())),
        french: !own.english,
        entries,
    }
}
