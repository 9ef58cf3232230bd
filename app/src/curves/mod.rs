//! Curves: what was measured over the years, drawn from plain numbers, moved by hand and by keys, and taken away.

mod gestures;
mod ink;
mod paint;
mod path;
pub(crate) mod plot;
mod readout;
pub(crate) mod say;
pub(crate) mod take;
mod view;
pub(crate) mod window;

pub(crate) use gestures::Hands;
pub(crate) use view::Chart;
