//! The course of life: steps and stays as one timeline.

use chrono::NaiveDate;

use super::HasEntry;
use crate::entry::Entry;
use crate::lists::StepTrack;
use crate::partial_date::PartialDate;

/// One item of the timeline.
#[derive(Debug)]
pub struct CourseItem<'a, T> {
    /// The entry.
    pub row: &'a T,
    /// The strand; stays and operations are medical. None only where nobody chose one.
    pub track: Option<StepTrack>,
    /// From when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// Whether it goes on today: begun, and neither ended nor a matter of one day.
    pub ongoing: bool,
}

/// Steps and stays, in the order in which life brought them. What has no date comes last.
pub fn course_of_life<T: HasEntry>(rows: &[T], today: NaiveDate) -> Vec<CourseItem<'_, T>> {
    let mut items: Vec<CourseItem<'_, T>> =
        rows.iter().filter_map(|row| item(row, today)).collect();
    items.sort_by_key(|item| (item.from.is_none(), item.from, item.to));
    items
}

fn item<T: HasEntry>(row: &T, today: NaiveDate) -> Option<CourseItem<'_, T>> {
    let (track, from, to, lasting) = match row.entry() {
        Entry::Step(step) => {
            let event = step.step_kind == Some(crate::lists::StepKind::LifeEvent);
            (step.track, step.from, step.to, !event)
        }
        // A stay without a last day is an operation or an unfinished note, seldom a stay that goes on.
        Entry::Stay(stay) => (
            Some(StepTrack::Medical),
            stay.from,
            stay.to,
            stay.to.is_some(),
        ),
        _ => return None,
    };
    let begun = from.is_none_or(|from| from.first_day() <= today);
    let ended = to.is_some_and(|to| to.last_day() < today);
    Some(CourseItem {
        row,
        track,
        from,
        to,
        ongoing: lasting && begun && !ended,
    })
}
