//! The body of a request: bytes that are handed on and tried again without being copied.

use core::fmt;
use core::ops::Deref;
use std::rc::Rc;

/// The bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Body(Rc<Vec<u8>>);

impl Body {
    /// The bytes, to be written over; new ones if somebody still holds these.
    pub(crate) fn into_room(self) -> Vec<u8> {
        let mut room = Rc::try_unwrap(self.0).unwrap_or_default();
        room.clear();
        room
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Rc::new(bytes))
    }
}

impl Deref for Body {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}
