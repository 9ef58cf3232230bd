//! Rules for rights, things that end, and procedures.

use super::checker::Checker;
use super::{Reason, Weight, limits};
use crate::entry::{Entitlement, Expiry, Procedure};
use crate::lists::Right;

pub(super) fn entitlement(c: &mut Checker, right: &Entitlement) {
    c.required("right", right.right.is_some());
    if right.right == Some(Right::Other) {
        c.required("detail", !right.detail.trim().is_empty());
    }
    c.names(&[
        ("detail", &right.detail),
        ("authority", &right.authority),
        ("beneficiary", &right.beneficiary),
    ]);
    c.codes(&[("number", &right.number)]);
    c.texts(&[("note", &right.note)]);
    c.happened("decided", right.decided.map(Into::into));
    c.happened("received", right.received.map(Into::into));
    // A letter does not come before it was written, a right does not end before it begins.
    c.period(
        "received",
        right.decided.map(Into::into),
        right.received.map(Into::into),
    );
    c.period(
        "end",
        right.start.map(Into::into),
        right.end.map(Into::into),
    );
    c.period(
        "appeal_by",
        right.received.or(right.decided).map(Into::into),
        right.appeal_by.map(Into::into),
    );
    c.not_before_birth("start", right.start.map(Into::into));
    if right.no_end && right.end.is_some() {
        c.block("no_end", Reason::EndAndNoEnd);
    }
    if right
        .prepare
        .zip(right.end)
        .is_some_and(|(from, end)| from > end)
    {
        c.warn("prepare", Reason::EndsBeforeStart);
    }
    if let Some(longest) = crate::rights::longer_than_known(right) {
        c.warn("end", Reason::LongerThanKnown(longest));
    }
    c.links("documents", &right.documents);
}

pub(super) fn expiry(c: &mut Checker, expiry: &Expiry) {
    c.required("expiry_kind", expiry.expiry_kind.is_some());
    c.required("end", expiry.end.is_some());
    c.names(&[("name", &expiry.name)]);
    c.codes(&[("number", &expiry.number)]);
    c.texts(&[("note", &expiry.note)]);
    c.links("documents", &expiry.documents);
}

pub(super) fn procedure(c: &mut Checker, procedure: &Procedure) {
    c.title("title", &procedure.title);
    c.names(&[("authority", &procedure.authority)]);
    c.codes(&[("number", &procedure.number)]);
    c.texts(&[("note", &procedure.note)]);
    c.links("documents", &procedure.documents);
    c.count("requests", procedure.requests.len(), limits::ITEMS);
    for (item, request) in procedure.requests.iter().enumerate() {
        c.item_at_most("requests", Some(item), &request.detail, limits::NAME);
        let said = request.right.is_some() || !request.detail.trim().is_empty();
        if !said {
            c.add("requests", Some(item), Reason::Missing, Weight::Blocking);
        }
    }
    c.count("pieces", procedure.pieces.len(), limits::PIECES);
    for (item, piece) in procedure.pieces.iter().enumerate() {
        c.item_at_most("pieces", Some(item), &piece.name, limits::NAME);
        if piece.piece.is_none() && piece.name.trim().is_empty() {
            c.add("pieces", Some(item), Reason::Missing, Weight::Blocking);
        }
    }
    c.count("history", procedure.history.len(), limits::PIECES);
    for (item, step) in procedure.history.iter().enumerate() {
        c.item_at_most("history", Some(item), &step.note, limits::LINE);
        if step.date.is_some_and(|date| date > c.today) {
            c.add("history", Some(item), Reason::InTheFuture, Weight::Blocking);
        }
    }
    c.count("exchanges", procedure.exchanges.len(), limits::EXCHANGES);
    for (item, exchange) in procedure.exchanges.iter().enumerate() {
        c.item_at_most("exchanges", Some(item), &exchange.who, limits::NAME);
        c.item_at_most("exchanges", Some(item), &exchange.text, limits::STEPS);
        c.clock("exchanges", Some(item), &exchange.time);
    }
}
