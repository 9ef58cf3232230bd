//! Which pages of a carnet stand in the menu: to a guest of one visit those with something that the link shows, and to guardians
//! alone those about links and who looked.

use crate::desk::Desk;
use crate::site_map::Page;
use domain::{Kind, Section};
use leptos::prelude::*;

/// What decides which pages are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OpenTo {
    guardian: bool,
    /// What a member may read; none while no carnet is open.
    readable: Option<Vec<Section>>,
    visit: Option<Seen>,
}

/// What a link shows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    sections: Vec<Section>,
    documents: bool,
    reports: bool,
}

impl OpenTo {
    /// Follows who is in, and what they may see.
    pub(super) fn follow(desk: Desk) -> Memo<Self> {
        Memo::new(move |_| {
            let Some(scene) = desk.scene() else {
                return Self::default();
            };
            let carnet = scene.open.as_ref();
            let any = |kind: Kind| {
                carnet.is_some_and(|carnet| {
                    let mut plains = carnet.plains();
                    plains.any(|(_, plain)| plain.entry.kind() == Some(kind))
                })
            };
            Self {
                guardian: carnet.is_some_and(|carnet| carnet.is_guardian()),
                readable: carnet.map(|carnet| carnet.readable.clone()),
                visit: scene.visit.as_ref().map(|_| Seen {
                    sections: carnet
                        .map(|carnet| carnet.readable.clone())
                        .unwrap_or_default(),
                    documents: any(Kind::Document),
                    reports: any(Kind::Report),
                }),
            }
        })
    }

    /// Whether somebody looks by a link.
    pub(super) fn visits(&self) -> bool {
        self.visit.is_some()
    }

    /// Whether a page of the carnet can have anything for who reads these sections alone.
    fn has_something(&self, page: Page) -> bool {
        let needs: &[Section] = match page {
            Page::Urgent => &[Section::Urgent],
            Page::Health | Page::Curves => &[Section::Health],
            Page::Habits => &[Section::Daily],
            Page::Course => &[Section::Health, Section::School],
            Page::Documents | Page::Reports => {
                &[Section::Health, Section::School, Section::Procedures]
            }
            Page::Contacts | Page::Identity => &[Section::Team],
            Page::Notebook => &[Section::Notebook],
            Page::Procedures => &[Section::Procedures],
            Page::Inbox => &[Section::Inbox],
            Page::Mdph | Page::Letters => &[Section::Procedures],
            _ => return true,
        };
        let readable = self.readable.as_deref();
        readable.is_none_or(|readable| needs.iter().any(|section| readable.contains(section)))
    }

    /// Whether a page is shown.
    pub(super) fn shows(&self, page: Page) -> bool {
        let Some(seen) = &self.visit else {
            let for_all = !matches!(page, Page::Links | Page::Journal);
            return (self.guardian || for_all) && self.has_something(page);
        };
        let reads = |section: Section| seen.sections.contains(&section);
        match page {
            Page::Urgent => reads(Section::Urgent),
            Page::Health | Page::Curves => reads(Section::Health),
            Page::Habits => reads(Section::Daily),
            Page::Course => reads(Section::School) || reads(Section::Health),
            Page::Contacts | Page::Identity => reads(Section::Team),
            Page::Notebook => reads(Section::Notebook),
            Page::Agenda => reads(Section::Agenda),
            Page::Procedures => reads(Section::Procedures),
            Page::Documents => seen.documents,
            Page::Reports => seen.reports,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guest_is_shown_what_the_link_shows() {
        let guest = OpenTo {
            guardian: false,
            visit: Some(Seen {
                sections: vec![Section::Health],
                documents: true,
                reports: false,
            }),
            ..OpenTo::default()
        };
        assert!(guest.shows(Page::Health) && guest.shows(Page::Documents));
        for hidden in [
            Page::Today,
            Page::Notebook,
            Page::Links,
            Page::Settings,
            Page::Reports,
        ] {
            assert!(!guest.shows(hidden), "{hidden:?}");
        }
    }

    #[test]
    fn links_and_the_journal_are_for_guardians() {
        let member = OpenTo::default();
        assert!(member.shows(Page::Notebook) && !member.shows(Page::Journal));
        let guardian = OpenTo {
            guardian: true,
            ..OpenTo::default()
        };
        assert!(guardian.shows(Page::Journal) && guardian.shows(Page::Links));
    }

    #[test]
    fn a_member_is_not_led_to_what_they_may_not_read() {
        let teacher = OpenTo {
            readable: Some(vec![Section::Team, Section::School]),
            ..OpenTo::default()
        };
        assert!(teacher.shows(Page::Course) && teacher.shows(Page::Team));
        for hidden in [Page::Health, Page::Inbox, Page::Procedures] {
            assert!(!teacher.shows(hidden), "{hidden:?}");
        }
    }
}
