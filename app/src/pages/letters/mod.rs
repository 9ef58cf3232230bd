//! Letters to offices: templates, the form that fills one, the letter to be read over and sent.

mod about;
mod guide;
mod list;
mod new_letter;
mod one;
mod sending;

pub(crate) use list::Letters;
pub(crate) use new_letter::NewLetter;
pub(crate) use one::OneLetter;
