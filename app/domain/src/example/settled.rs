//! Something that was due and done.

use super::book::{Book, on};
use crate::due::What;
use crate::entry::{Device, Entry, Outcome, Settled};
use crate::lists::DeviceKind;

pub(super) fn write(book: &mut Book) {
    let (due, done) = (book.ago(6), book.ago(5));
    let cushion = Device {
        name: "Coussin de posture".into(),
        device_kind: Some(DeviceKind::Seating),
        since: on(book.ago(190)),
        next_check: Some(due),
        ..Device::default()
    };
    book.add("coussin", Entry::Device(cushion));
    let settled = Settled {
        of: "coussin".into(),
        moment: Some(What::Check),
        day: Some(due),
        outcome: Some(Outcome::Done),
        on: Some(done),
        ..Settled::default()
    };
    book.add("coussin-controle", Entry::Settled(settled));
}
