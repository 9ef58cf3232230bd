//! One carnet's plan: made from what is due, told to the server if it is another one than the server has.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, NaiveTime};
use domain::entry::Identity;
use domain::reminders::{Planned, Preferences, instant, open, plan};
use domain::{Entry, EntryRef, Term};
use protocol::ids::{CarnetId, PlanId, ReminderId};
use protocol::limits;
use protocol::paths;
use protocol::reminder::{Channel, KeptPlan, Plan, PlannedReminder};
use protocol::time::Seconds;
use sha2::{Digest as _, Sha256};

use super::super::{Engine, Inside};
use super::text;
use crate::scene::{CarnetView, MailWords};
use crate::trouble::Trouble;
use crate::wire::Method;

/// From what a plan was made, and its mark.
pub(in crate::engine) struct LastPlan {
    view: Rc<CarnetView>,
    day: NaiveDate,
    list: u64,
    ways: Ways,
    mark: [u8; 32],
}

/// By which ways this account can be told at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ways {
    mail: bool,
    push: bool,
    /// What mails say.
    words: MailWords,
}

/// A plan that was made.
struct Made {
    mark: [u8; 32],
    /// The mark that another device gives it, on which it was chosen that mails say what they are about.
    elsewhere: Option<[u8; 32]>,
    since: i64,
    reminders: Vec<PlannedReminder>,
}

impl Engine {
    /// Plans every carnet that is open here, and forgets plans of those that the account has no longer.
    pub(super) async fn plan_all(&mut self) -> Result<(), Trouble> {
        let listed: Vec<CarnetId> = self.inside()?.list.carnets.keys().copied().collect();
        for id in &listed {
            if !self.inside()?.carnets.contains_key(id) {
                // What another device would be told must be sealed anew, or is not wanted any more.
                match self.update(*id).await {
                    Ok(()) => {}
                    Err(Trouble::Offline) => return Err(Trouble::Offline),
                    Err(_) => continue,
                }
            }
            self.plan_reminders(*id).await?;
        }
        let inside = self.inside()?;
        let ours: BTreeSet<PlanId> = listed.iter().map(|id| inside.plan_id(*id)).collect();
        let kept: Vec<PlanId> = self
            .known_reminders()
            .await?
            .plans
            .iter()
            .map(|kept| kept.plan)
            .collect();
        for stray in kept.into_iter().filter(|plan| !ours.contains(plan)) {
            self.tell_plan(stray, [0; 32], 0, Vec::new()).await?;
        }
        Ok(())
    }

    /// Plans one carnet, and tells the server what is new.
    pub(in crate::engine) async fn plan_reminders(&mut self, id: CarnetId) -> Result<(), Trouble> {
        // Whoever looks by a link is nobody to be reminded.
        if self.inside()?.visit.is_some() {
            return Ok(());
        }
        let server = self.known_reminders().await?;
        let (mail, push, readable) = (server.mail, !server.devices.is_empty(), server.readable);
        let words = self.mail_words(readable).await?;
        let now = self.now();
        let origin = self.ports.origin.clone();
        let notices = self.ports.notices.clone();
        let inside = self.inside_mut()?;
        let ways = Ways {
            mail: mail && inside.account.email.is_some(),
            push,
            words,
        };
        let wanted = inside.list.reminders.clone().unwrap_or_default();
        let name = match wanted.zone.as_str() {
            "" => notices.zone(),
            zone => zone.to_owned(),
        };
        let zone = move |utc: i64| notices.offset(&name, utc).unwrap_or(0);
        let utc = i64::try_from(now.0).unwrap_or(i64::MAX);
        let today = local_day(utc, &zone);
        let Some(carnet) = inside.carnets.get_mut(&id) else {
            return Ok(());
        };
        let view = carnet.show(&inside.outbox, now, &origin);
        let list = inside.list.version;
        let last = inside.reminding.last.get(&id).filter(|last| {
            Rc::ptr_eq(&last.view, &view) && (last.day, last.list, last.ways) == (today, list, ways)
        });
        let plan = inside.plan_id(id);
        let made = match last {
            Some(last) if inside.server_has(plan, &last.mark) => return Ok(()),
            _ => inside.make_plan(&view, &wanted, ways, today, &zone)?,
        };
        // What a device wrote that may say more is not written over by one that may not.
        let mark = match made.elsewhere {
            Some(mark) if inside.server_has(plan, &mark) => mark,
            _ => made.mark,
        };
        inside.reminding.last.insert(
            id,
            LastPlan {
                view,
                day: today,
                list,
                ways,
                mark,
            },
        );
        if inside.server_has(plan, &mark) {
            return Ok(());
        }
        self.tell_plan(plan, made.mark, made.since, made.reminders)
            .await
    }

    async fn tell_plan(
        &mut self,
        id: PlanId,
        mark: [u8; 32],
        since: i64,
        reminders: Vec<PlannedReminder>,
    ) -> Result<(), Trouble> {
        let empty = reminders.is_empty();
        let plan = Plan {
            since: seconds(since),
            mark: mark.to_vec(),
            reminders,
        };
        self.signed(|talk| {
            let (path, plan) = (paths::reminder_plan(id), plan.clone());
            async move { talk.tell(Method::Put, &path, &plan).await }
        })
        .await?;
        let said = self.inside_mut()?.reminding.said.as_mut();
        if let Some((_, said)) = said {
            said.plans.retain(|kept| kept.plan != id);
            if !empty {
                said.plans.push(KeptPlan {
                    plan: id,
                    mark: mark.to_vec(),
                });
            }
        }
        Ok(())
    }
}

impl Inside {
    fn plan_id(&self, carnet: CarnetId) -> PlanId {
        PlanId::from_bytes(self.name(&[b"plan", carnet.as_bytes()]))
    }

    /// The first half of a name that says nothing.
    fn name(&self, parts: &[&[u8]]) -> [u8; 16] {
        let mut thing = Vec::new();
        for part in parts {
            thing.extend_from_slice(&(part.len() as u64).to_be_bytes());
            thing.extend_from_slice(part);
        }
        let name = self.root.own().name_for_server(&thing);
        let mut half = [0; 16];
        half.copy_from_slice(&name[..16]);
        half
    }

    /// Whether the server has this plan already; of one that is empty it has none.
    fn server_has(&self, plan: PlanId, mark: &[u8; 32]) -> bool {
        let Some((_, said)) = &self.reminding.said else {
            return false;
        };
        let kept = said.plans.iter().find(|kept| kept.plan == plan);
        match kept {
            Some(kept) => kept.mark == mark,
            None => *mark == EMPTY,
        }
    }

    fn make_plan(
        &self,
        view: &CarnetView,
        wanted: &Preferences,
        ways: Ways,
        today: NaiveDate,
        zone: &dyn Fn(i64) -> i32,
    ) -> Result<Made, Trouble> {
        let zone = |utc: i64| zone(utc);
        let since = instant(today.and_time(NaiveTime::MIN), &zone);
        let unwanted = wanted.off.contains(&view.id.to_string()) || view.role.is_none();
        let rows: Vec<(EntryRef, &Entry)> = view
            .plains()
            .map(|(id, plain)| (EntryRef(id.to_string()), &plain.entry))
            .collect();
        let things = if unwanted {
            Vec::new()
        } else {
            open(&rows, today, |row| row.0.clone())
        };
        // From the beginning of the day: what is planned does not change while it passes.
        let planned = plan(&things, wanted, &zone, since);
        let person = view.identity().map(|(_, identity)| first_name(identity));
        let person = person.unwrap_or_default();
        let mut told = Vec::new();
        for one in &planned {
            let shown_on = local_day(one.at, &zone);
            let words = text::words(&things[one.of], shown_on, &person, wanted);
            told.push((one, words));
        }
        let mut reminders = Vec::new();
        if ways.push {
            for (one, words) in told.iter().filter(|(one, _)| one.push) {
                reminders.push(PlannedReminder {
                    id: self.push_id(view.id, one),
                    due: seconds(one.at),
                    until: seconds(one.until),
                    channel: Channel::Push,
                    sealed: self.sealed_notice(words, Some(view.id))?,
                    titles: Vec::new(),
                });
            }
        }
        if ways.mail {
            let said = |one: &Planned| {
                let shown_on = local_day(one.at, &zone);
                let wanted = (ways.words == MailWords::Here).then_some(wanted)?;
                text::line(&things[one.of], shown_on, wanted)
            };
            reminders.extend(self.mails(view.id, &planned, said, wanted));
        }
        let mark = |ways: Ways| {
            if reminders.is_empty() {
                return EMPTY;
            }
            let mut all = Sha256::new();
            all.update(format!("{ways:?} {} {wanted:?}", today));
            for (one, words) in &told {
                all.update(format!("{one:?} {words:?}"));
            }
            self.root.own().name_for_server(&all.finalize())
        };
        let elsewhere = Ways {
            words: MailWords::Here,
            ..ways
        };
        Ok(Made {
            mark: mark(ways),
            elsewhere: (ways.words == MailWords::Elsewhere).then(|| mark(elsewhere)),
            since,
            reminders,
        })
    }

    fn push_id(&self, carnet: CarnetId, one: &Planned) -> ReminderId {
        let occurrence = one.cause.occurrence.map(|day| day.to_string());
        ReminderId::from_bytes(self.name(&[
            b"push",
            carnet.as_bytes(),
            one.cause.entry.as_str().as_bytes(),
            one.cause.what.code().as_bytes(),
            occurrence.unwrap_or_default().as_bytes(),
            &one.at.to_be_bytes(),
        ]))
    }

    /// One mail for each moment, however many things it is about: its sentence is the same, and what it may say is said in as
    /// many lines.
    fn mails(
        &self,
        carnet: CarnetId,
        planned: &[Planned],
        said: impl Fn(&Planned) -> Option<String>,
        wanted: &Preferences,
    ) -> Vec<PlannedReminder> {
        let mut moments: BTreeMap<i64, (i64, Vec<String>)> = BTreeMap::new();
        let mut days: BTreeMap<i64, usize> = BTreeMap::new();
        for one in planned.iter().filter(|one| one.mail) {
            if !moments.contains_key(&one.at) {
                let day = days.entry(one.at / DAY).or_default();
                *day += 1;
                if *day > limits::MAILS_A_DAY.1 {
                    continue;
                }
            }
            let (until, titles) = moments.entry(one.at).or_insert((one.until, Vec::new()));
            *until = one.until.max(*until);
            titles.extend(said(one));
        }
        let mail = |(at, (until, titles)): (i64, (i64, Vec<String>))| PlannedReminder {
            id: ReminderId::from_bytes(self.name(&[b"mail", carnet.as_bytes(), &at.to_be_bytes()])),
            due: seconds(at),
            until: seconds(until),
            channel: Channel::Mail,
            sealed: Vec::new(),
            titles: few(titles, wanted),
        };
        moments.into_iter().map(mail).collect()
    }
}

/// A day in seconds.
const DAY: i64 = 86_400;

/// The mark of a plan with nothing in it, of which the server keeps none.
const EMPTY: [u8; 32] = [0; 32];

/// As many lines as a mail has room for; the last says how many more there are.
fn few(mut titles: Vec<String>, wanted: &Preferences) -> Vec<String> {
    titles.dedup();
    let (most, _) = limits::TITLES;
    if titles.len() > most {
        let more = titles.len() - (most - 1);
        titles.truncate(most - 1);
        titles.push(text::more(more, wanted));
    }
    titles
}

/// Under which the person is known.
fn first_name(identity: &Identity) -> String {
    let used = identity.used_first_name.trim();
    if used.is_empty() {
        identity.full_name()
    } else {
        used.to_owned()
    }
}

/// The day that a zone's clocks show.
fn local_day(utc: i64, zone: &dyn Fn(i64) -> i32) -> NaiveDate {
    let shown = utc.saturating_add(i64::from(zone(utc)));
    DateTime::from_timestamp(shown, 0)
        .unwrap_or_default()
        .date_naive()
}

fn seconds(at: i64) -> Seconds {
    Seconds(u64::try_from(at).unwrap_or(0))
}
