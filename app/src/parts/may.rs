//! What only those are offered who may write somewhere: nobody is shown a way that ends in a refusal.

use crate::desk::use_desk;
use domain::Section;
use leptos::prelude::*;

/// Whether this account may write to one of these sections of the open carnet.
pub(crate) fn writes(sections: &'static [Section]) -> Memo<bool> {
    let desk = use_desk();
    Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| sections.iter().any(|section| carnet.may_write(*section)))
    })
}

/// Whether this account may read one of these sections of the open carnet.
pub(crate) fn reads(sections: &'static [Section]) -> Memo<bool> {
    let desk = use_desk();
    Memo::new(move |_| {
        desk.carnet()
            .is_some_and(|carnet| sections.iter().any(|section| carnet.may_read(*section)))
    })
}
