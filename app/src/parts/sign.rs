//! Icons: outlines from the Phosphor set, always beside a word, so never read aloud.

use leptos::prelude::*;
use phosphor_leptos as set;
use phosphor_leptos::{IconData, IconWeight};

/// What an icon stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Add,
    Away,
    Back,
    Bed,
    Book,
    Camera,
    Card,
    Caution,
    Check,
    Clock,
    Contacts,
    Course,
    Curve,
    Danger,
    Document,
    Down,
    Download,
    Edit,
    Erase,
    File,
    Forward,
    Habits,
    Health,
    History,
    Inbox,
    Info,
    Key,
    Larger,
    Lifebuoy,
    Lock,
    Menu,
    Notebook,
    Offline,
    Person,
    Phone,
    Pill,
    Print,
    Ruler,
    Settings,
    Smaller,
    Sun,
    Syringe,
    Turn,
    Up,
    Urgent,
    Wheelchair,
}

impl Sign {
    fn data(self) -> IconData {
        match self {
            Self::Add => set::PLUS,
            Self::Away => set::SIGN_OUT,
            Self::Back => set::ARROW_LEFT,
            Self::Bed => set::BED,
            Self::Book => set::BOOK_BOOKMARK,
            Self::Camera => set::CAMERA,
            Self::Card => set::IDENTIFICATION_CARD,
            Self::Caution => set::WARNING,
            Self::Check => set::CHECK_CIRCLE,
            Self::Clock => set::CLOCK,
            Self::Contacts => set::USERS_THREE,
            Self::Course => set::PATH,
            Self::Curve => set::CHART_LINE,
            Self::Danger => set::WARNING_OCTAGON,
            Self::Document => set::FILES,
            Self::Down => set::ARROW_DOWN,
            Self::Download => set::DOWNLOAD_SIMPLE,
            Self::Edit => set::PENCIL_SIMPLE,
            Self::Erase => set::TRASH,
            Self::Forward => set::ARROW_RIGHT,
            Self::File => set::FILE_TEXT,
            Self::Habits => set::HOUSE_LINE,
            Self::Health => set::HEARTBEAT,
            Self::History => set::CLOCK_COUNTER_CLOCKWISE,
            Self::Inbox => set::TRAY_ARROW_DOWN,
            Self::Info => set::INFO,
            Self::Larger => set::MAGNIFYING_GLASS_PLUS,
            Self::Key => set::KEY,
            Self::Lifebuoy => set::LIFEBUOY,
            Self::Lock => set::LOCK_SIMPLE,
            Self::Menu => set::LIST,
            Self::Notebook => set::CHATS_TEARDROP,
            Self::Offline => set::WIFI_SLASH,
            Self::Person => set::USER,
            Self::Phone => set::PHONE,
            Self::Pill => set::PILL,
            Self::Print => set::PRINTER,
            Self::Ruler => set::RULER,
            Self::Settings => set::GEAR_SIX,
            Self::Smaller => set::MAGNIFYING_GLASS_MINUS,
            Self::Sun => set::SUN_HORIZON,
            Self::Syringe => set::SYRINGE,
            Self::Turn => set::ARROW_CLOCKWISE,
            Self::Up => set::ARROW_UP,
            Self::Urgent => set::FIRST_AID,
            Self::Wheelchair => set::WHEELCHAIR,
        }
    }
}

/// Draws an icon.
pub(crate) fn sign(sign: Sign) -> impl IntoView {
    let paths = sign.data().get(IconWeight::Regular);
    view! { <svg class="sign" viewBox="0 0 256 256" aria-hidden="true" focusable="false" inner_html=paths></svg> }
}
