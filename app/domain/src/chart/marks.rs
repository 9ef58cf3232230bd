//! What happened beside the curves: stays, operations, treatments, devices, and the family's own marks.

use super::ticks::day_number;
use crate::entry::Entry;
use crate::lists::{MarkKind, StayKind};
use crate::partial_date::PartialDate;
use crate::term::{Lang, terms};
use crate::view::HasEntry;

terms! {
    /// What a mark on the time axis stands for.
    MarkSort {
        Operation "operation" "Opération" "Operation";
        Stay "stay" "Séjour" "Stay";
        Injection "injection" "Injection" "Injection";
        TreatmentStart "treatment_start" "Début de traitement" "Treatment begun";
        TreatmentStop "treatment_stop" "Fin de traitement" "Treatment ended";
        Device "device" "Appareillage" "Device";
        GrowthSpurt "growth_spurt" "Poussée de croissance" "Growth spurt";
        Own "own" "Repère" "Mark";
    }
}

/// A mark on the time axis.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeMark {
    /// What it stands for.
    pub sort: MarkSort,
    /// When, or from when; the first possible day if only the month or year is known.
    pub from: f64,
    /// Until when, if it lasted.
    pub to: Option<f64>,
    /// The date as it was written.
    pub date: PartialDate,
    /// What it says.
    pub title: String,
    /// Which of the rows it comes from.
    pub row: usize,
}

/// All marks, in order of time.
pub fn marks<T: HasEntry>(rows: &[T], lang: Lang) -> Vec<TimeMark> {
    let mut all = Vec::new();
    for (row, entry) in rows.iter().enumerate() {
        let entry = entry.entry();
        let mut add = |sort, from: Option<PartialDate>, to: Option<PartialDate>| {
            let Some(date) = from else { return };
            all.push(TimeMark {
                sort,
                from: day_number(date.first_day(), ""),
                to: to.map(|to| day_number(to.last_day(), "")),
                date,
                title: entry.title(lang),
                row,
            });
        };
        match entry {
            Entry::Stay(stay) => {
                let sort = match stay.stay_kind {
                    Some(StayKind::Operation) => MarkSort::Operation,
                    _ => MarkSort::Stay,
                };
                add(sort, stay.from, stay.to);
            }
            Entry::Treatment(treatment) => {
                add(MarkSort::TreatmentStart, treatment.start, None);
                add(MarkSort::TreatmentStop, treatment.stop, None);
            }
            Entry::Device(device) => add(MarkSort::Device, device.since, None),
            Entry::Mark(mark) => {
                let sort = match mark.mark_kind {
                    Some(MarkKind::Injection) => MarkSort::Injection,
                    Some(MarkKind::GrowthSpurt) => MarkSort::GrowthSpurt,
                    _ => MarkSort::Own,
                };
                add(sort, mark.from, mark.to);
            }
            _ => {}
        }
    }
    all.sort_by(|a, b| a.from.total_cmp(&b.from));
    all
}
