//! An event of a foreign file, as far as it is understood here.

use calcard::icalendar::{
    ICalendarComponent, ICalendarDuration, ICalendarParameterName, ICalendarProperty as P,
    ICalendarRecurrenceRule, ICalendarStatus, ICalendarValue,
};
use domain::check::limits;
use domain::entry::Appointment;
use domain::lists::PlanState;

use super::moment::{Moment, Zones};

/// An event.
pub(super) struct Foreign<'a> {
    /// What it is called.
    pub(super) uid: String,
    /// What it is.
    pub(super) title: String,
    /// Where.
    pub(super) place: String,
    /// What else is said.
    pub(super) note: String,
    /// When it begins.
    pub(super) start: Moment,
    /// When it ends.
    pub(super) end: Option<Moment>,
    /// How long it takes, if that is said instead.
    pub(super) lasts: Option<i64>,
    /// It was cancelled.
    pub(super) cancelled: bool,
    /// How it repeats.
    pub(super) rule: Option<&'a ICalendarRecurrenceRule>,
    /// It repeats in ways that are not looked at closer.
    pub(super) odd: bool,
    /// What is left out.
    pub(super) without: Vec<Moment>,
    /// Which of something that repeats it stands for.
    pub(super) instead_of: Option<Moment>,
    /// Where it comes from.
    pub(super) component: &'a ICalendarComponent,
}

/// Longest name of an event that is kept, in characters.
const UID: usize = 200;

impl<'a> Foreign<'a> {
    /// Reads it; none without a beginning.
    pub(super) fn read(component: &'a ICalendarComponent, zones: &Zones<'_>) -> Option<Self> {
        let text = |name: P, most: usize| {
            let value = component.property(&name)?.values.first()?;
            Some(clean(value.as_text()?, most))
        };
        let one = |name: P| {
            component
                .property(&name)
                .and_then(|it| zones.moments(it).first().copied())
        };
        let rules: Vec<&ICalendarRecurrenceRule> = component
            .properties(&P::Rrule)
            .flat_map(|it| &it.values)
            .filter_map(|value| match value {
                ICalendarValue::RecurrenceRule(rule) => Some(&**rule),
                _ => None,
            })
            .collect();
        let lasts = component.property(&P::Duration).and_then(|it| {
            let ICalendarValue::Duration(lasts) = it.values.first()? else {
                return None;
            };
            Some(ICalendarDuration::as_seconds(lasts))
        });
        let onwards = component
            .property(&P::RecurrenceId)
            .is_some_and(|it| it.has_parameter(&ICalendarParameterName::Range));
        Some(Self {
            uid: text(P::Uid, UID).unwrap_or_default(),
            title: text(P::Summary, limits::NAME).unwrap_or_default(),
            place: text(P::Location, limits::LINE).unwrap_or_default(),
            note: text(P::Description, limits::TEXT).unwrap_or_default(),
            start: one(P::Dtstart)?,
            end: one(P::Dtend),
            lasts,
            cancelled: component.status() == Some(&ICalendarStatus::Cancelled),
            odd: rules.len() > 1
                || component.has_property(&P::Rdate)
                || component.has_property(&P::Exrule)
                || onwards,
            rule: rules.first().copied(),
            without: component
                .properties(&P::Exdate)
                .flat_map(|it| zones.moments(it))
                .collect(),
            instead_of: one(P::RecurrenceId),
            component,
        })
    }

    /// How long it takes, in minutes, if that is within a day.
    pub(super) fn minutes(&self) -> Option<u32> {
        if !self.start.timed {
            return None;
        }
        let seconds = match self.end {
            Some(end) => {
                let end = end.to_zone(self.start.zone);
                (end.local - self.start.local).num_seconds()
            }
            None => self.lasts?,
        };
        let minutes = u32::try_from(seconds / 60).ok()?;
        (1..=24 * 60).contains(&minutes).then_some(minutes)
    }

    /// As one appointment that begins then.
    pub(super) fn appointment(
        &self,
        start: Moment,
        uid: String,
        unnamed: &str,
        home: domain::agenda::Zone,
    ) -> Appointment {
        let whole_days = match (self.start.timed, self.end, self.lasts) {
            (false, Some(end), _) => (end.day() - self.start.day()).num_days() - 1,
            (false, None, Some(seconds)) => seconds / 86_400 - 1,
            (true, Some(end), _) => {
                let end = end.to_zone(self.start.zone);
                // What ends at midnight does not touch the next day.
                (end.local - chrono::TimeDelta::seconds(1))
                    .date()
                    .signed_duration_since(self.start.day())
                    .num_days()
            }
            _ => 0,
        };
        let until = (1..=400)
            .contains(&whole_days)
            .then(|| {
                start
                    .day()
                    .checked_add_signed(chrono::TimeDelta::days(whole_days))
            })
            .flatten();
        Appointment {
            title: if self.title.is_empty() {
                unnamed.to_owned()
            } else {
                self.title.clone()
            },
            day: Some(start.day()),
            time: start.time(),
            until,
            minutes: self.minutes(),
            zone: zone_name(start, home),
            place: self.place.clone(),
            note: self.note.clone(),
            state: self.cancelled.then_some(PlanState::Cancelled),
            uid,
            ..Appointment::default()
        }
    }
}

/// The name of a zone that is not the person's own.
pub(super) fn zone_name(moment: Moment, home: domain::agenda::Zone) -> String {
    if moment.timed && moment.zone != home {
        moment.zone.name().to_owned()
    } else {
        String::new()
    }
}

/// A text without control marks, cut where it is longer than an entry holds.
fn clean(text: &str, most: usize) -> String {
    let marks = text
        .chars()
        .filter(|mark| !mark.is_control() || *mark == '\n');
    marks.take(most).collect::<String>().trim().to_owned()
}
