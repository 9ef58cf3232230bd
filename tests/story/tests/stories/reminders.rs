//! A year of reminders: three families in three time zones, two instances of the server, restarts, an SMTP server and a push
//! service that are away at times. Each reminder comes exactly once, at its time, or is counted among the late ones.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use api::app::{App, Limits};
use api::post::mailer::Mailer;
use api::post::push::{Pusher, Reach};
use api::post::{Post, worker};
use chrono::{DateTime, Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use domain::due::What;
use domain::entry::{Device as Equipment, Outcome, Settled};
use domain::reminders::{Preferences, instant, open, plan};
use domain::{Entry, EntryRef};
use protocol::account::MailLanguage;
use protocol::time::{DAY, MINUTE, Seconds};
use store::notices::Notices;
use story::home::Time;
use story::person::identity;
use story::{Home, Person, tell};
use tokio::task::JoinHandle;

use crate::post_office::{Device, Message, PostOffice};
use crate::smtp::SmtpServer;

/// A word that stands in every entry, and must stand nowhere else.
const CANARY: &str = "CANARI-ORTHOPEDIE";
/// How many things each family is reminded of.
const THINGS: u64 = 24;

fn post(smtp: &SmtpServer) -> Post {
    let mailer = Mailer::new(&format!("smtp://{}", smtp.address), "carnet@example.org").unwrap();
    let subject = "mailto:carnet@example.org".to_owned();
    let pusher = Pusher::new(&[9; 32], subject, Reach::Anywhere).unwrap();
    Post::new(Some(mailer), Some(pusher))
}

fn today(home: &Home, zone: Tz) -> NaiveDate {
    let now = i64::try_from(home.time.now().0).unwrap();
    let at = DateTime::from_timestamp(now, 0).unwrap();
    at.with_timezone(&zone).date_naive()
}

fn checked(name: u64, on: NaiveDate) -> Entry {
    Entry::Device(Equipment {
        name: format!("{CANARY} {name}"),
        next_check: Some(on),
        ..Equipment::default()
    })
}

/// A family with a carnet, a device and an address.
struct Family {
    parent: Person,
    device: Rc<Device>,
    zone: Tz,
    email: String,
}

impl Family {
    async fn of(home: &Home, office: &PostOffice, zone: Tz, name: &str) -> Self {
        let device = Device::of(office, zone, name);
        let parent = Person::told(home, name, device.clone());
        parent.create().await;
        let email = format!("{name}@example.org");
        let keeper = &parent.keeper;
        keeper
            .set_email(Some(email.clone()), MailLanguage::French)
            .await
            .unwrap();
        keeper
            .create_carnet(identity("Théo"), "Parent".into())
            .await
            .unwrap();
        keeper.remind_here().await.unwrap();
        let first = today(home, zone);
        for number in 0..THINGS {
            let on = first + Days::new(3 + number * 15 + number % 4);
            parent.put(checked(number, on)).await;
        }
        Self {
            parent,
            device,
            zone,
            email,
        }
    }

    /// When reminders come, worked out apart from the server, from now on.
    fn expected(&self, home: &Home) -> Vec<i64> {
        let view = self.parent.view();
        let rows: Vec<(EntryRef, Entry)> = view
            .plains()
            .map(|(id, plain)| (EntryRef(id.to_string()), plain.entry.clone()))
            .collect();
        let today = today(home, self.zone);
        let zone = |utc: i64| self.device.offset(self.zone.name(), utc).unwrap();
        let open = open(&rows, today, |row| row.0.clone());
        let now = i64::try_from(home.time.now().0).unwrap();
        let all = plan(&open, &Preferences::default(), &zone, now);
        let midnight = instant(today.and_time(NaiveTime::MIN), &zone);
        assert!(all.iter().all(|one| one.at >= midnight));
        all.iter().map(|one| one.at).collect()
    }
}

/// The task of one instance, which can be ended and begun again.
struct Instance {
    app: App,
    task: JoinHandle<()>,
}

impl Instance {
    fn begin(app: App) -> Self {
        let task = tokio::spawn(worker::run(Arc::clone(&app)));
        Self { app, task }
    }

    fn restart(&mut self) {
        self.task.abort();
        *self = Self::begin(Arc::clone(&self.app));
    }
}

async fn quiet(instances: &[Instance; 2], home: &Home) {
    for instance in instances {
        instance.app.post.ring();
    }
    for _ in 0..2_000 {
        let now = home.time.now();
        let due = home.storage.is_any_due(now, true).await.unwrap()
            || home.storage.is_any_due(now, false).await.unwrap();
        // Time must not pass while something is on its way: whoever sends it would seem to have died.
        if !due && home.storage.reminders_under_way(now).await.unwrap() == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
        for instance in instances {
            instance.app.post.ring();
        }
    }
    panic!("something due is never sent");
}

/// The number that a late message tells.
fn late_mail(text: &str) -> u64 {
    let subject = |line: &str| line.starts_with("Subject:");
    assert!(text.lines().any(subject));
    let text = decoded(text);
    let found = text
        .split_whitespace()
        .zip(text.split_whitespace().skip(1))
        .find_map(|(number, word)| (word == "rappels").then(|| number.parse().ok())?);
    found.unwrap_or(1)
}

/// The text of a quoted-printable mail, as far as numbers and plain words go.
fn decoded(text: &str) -> String {
    text.replace("=\r\n", "").replace("=\n", "")
}

#[test]
fn a_year_of_reminders_comes_once_each_in_time_or_is_counted() {
    tell(async {
        let (smtp, office) = (SmtpServer::start().await, PostOffice::open().await);
        let time = Time::default();
        let (home, app) = Home::posting(None, Limits::default(), time.clone(), post(&smtp)).await;
        let database = format!("sqlite:{}", home.folder.join("carnet.db").display());
        let (_beside, other) =
            Home::posting(Some(database), Limits::default(), time, post(&smtp)).await;
        let families = [
            Family::of(&home, &office, chrono_tz::Europe::Paris, "paris").await,
            Family::of(
                &home,
                &office,
                chrono_tz::America::Guadeloupe,
                "basse-terre",
            )
            .await,
            Family::of(&home, &office, chrono_tz::Indian::Reunion, "saint-denis").await,
        ];
        let mut instances = [Instance::begin(app), Instance::begin(other)];
        // Halfway, one family has done something long before its time: nobody is told of it any more.
        let begin = home.time.now();
        let done_at = begin.plus(170 * DAY);
        let smtp_away = begin.plus(60 * DAY)..begin.plus(95 * DAY);
        let push_away = begin.plus(240 * DAY)..begin.plus(262 * DAY);
        let mut moments: Vec<i64> = families
            .iter()
            .flat_map(|family| family.expected(&home))
            .collect();
        let edges = [
            done_at,
            smtp_away.start,
            smtp_away.end,
            push_away.start,
            push_away.end,
        ];
        moments.extend(edges.map(|edge| i64::try_from(edge.0).unwrap()));
        moments.sort_unstable();
        moments.dedup();
        let mut expected: Vec<Vec<i64>> = families
            .iter()
            .map(|family| family.expected(&home))
            .collect();
        let mut smtp = Some(smtp);
        let (address, mut mails) = (smtp.as_ref().unwrap().address, Vec::new());
        for (step, at) in moments.into_iter().enumerate() {
            if step % 20 == 7 {
                instances[step % 2].restart();
            }
            let now = home.time.now();
            let at = Seconds(u64::try_from(at).unwrap());
            home.time.jump(at.0.saturating_sub(now.0) + 1);
            if at == done_at {
                expected[0] = done(&families[0], &home, &expected[0]).await;
            }
            if at == smtp_away.start {
                mails.extend(smtp.take().unwrap().mails());
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            if at == smtp_away.end {
                smtp = Some(SmtpServer::start_at(address).await);
            }
            office.answer(if push_away.contains(&at) { 503 } else { 201 });
            quiet(&instances, &home).await;
            if at == smtp_away.end || at == push_away.end {
                // What waits for its next try comes within a few minutes.
                home.time.jump(6 * MINUTE);
                quiet(&instances, &home).await;
            }
        }
        home.time.jump(DAY);
        quiet(&instances, &home).await;
        mails.extend(smtp.unwrap().mails());
        let letters = office.messages();
        for (family, expected) in families.iter().zip(&expected) {
            let mut moments = expected.clone();
            moments.dedup();
            assert_eq!(told_by_mail(family, &mails), moments.len() as u64);
            assert_eq!(told_on_device(family, &letters), expected.len() as u64);
        }
        for mail in &mails {
            assert!(!mail.text.contains("CANARI") && !mail.text.contains("Th=C3=A9o"));
            assert!(mail.text.len() < 2_000);
        }
        for letter in &letters {
            assert!(!letter.headers.contains("CANARI"));
            assert!(!letter.body.windows(6).any(|bytes| bytes == b"CANARI"));
        }
        for instance in instances {
            instance.task.abort();
        }
    });
}

/// The family has done what is due farthest ahead; what is expected from then on.
async fn done(family: &Family, home: &Home, before: &[i64]) -> Vec<i64> {
    let view = family.parent.view();
    let last = view.plains().filter_map(|(id, plain)| match &plain.entry {
        Entry::Device(device) => Some((device.next_check?, id)),
        _ => None,
    });
    let (day, id) = last.max().unwrap();
    let now = i64::try_from(home.time.now().0).unwrap();
    let settled = Settled {
        of: EntryRef(id.to_string()),
        moment: Some(What::Check),
        day: Some(day),
        outcome: Some(Outcome::Done),
        on: Some(today(home, family.zone)),
        ..Settled::default()
    };
    family.parent.put(Entry::Settled(settled)).await;
    let mut all: Vec<i64> = before.iter().copied().filter(|at| *at < now).collect();
    let rest = family.expected(home);
    assert!(rest.len() + 2 == before.len() - all.len());
    all.extend(rest);
    all
}

fn told_by_mail(family: &Family, mails: &[crate::smtp::Mail]) -> u64 {
    let mine = mails
        .iter()
        .filter(|mail| mail.to == [family.email.clone()]);
    let mut ids = BTreeMap::new();
    mine.map(|mail| {
        let id = mail
            .text
            .lines()
            .find(|line| line.starts_with("Message-ID:"));
        assert!(ids.insert(id.unwrap().to_owned(), ()).is_none(), "twice");
        let text = decoded(&mail.text);
        if text.contains("panne") {
            late_mail(&mail.text)
        } else {
            assert!(text.contains("Quelque chose approche"), "{text}");
            1
        }
    })
    .sum()
}

fn told_on_device(family: &Family, letters: &[Message]) -> u64 {
    let path = family.device.subscribed_path();
    let mut topics = BTreeMap::new();
    let mine = letters.iter().filter(|letter| letter.to == path);
    mine.map(|letter| {
        let shown = family.device.shows(letter);
        if let Some(late) = shown["late"].as_u64() {
            return late;
        }
        assert!(topics.insert(letter.topic.clone(), ()).is_none(), "twice");
        assert!(shown["title"].as_str().unwrap().contains(CANARY), "{shown}");
        assert!(
            shown["body"].as_str().unwrap().starts_with("Théo Martin, "),
            "{shown}"
        );
        1
    })
    .sum()
}
