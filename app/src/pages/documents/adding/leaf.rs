//! One picked file on its way into a document: a page of it, or the whole of it.

use domain::FileRef;
use store::{PickedFile, Trouble};

/// How far a file is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Way {
    /// Its turn has not come.
    Waiting,
    /// It is being sealed and sent; so many bytes are done.
    Sending(u64),
    /// The server has it, sealed.
    Sent(Box<FileRef>),
    /// It could not be sent.
    Failed(Trouble),
}

/// One picked file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Leaf {
    /// Tells it from the others.
    pub(crate) key: usize,
    /// Its name.
    pub(crate) name: String,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// It is a picture: it can be a page among others, and be turned.
    pub(crate) picture: bool,
    /// The address of a preview in this window.
    pub(crate) preview: Option<String>,
    /// Turned clockwise for viewing, in degrees.
    pub(crate) turn: u16,
    /// How far it is.
    pub(crate) way: Way,
}

impl Leaf {
    pub(crate) fn new(key: usize, file: &PickedFile) -> Self {
        Self {
            key,
            name: file.name.clone(),
            size: file.source.size(),
            picture: is_picture(&file.mime, &file.name),
            preview: None,
            turn: 0,
            way: Way::Waiting,
        }
    }

    /// The file as the document names it, once it was sent.
    pub(crate) fn sent(&self) -> Option<FileRef> {
        match &self.way {
            Way::Sent(file) => Some(FileRef {
                rotation: self.turn,
                ..(**file).clone()
            }),
            _ => None,
        }
    }

    /// Bytes done.
    pub(crate) fn done(&self) -> u64 {
        match self.way {
            Way::Sent(_) => self.size,
            Way::Sending(done) => done,
            Way::Waiting | Way::Failed(_) => 0,
        }
    }

    /// What went wrong with it.
    pub(crate) fn trouble(&self) -> Option<Trouble> {
        match self.way {
            Way::Failed(trouble) => Some(trouble),
            _ => None,
        }
    }

    /// Turns it by a quarter.
    pub(crate) fn turn(&mut self) {
        self.turn = (self.turn + 90) % 360;
    }
}

/// Some browsers name no type for the pictures of telephones.
pub(crate) fn is_picture(mime: &str, name: &str) -> bool {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    (mime.starts_with("image/") && mime != "image/svg+xml")
        || (mime.is_empty()
            && matches!(
                ending.as_deref(),
                Some("heic" | "heif" | "jpg" | "jpeg" | "png" | "webp")
            ))
}

/// Puts picked files into documents: pictures that were picked together are the pages of one, anything else is a
/// document by itself.
pub(crate) fn gathered(leaves: Vec<Leaf>) -> Vec<Vec<Leaf>> {
    let (mut pictures, others): (Vec<Leaf>, Vec<Leaf>) =
        leaves.into_iter().partition(|leaf| leaf.picture);
    // Cameras and scanners number what they take; browsers give it in any order.
    pictures.sort_by(|one, other| one.name.cmp(&other.name));
    let first = (!pictures.is_empty()).then_some(pictures);
    first
        .into_iter()
        .chain(others.into_iter().map(|leaf| vec![leaf]))
        .collect()
}

/// Moves an item one place up or down, where there is room.
pub(crate) fn moved<T>(items: &mut [T], from: usize, to: usize) {
    if from < items.len() && to < items.len() {
        if from < to {
            items[from..=to].rotate_left(1);
        } else {
            items[to..=from].rotate_right(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(key: usize, name: &str, mime: &str) -> Leaf {
        Leaf::new(key, &PickedFile::from_bytes(name, mime, vec![0; 3]))
    }

    #[test]
    fn photos_picked_together_are_pages_of_one_document() {
        let picked = vec![
            leaf(0, "scan 2.jpg", "image/jpeg"),
            leaf(1, "bilan.pdf", "application/pdf"),
            leaf(2, "scan 1.jpg", "image/jpeg"),
            leaf(3, "IMG.HEIC", ""),
        ];
        let keys: Vec<Vec<usize>> = gathered(picked)
            .iter()
            .map(|leaves| leaves.iter().map(|leaf| leaf.key).collect())
            .collect();
        assert_eq!(keys, [vec![3, 2, 0], vec![1]]);
    }

    #[test]
    fn a_drawing_with_scripts_is_no_page() {
        assert!(!is_picture("image/svg+xml", "x.svg"));
        assert!(!is_picture("application/pdf", "x.jpg"));
    }

    #[test]
    fn moving_keeps_the_order_of_the_others() {
        let mut items = [0, 1, 2, 3];
        moved(&mut items, 3, 1);
        assert_eq!(items, [0, 3, 1, 2]);
        moved(&mut items, 1, 3);
        assert_eq!(items, [0, 1, 2, 3]);
        moved(&mut items, 3, 4);
        moved(&mut items, 9, 0);
        assert_eq!(items, [0, 1, 2, 3]);
    }

    #[test]
    fn a_sent_page_remembers_its_turn() {
        let mut page = leaf(0, "a.png", "image/png");
        (0..3).for_each(|_| page.turn());
        page.way = Way::Sent(Box::default());
        assert_eq!(page.sent().map(|file| file.rotation), Some(270));
        page.turn();
        assert_eq!(page.sent().map(|file| file.rotation), Some(0));
    }
}
