//! Writing a file.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarDay, ICalendarFrequency,
    ICalendarProperty as P, ICalendarRecurrenceRule, ICalendarWeekday,
};
use chrono::{Days, NaiveDate, NaiveTime};
use data_encoding::BASE32_NOPAD;
use domain::agenda::{Settings, hour};
use domain::entry::{Absence, Appointment, Series};
use domain::lists::{Day, PlanState, SessionChange};
use domain::{Entry, Plain};
use sha2::{Digest, Sha256};

use super::event::{Event, universal};
use super::{Detail, Outgoing, OutgoingEntry, own_uid};

/// For how many days from today exceptions of a series are written, where it has no end.
const EXCEPTIONS: u64 = 2 * 366;
/// How far a first session is looked for, in days: beyond the longest rhythm.
const FIRST: u64 = 7 * 27 * 2;

/// The file. What this version cannot read is left out.
pub fn write(outgoing: &Outgoing) -> String {
    let read = |entry: &OutgoingEntry| {
        let plain = Plain::from_fields(entry.fields.clone()).ok()?;
        Some((entry.id.clone(), entry.at, plain.entry))
    };
    let rows: Vec<(String, u64, Entry)> = outgoing.entries.iter().filter_map(read).collect();
    let entries: Vec<&Entry> = rows.iter().map(|(.., entry)| entry).collect();
    let writing = Writing {
        outgoing,
        settings: Settings::of(&entries),
    };
    let mut events = Vec::new();
    for (id, at, entry) in &rows {
        match entry {
            Entry::Appointment(it) => events.extend(writing.appointment(id, *at, entry, it)),
            Entry::Series(it) => events.extend(writing.series(id, *at, entry, it)),
            Entry::Absence(it) => events.extend(writing.absence(id, *at, entry, it)),
            _ => {}
        }
    }
    let mut root = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    root.add_property(P::Version, "2.0".to_owned());
    root.add_property(P::Prodid, "-//Carnet//Agenda//FR".to_owned());
    root.add_property(P::Calscale, "GREGORIAN".to_owned());
    root.add_property(P::Other("X-WR-CALNAME".to_owned()), outgoing.name.clone());
    root.component_ids = (1..).take(events.len()).collect();
    let mut calendar = ICalendar {
        components: vec![root],
    };
    let events = events.into_iter().map(|event| event.0);
    calendar.components.extend(events);
    // With the rules by which the clocks of every zone change, for programs that have no list of zones.
    calendar.add_missing_timezones();
    calendar.to_string()
}

struct Writing<'a> {
    outgoing: &'a Outgoing,
    settings: Settings,
}

impl Writing<'_> {
    fn appointment(&self, id: &str, at: u64, entry: &Entry, it: &Appointment) -> Option<Event> {
        let (day, last) = (it.day?, it.last_day()?);
        let cancelled = it.state == Some(PlanState::Cancelled);
        if !self.in_window(day, last) || (cancelled && self.outgoing.detail != Detail::Full) {
            return None;
        }
        let zone = self.settings.zone_of(&it.zone);
        let time = hour(&it.time);
        let mut event = Event::new(&self.uid(id, &it.uid), at);
        event.when(P::Dtstart, day, time, zone);
        match time {
            None => event.when(P::Dtend, next(last), None, zone),
            Some(time) if last > day => event.when(P::Dtend, last, Some(time), zone),
            Some(_) => event.minutes(it.minutes),
        }
        self.tell(&mut event, entry, &it.place);
        if cancelled {
            event.text(P::Status, "CANCELLED");
        }
        Some(event)
    }

    fn absence(&self, id: &str, at: u64, entry: &Entry, it: &Absence) -> Option<Event> {
        let (day, last) = (it.from?, it.last_day()?);
        if !self.in_window(day, last) || self.outgoing.detail == Detail::Busy {
            return None;
        }
        let zone = self.settings.zone;
        let mut event = Event::new(&self.uid(id, ""), at);
        match (hour(&it.from_time), hour(&it.until_time)) {
            (Some(from), Some(until)) if last > day || until > from => {
                event.when(P::Dtstart, day, Some(from), zone);
                event.when(P::Dtend, last, Some(until), zone);
            }
            _ => {
                event.when(P::Dtstart, day, None, zone);
                event.when(P::Dtend, next(last), None, zone);
            }
        }
        self.tell(&mut event, entry, "");
        event.text(P::Transp, "TRANSPARENT");
        Some(event)
    }

    /// The series with what does not take place, and one event for each session that was moved.
    fn series(&self, id: &str, at: u64, entry: &Entry, it: &Series) -> Vec<Event> {
        let Some((first, last)) = self.span(it) else {
            return Vec::new();
        };
        let uid = self.uid(id, &it.uid);
        let zone = self.settings.zone_of(&it.zone);
        let time = hour(&it.time);
        let mut event = Event::new(&uid, at);
        event.when(P::Dtstart, first, time, zone);
        event.minutes(it.minutes);
        event.0.add_property(P::Rrule, self.rule(it, first));
        let until = last
            .min(self.outgoing.today + Days::new(EXCEPTIONS))
            .max(first);
        let mut without: Vec<(NaiveDate, Option<NaiveTime>)> = Vec::new();
        let mut moved = Vec::new();
        for planned in first.iter_days().take_while(|day| *day <= until) {
            if !it.plans(planned) {
                continue;
            }
            match it.exception(planned).and_then(|said| said.change) {
                Some(SessionChange::Cancelled) => without.push((planned, time)),
                Some(SessionChange::Moved) => {
                    let (day, hour) = it.local(planned);
                    let mut event = Event::new(&uid, at);
                    event.when(P::RecurrenceId, planned, time, zone);
                    event.when(P::Dtstart, day, hour, zone);
                    event.minutes(it.minutes);
                    self.tell(&mut event, entry, &it.place);
                    moved.push(event);
                }
                Some(SessionChange::Kept) => {}
                None if self.settings.pause(it, planned).is_some() => {
                    without.push((planned, time));
                }
                None => {}
            }
        }
        event.all(P::Exdate, &without, zone);
        self.tell(&mut event, entry, &it.place);
        std::iter::once(event).chain(moved).collect()
    }

    /// The first session to write, and the last day.
    fn span(&self, it: &Series) -> Option<(NaiveDate, NaiveDate)> {
        let begin = match self.outgoing.window {
            Some((from, _)) => it.from?.max(from),
            None => it.from?,
        };
        let last = it.until.unwrap_or(NaiveDate::MAX);
        let last = match self.outgoing.window {
            Some((_, to)) => last.min(to),
            None => last,
        };
        let mut days = begin.iter_days().take(usize::try_from(FIRST).ok()?);
        let first = days.find(|day| it.plans(*day))?;
        (first <= last).then_some((first, last))
    }

    fn rule(&self, it: &Series, first: NaiveDate) -> ICalendarRecurrenceRule {
        let mut days = it.days.clone();
        if days.is_empty() {
            days.push(Day::of(first));
        }
        days.sort_unstable();
        days.dedup();
        let byday = days.into_iter().map(|day| ICalendarDay {
            ordwk: None,
            weekday: weekday(day),
        });
        let end = match (it.until, self.outgoing.window) {
            (Some(until), Some((_, to))) => Some(until.min(to)),
            (until, window) => until.or(window.map(|(_, to)| to)),
        };
        let zone = self.settings.zone_of(&it.zone);
        let until = end.map(|end| {
            // In universal time where the sessions have an hour: RFC 5545, 3.3.10.
            match hour(&it.time) {
                Some(time) => universal(zone.to_utc(end.and_time(time))),
                None => {
                    let midnight = end.and_time(NaiveTime::MIN).and_utc().timestamp();
                    calcard::common::PartialDateTime::from_date_timestamp(midnight)
                }
            }
        });
        ICalendarRecurrenceRule {
            freq: ICalendarFrequency::Weekly,
            interval: u16::try_from(it.rhythm()).ok().filter(|every| *every > 1),
            byday: byday.collect(),
            until,
            wkst: Some(ICalendarWeekday::Monday),
            ..ICalendarRecurrenceRule::default()
        }
    }

    /// What it is, where, and all the rest, as far as it is told.
    fn tell(&self, event: &mut Event, entry: &Entry, place: &str) {
        let lang = self.outgoing.lang();
        match self.outgoing.detail {
            Detail::Busy => event.text(P::Summary, lang.pick("Occupé", "Busy")),
            Detail::Titles => event.text(P::Summary, &entry.title(lang)),
            Detail::Full => {
                event.text(P::Summary, &entry.title(lang));
                event.text(P::Location, place);
                event.text(P::Description, &description(entry, lang));
            }
        }
        event.text(P::Class, "PRIVATE");
    }

    fn in_window(&self, first: NaiveDate, last: NaiveDate) -> bool {
        let window = self.outgoing.window;
        window.is_none_or(|(from, to)| first <= to && last >= from)
    }

    /// The name of an event.
    fn uid(&self, id: &str, taken_from: &str) -> String {
        match &self.outgoing.salt {
            Some(salt) => {
                let hash = Sha256::new()
                    .chain_update(salt.as_bytes())
                    .chain_update([0])
                    .chain_update(id.as_bytes())
                    .finalize();
                own_uid(&BASE32_NOPAD.encode(&hash[..15]).to_lowercase())
            }
            None if taken_from.is_empty() => own_uid(id),
            None => taken_from.to_owned(),
        }
    }
}

/// What stands nowhere else in the event.
fn description(entry: &Entry, lang: domain::Lang) -> String {
    const ELSEWHERE: [&str; 13] = [
        "title",
        "day",
        "days",
        "every",
        "time",
        "until",
        "from",
        "minutes",
        "zone",
        "place",
        "exceptions",
        "pause_public",
        "pause_school",
    ];
    let lines = entry.lines(lang).into_iter();
    let lines = lines.filter(|line| !ELSEWHERE.contains(&line.field));
    let lines = lines.map(|line| {
        let gap = if line.text.contains('\n') { "\n" } else { " " };
        format!("{}{}{gap}{}", line.label, lang.pick(" :", ":"), line.text)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

fn weekday(day: Day) -> ICalendarWeekday {
    match day {
        Day::Monday => ICalendarWeekday::Monday,
        Day::Tuesday => ICalendarWeekday::Tuesday,
        Day::Wednesday => ICalendarWeekday::Wednesday,
        Day::Thursday => ICalendarWeekday::Thursday,
        Day::Friday => ICalendarWeekday::Friday,
        Day::Saturday => ICalendarWeekday::Saturday,
        Day::Sunday => ICalendarWeekday::Sunday,
    }
}
