//! Reading a file of another calendar. Whatever stands in it, the answer is a list of entries to choose from.

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType};
use calcard::{Entry as Part, Parser};
use domain::agenda::{PARIS, Zone};
use domain::{Entry, Plain};
use std::collections::BTreeMap;

use super::foreign::Foreign;
use super::moment::Zones;
use super::{Found, FoundEvent, Incoming, MAX_FILE, MOST, rule, singly};

/// Parts of a file that are looked at: calendars, and lines that belong to none.
const PARTS: usize = 2_000;
/// Events of one calendar that are looked at.
const EVENTS: usize = 10_000;

/// What the file holds.
pub fn read(incoming: &Incoming) -> Found {
    let mut found = Found::default();
    if incoming.text.len() > MAX_FILE {
        found.unreadable = 1;
        return found;
    }
    let mut parser = Parser::new(&incoming.text);
    for _ in 0..PARTS {
        match parser.entry() {
            Part::ICalendar(calendar) => take(&mut found, &calendar, incoming),
            Part::Eof => break,
            _ => found.unreadable += 1,
        }
    }
    found
}

/// One name, with what stands under it.
#[derive(Default)]
struct Named<'a> {
    masters: Vec<Foreign<'a>>,
    instead: Vec<Foreign<'a>>,
}

fn take(found: &mut Found, calendar: &ICalendar, incoming: &Incoming) {
    let home = Zone::find(&incoming.zone).unwrap_or(PARIS);
    let zones = Zones {
        file: calendar.build_tz_resolver(),
        home,
    };
    let unnamed = if incoming.french {
        "Rendez-vous"
    } else {
        "Appointment"
    };
    let mut order: Vec<String> = Vec::new();
    let mut named: BTreeMap<String, Named<'_>> = BTreeMap::new();
    let events = calendar
        .components
        .iter()
        .filter(|part| part.component_type == ICalendarComponentType::VEvent);
    for (number, component) in events.enumerate() {
        if number >= EVENTS {
            found.left += 1;
            continue;
        }
        let Some(event) = Foreign::read(component, &zones) else {
            found.unreadable += 1;
            continue;
        };
        // What has no name stands for itself alone.
        let key = if event.uid.is_empty() {
            format!("\0{number}")
        } else {
            event.uid.clone()
        };
        if !named.contains_key(&key) {
            order.push(key.clone());
        }
        let group = named.entry(key).or_default();
        if event.instead_of.is_some() {
            group.instead.push(event);
        } else {
            group.masters.push(event);
        }
    }
    let others = calendar.components.iter().filter(|part| {
        matches!(
            part.component_type,
            ICalendarComponentType::VTodo | ICalendarComponentType::VJournal
        )
    });
    found.unreadable += others.count();
    let time_zones: Vec<ICalendarComponent> = calendar.timezones().cloned().collect();
    for key in order {
        let Some(mut group) = named.remove(&key) else {
            continue;
        };
        // Of two under one name the last one counts, as in programs that write a file on.
        let Some(master) = group.masters.pop() else {
            // Single dates of something whose rule is not in the file.
            for alone in &group.instead {
                let uid = format!("{}#{}", alone.uid, alone.start.day());
                let entry =
                    Entry::Appointment(alone.appointment(alone.start, uid.clone(), unnamed, home));
                keep(found, uid, entry, true);
            }
            continue;
        };
        let repeats = master.rule.is_some() || master.odd;
        if !repeats {
            let entry = master.appointment(master.start, master.uid.clone(), unnamed, home);
            keep(found, master.uid.clone(), Entry::Appointment(entry), false);
        } else if let Some(series) = rule::series(&master, &group.instead, unnamed, home) {
            keep(found, master.uid.clone(), Entry::Series(series), false);
        } else {
            let dates = singly::dates(
                &master,
                &group.instead,
                &time_zones,
                &zones,
                incoming.today,
                unnamed,
            );
            if dates.is_empty() {
                found.unreadable += 1;
            }
            for date in dates {
                keep(found, date.uid.clone(), Entry::Appointment(date), true);
            }
        }
    }
}

/// Keeps an entry that the carnet could hold.
fn keep(found: &mut Found, uid: String, entry: Entry, singly: bool) {
    let fits = domain::check::can_be_kept(&entry.check(chrono::NaiveDate::MAX, None));
    if !fits {
        found.unreadable += 1;
    } else if found.events.len() >= MOST {
        found.left += 1;
    } else {
        found.events.push(FoundEvent {
            uid,
            fields: Plain::new(entry).to_fields(),
            singly,
        });
    }
}
