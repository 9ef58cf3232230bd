//! The small questions that all rules are made of.

use chrono::NaiveDate;

use super::{Finding, Reason, Weight, limits};
use crate::identifiers::IdentifierTrouble;
use crate::partial_date::PartialDate;
use crate::reference::{EntryRef, FileRef};

/// Gathers findings.
pub(super) struct Checker {
    pub(super) today: NaiveDate,
    pub(super) birth: Option<NaiveDate>,
    pub(super) found: Vec<Finding>,
}

impl Checker {
    pub(super) fn new(today: NaiveDate, birth: Option<NaiveDate>) -> Self {
        Self {
            today,
            birth,
            found: Vec::new(),
        }
    }

    pub(super) fn block(&mut self, field: &'static str, reason: Reason) {
        self.add(field, None, reason, Weight::Blocking);
    }

    pub(super) fn warn(&mut self, field: &'static str, reason: Reason) {
        self.add(field, None, reason, Weight::Warning);
    }

    pub(super) fn add(
        &mut self,
        field: &'static str,
        item: Option<usize>,
        reason: Reason,
        weight: Weight,
    ) {
        self.found.push(Finding {
            field,
            item,
            reason,
            weight,
        });
    }

    /// Something must stand here.
    pub(super) fn required(&mut self, field: &'static str, given: bool) {
        if !given {
            self.block(field, Reason::Missing);
        }
    }

    /// A name that must stand here.
    pub(super) fn title(&mut self, field: &'static str, text: &str) {
        self.required(field, !text.trim().is_empty());
        self.at_most(field, text, limits::NAME);
    }

    pub(super) fn names(&mut self, fields: &[(&'static str, &str)]) {
        self.all_at_most(fields, limits::NAME);
    }

    pub(super) fn lines(&mut self, fields: &[(&'static str, &str)]) {
        self.all_at_most(fields, limits::LINE);
    }

    pub(super) fn texts(&mut self, fields: &[(&'static str, &str)]) {
        self.all_at_most(fields, limits::TEXT);
    }

    pub(super) fn codes(&mut self, fields: &[(&'static str, &str)]) {
        self.all_at_most(fields, limits::CODE);
    }

    fn all_at_most(&mut self, fields: &[(&'static str, &str)], max: usize) {
        for (field, text) in fields {
            self.at_most(field, text, max);
        }
    }

    pub(super) fn at_most(&mut self, field: &'static str, text: &str, max: usize) {
        self.item_at_most(field, None, text, max);
    }

    pub(super) fn item_at_most(
        &mut self,
        field: &'static str,
        item: Option<usize>,
        text: &str,
        max: usize,
    ) {
        // Bytes are never fewer than characters: most texts need no counting.
        if text.len() > max && text.chars().count() > max {
            self.add(field, item, Reason::TooLong(max), Weight::Blocking);
        }
    }

    pub(super) fn count(&mut self, field: &'static str, count: usize, max: usize) {
        if count > max {
            self.block(field, Reason::TooMany(max));
        }
    }

    pub(super) fn links(&mut self, field: &'static str, links: &[EntryRef]) {
        self.count(field, links.len(), limits::LINKS);
        for (item, link) in links.iter().enumerate() {
            self.item_at_most(field, Some(item), link.as_str(), limits::CODE);
        }
    }

    pub(super) fn files(&mut self, field: &'static str, files: &[FileRef]) {
        self.count(field, files.len(), limits::FILES);
        for (item, file) in files.iter().enumerate() {
            self.item_at_most(field, Some(item), &file.name, limits::NAME);
            self.item_at_most(field, Some(item), &file.mime, limits::NAME);
            if !matches!(file.rotation, 0 | 90 | 180 | 270) {
                self.add(field, Some(item), Reason::NotAQuarterTurn, Weight::Blocking);
            }
        }
    }

    /// A date on which something happened: not tomorrow, and not before birth.
    pub(super) fn happened(&mut self, field: &'static str, date: Option<PartialDate>) {
        self.not_future(field, date, Weight::Blocking);
        self.not_before_birth(field, date);
    }

    pub(super) fn not_future(
        &mut self,
        field: &'static str,
        date: Option<PartialDate>,
        weight: Weight,
    ) {
        if date.is_some_and(|date| date.first_day() > self.today) {
            self.add(field, None, Reason::InTheFuture, weight);
        }
    }

    pub(super) fn not_before_birth(&mut self, field: &'static str, date: Option<PartialDate>) {
        let before = |birth: NaiveDate| date.is_some_and(|date| date.last_day() < birth);
        if self.birth.is_some_and(before) {
            self.warn(field, Reason::BeforeBirth);
        }
    }

    /// From one date to another: the end may not surely lie before the start.
    pub(super) fn period(
        &mut self,
        end_field: &'static str,
        from: Option<PartialDate>,
        to: Option<PartialDate>,
    ) {
        if from
            .zip(to)
            .is_some_and(|(from, to)| to.surely_before(from))
        {
            self.block(end_field, Reason::EndsBeforeStart);
        }
    }

    /// A number with a key, if one was given.
    pub(super) fn identifier<T>(
        &mut self,
        field: &'static str,
        text: &str,
        rule: fn(&str) -> Result<T, IdentifierTrouble>,
    ) -> Option<T> {
        self.at_most(field, text, limits::CODE);
        if text.trim().is_empty() {
            return None;
        }
        match rule(text) {
            Ok(read) => Some(read),
            Err(trouble) => {
                self.warn(field, Reason::Identifier(trouble));
                None
            }
        }
    }

    /// An hour of the day, if one was given.
    pub(super) fn clock(&mut self, field: &'static str, item: Option<usize>, text: &str) {
        let hour = |text: &str| -> Option<bool> {
            let (hours, minutes) = text.split_once(':')?;
            let digits =
                |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            let fits = digits(hours) && digits(minutes);
            Some(fits && hours.parse::<u8>().ok()? < 24 && minutes.parse::<u8>().ok()? < 60)
        };
        if !text.is_empty() && hour(text) != Some(true) {
            self.add(field, item, Reason::ClockForm, Weight::Blocking);
        }
    }
}
