//! Every page that exists, once: the router, the menus, the drawing and the tests all read this list.

mod place;

use crate::words::Words;

pub use place::Place;

/// A language that pages are drawn in. It is the first part of every address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// French, the first language.
    Fr,
    /// English.
    En,
    /// French in short sentences.
    FrSimple,
}

impl Lang {
    /// Every language, the first one first.
    pub const ALL: &[Self] = &[Self::Fr, Self::En, Self::FrSimple];

    /// The first part of the address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::FrSimple => "fr-simple",
        }
    }

    /// The value of `<html lang>`: a BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::FrSimple => "fr-x-simple",
        }
    }

    /// Its own name, in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
            Self::FrSimple => "Langage simplifié",
        }
    }
}

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// What those who keep the carnet decide together; leaving it.
    Keep,
    /// Private corners of a carnet.
    Corners,
    /// One of them.
    Corner,
    /// New keys in the stead of an account that somebody else can open.
    NewKeys,
    /// Erasing one's account.
    Farewell,
    /// What a stranger sees first.
    Welcome,
    /// Making an account, to its recovery sheet.
    Create,
    /// Coming back.
    SignIn,
    /// Coming back with the recovery code.
    Recover,
    /// The carnets of the account.
    Carnets,
    /// Opening a new one.
    NewCarnet,
    /// Ways in, language, locking.
    Settings,
    /// What matters now in one carnet.
    Today,
    /// Who the person is.
    Identity,
    /// Problems, allergies, treatments, vaccines, devices, stays, measurements.
    Health,
    /// What was measured over the years, drawn.
    Curves,
    /// Taking in a table of values.
    PasteValues,
    /// One page for a professional: chosen curves, what happened, goals.
    Synthesis,
    /// The course of life, and the individual projects.
    Course,
    /// All documents.
    Documents,
    /// Adding files.
    AddDocuments,
    /// One document with its pages.
    Document,
    /// Two films side by side.
    Compare,
    /// Reports with headings.
    Reports,
    /// Beginning a report.
    AddReport,
    /// One report.
    Report,
    /// Contacts and team.
    Contacts,
    /// Who is in the carnet, and who may see what.
    Team,
    /// One member of the carnet.
    Member,
    /// Inviting somebody.
    Invite,
    /// Inviting somebody in the place of a member.
    InviteInstead,
    /// Habits of life.
    Habits,
    /// The file for the MDPH: its parts.
    Mdph,
    /// One question of it.
    MdphWrite,
    /// The whole of it, to be read over and taken.
    MdphReview,
    /// Letters to offices.
    Letters,
    /// One letter.
    Letter,
    /// A letter from a template.
    NewLetter,
    /// Notes people leave each other.
    Notebook,
    /// The urgent sheet: what is there, what is missing.
    Urgent,
    /// The urgent sheet as its readers see it, to be confirmed.
    UrgentPreview,
    /// The card that opens it.
    Card,
    /// What people without an account left.
    Inbox,
    /// Links by which they can leave it.
    DepositLinks,
    /// Leaving something for a family, without an account.
    Deposit,
    /// Links for one visit.
    Links,
    /// Who looked.
    Journal,
    /// Opening a carnet by a link, without an account.
    Reading,
    /// What such a link shows.
    Visit,
    /// Appointments, sessions, absences.
    Agenda,
    /// One of them.
    Planned,
    /// The agenda as a file, and as an address.
    ShareAgenda,
    /// Rights, procedures and other end dates.
    Procedures,
    /// One procedure.
    Procedure,
    /// Beginning one.
    NewProcedure,
    /// Entering a decision that has come.
    Decision,
    /// The year ahead, day by day.
    YearAhead,
    /// Coming into a carnet by an invitation.
    Invitation,
    /// Taking everything away.
    TakeAway,
    /// Adding one entry of a kind.
    Add,
    /// Changing one entry.
    Edit,
    /// What an entry was before.
    History,
    /// Choosing between two versions of one entry.
    Choose,
}

impl Page {
    /// Every page.
    pub const ALL: &[Self] = &[
        Self::Welcome,
        Self::Create,
        Self::SignIn,
        Self::Recover,
        Self::Carnets,
        Self::NewCarnet,
        Self::Settings,
        Self::Today,
        Self::Identity,
        Self::Health,
        Self::Curves,
        Self::PasteValues,
        Self::Synthesis,
        Self::Course,
        Self::Documents,
        Self::AddDocuments,
        Self::Document,
        Self::Compare,
        Self::Reports,
        Self::AddReport,
        Self::Report,
        Self::Contacts,
        Self::Team,
        Self::Member,
        Self::Invite,
        Self::InviteInstead,
        Self::Habits,
        Self::Mdph,
        Self::MdphWrite,
        Self::MdphReview,
        Self::Letters,
        Self::Letter,
        Self::NewLetter,
        Self::Notebook,
        Self::Urgent,
        Self::UrgentPreview,
        Self::Card,
        Self::Inbox,
        Self::DepositLinks,
        Self::Deposit,
        Self::Links,
        Self::Journal,
        Self::Reading,
        Self::Visit,
        Self::Agenda,
        Self::Planned,
        Self::ShareAgenda,
        Self::Procedures,
        Self::Procedure,
        Self::NewProcedure,
        Self::Decision,
        Self::YearAhead,
        Self::Invitation,
        Self::TakeAway,
        Self::Add,
        Self::Edit,
        Self::History,
        Self::Choose,
        Self::Keep,
        Self::Corners,
        Self::Corner,
        Self::NewKeys,
        Self::Farewell,
    ];

    /// Every page: the drawing walks this list.
    pub fn all() -> &'static [Self] {
        Self::ALL
    }

    /// The address of the page, parameters as `:name`.
    pub fn pattern(self, lang: Lang) -> String {
        match self.slug(lang) {
            "" => format!("/{}", lang.code()),
            slug => format!("/{}/{slug}", lang.code()),
        }
    }

    /// What the tab and the window list show: never a name.
    pub fn title(self, lang: Lang) -> String {
        let own = self.heading(Words(lang));
        if self == Self::Welcome {
            own.to_owned()
        } else {
            format!("{own} – Carnet")
        }
    }

    /// What the page is called in menus and in its heading.
    pub(crate) fn heading(self, t: Words) -> &'static str {
        match self {
            Self::Welcome => t.title_welcome(),
            Self::Create => t.title_create(),
            Self::SignIn => t.title_sign_in(),
            Self::Recover => t.title_recover(),
            Self::Carnets => t.title_carnets(),
            Self::NewCarnet => t.title_new_carnet(),
            Self::Settings => t.title_settings(),
            Self::Today => t.title_today(),
            Self::Identity => t.title_identity(),
            Self::Health => t.title_health(),
            Self::Curves => t.title_curves(),
            Self::PasteValues => t.title_paste_values(),
            Self::Synthesis => t.title_synthesis(),
            Self::Course => t.title_course(),
            Self::Documents => t.title_documents(),
            Self::AddDocuments => t.title_add_documents(),
            Self::Document => t.title_document(),
            Self::Compare => t.title_compare(),
            Self::Reports => t.title_reports(),
            Self::AddReport => t.title_add_report(),
            Self::Report => t.title_report(),
            Self::Contacts => t.title_contacts(),
            Self::Team => t.title_team(),
            Self::Member => t.title_member(),
            Self::Invite | Self::InviteInstead => t.title_invite(),
            Self::Habits => t.title_habits(),
            Self::Mdph => t.title_mdph(),
            Self::MdphWrite => t.title_mdph_write(),
            Self::MdphReview => t.title_mdph_review(),
            Self::Letters => t.title_letters(),
            Self::Letter => t.title_letter(),
            Self::NewLetter => t.title_new_letter(),
            Self::Notebook => t.title_notebook(),
            Self::Urgent => t.title_urgent(),
            Self::UrgentPreview => t.title_urgent_preview(),
            Self::Card => t.title_card(),
            Self::Inbox => t.title_inbox(),
            Self::DepositLinks => t.title_deposit_links(),
            Self::Deposit => t.title_deposit(),
            Self::Links => t.title_links(),
            Self::Journal => t.title_journal(),
            Self::Reading => t.title_reading(),
            Self::Visit => t.title_visit(),
            Self::Agenda => t.title_agenda(),
            Self::Planned => t.title_planned(),
            Self::ShareAgenda => t.title_share_agenda(),
            Self::Procedures => t.title_procedures(),
            Self::Procedure => t.title_procedure(),
            Self::NewProcedure => t.title_new_procedure(),
            Self::Decision => t.title_decision(),
            Self::YearAhead => t.title_year_ahead(),
            Self::Invitation => t.title_invitation(),
            Self::TakeAway => t.title_take_away(),
            Self::Add => t.title_add(),
            Self::Edit => t.title_edit(),
            Self::History => t.title_history(),
            Self::Choose => t.title_choose(),
            Self::Keep => t.title_keep(),
            Self::Corners => t.title_corners(),
            Self::Corner => t.title_corner(),
            Self::NewKeys => t.title_new_keys(),
            Self::Farewell => t.title_farewell(),
        }
    }

    /// The address without its language.
    fn slug(self, lang: Lang) -> &'static str {
        let (french, english) = match self {
            Self::Welcome => ("", ""),
            Self::Create => ("ouvrir", "open"),
            Self::SignIn => ("entrer", "enter"),
            Self::Recover => ("retrouver", "recover"),
            Self::Carnets => ("carnets", "carnets"),
            Self::NewCarnet => ("nouveau-carnet", "new-carnet"),
            Self::Settings => ("reglages", "settings"),
            Self::Today => ("carnets/:carnet", "carnets/:carnet"),
            Self::Identity => ("carnets/:carnet/identite", "carnets/:carnet/identity"),
            Self::Health => ("carnets/:carnet/sante", "carnets/:carnet/health"),
            Self::Curves => ("carnets/:carnet/courbes", "carnets/:carnet/curves"),
            Self::PasteValues => (
                "carnets/:carnet/coller-valeurs",
                "carnets/:carnet/paste-values",
            ),
            Self::Synthesis => ("carnets/:carnet/synthese", "carnets/:carnet/synthesis"),
            Self::Course => ("carnets/:carnet/parcours", "carnets/:carnet/course"),
            Self::Documents => ("carnets/:carnet/documents", "carnets/:carnet/documents"),
            Self::AddDocuments => (
                "carnets/:carnet/ajouter-documents",
                "carnets/:carnet/add-documents",
            ),
            Self::Document => (
                "carnets/:carnet/documents/:entry",
                "carnets/:carnet/documents/:entry",
            ),
            Self::Compare => ("carnets/:carnet/comparer", "carnets/:carnet/compare"),
            Self::Reports => ("carnets/:carnet/comptes-rendus", "carnets/:carnet/reports"),
            Self::AddReport => (
                "carnets/:carnet/nouveau-compte-rendu",
                "carnets/:carnet/new-report",
            ),
            Self::Report => (
                "carnets/:carnet/comptes-rendus/:entry",
                "carnets/:carnet/reports/:entry",
            ),
            Self::Contacts => ("carnets/:carnet/contacts", "carnets/:carnet/contacts"),
            Self::Team => ("carnets/:carnet/equipe", "carnets/:carnet/team"),
            Self::Member => (
                "carnets/:carnet/equipe/:entry",
                "carnets/:carnet/team/:entry",
            ),
            Self::Invite => ("carnets/:carnet/inviter", "carnets/:carnet/invite"),
            Self::InviteInstead => (
                "carnets/:carnet/inviter/:entry",
                "carnets/:carnet/invite/:entry",
            ),
            Self::Habits => ("carnets/:carnet/habitudes", "carnets/:carnet/habits"),
            Self::Mdph => ("carnets/:carnet/dossier-mdph", "carnets/:carnet/mdph-file"),
            Self::MdphWrite => (
                "carnets/:carnet/dossier-mdph/:kind",
                "carnets/:carnet/mdph-file/:kind",
            ),
            Self::MdphReview => (
                "carnets/:carnet/dossier-mdph-relire/:entry",
                "carnets/:carnet/mdph-file-review/:entry",
            ),
            Self::Letters => ("carnets/:carnet/courriers", "carnets/:carnet/letters"),
            Self::Letter => (
                "carnets/:carnet/courriers/:entry",
                "carnets/:carnet/letters/:entry",
            ),
            Self::NewLetter => (
                "carnets/:carnet/nouveau-courrier/:kind",
                "carnets/:carnet/new-letter/:kind",
            ),
            Self::Notebook => ("carnets/:carnet/cahier", "carnets/:carnet/notebook"),
            Self::Urgent => ("carnets/:carnet/urgence", "carnets/:carnet/emergency"),
            Self::UrgentPreview => (
                "carnets/:carnet/urgence-relire",
                "carnets/:carnet/emergency-review",
            ),
            Self::Card => ("carnets/:carnet/carte", "carnets/:carnet/card"),
            Self::Inbox => ("carnets/:carnet/depots", "carnets/:carnet/inbox"),
            Self::DepositLinks => (
                "carnets/:carnet/liens-depot",
                "carnets/:carnet/deposit-links",
            ),
            Self::Deposit => ("depot", "deposit"),
            Self::Links => ("carnets/:carnet/liens", "carnets/:carnet/links"),
            Self::Journal => ("carnets/:carnet/acces", "carnets/:carnet/access"),
            Self::Reading => ("lecture", "reading"),
            Self::Visit => ("carnets/:carnet/visite", "carnets/:carnet/visit"),
            Self::Agenda => ("carnets/:carnet/agenda", "carnets/:carnet/agenda"),
            Self::Planned => (
                "carnets/:carnet/agenda/:entry",
                "carnets/:carnet/agenda/:entry",
            ),
            Self::ShareAgenda => (
                "carnets/:carnet/agenda-ailleurs",
                "carnets/:carnet/agenda-elsewhere",
            ),
            Self::Procedures => ("carnets/:carnet/demarches", "carnets/:carnet/procedures"),
            Self::Procedure => (
                "carnets/:carnet/demarches/:entry",
                "carnets/:carnet/procedures/:entry",
            ),
            Self::NewProcedure => (
                "carnets/:carnet/nouvelle-demarche",
                "carnets/:carnet/new-procedure",
            ),
            Self::Decision => (
                "carnets/:carnet/decision-recue",
                "carnets/:carnet/decision-received",
            ),
            Self::YearAhead => ("carnets/:carnet/annee", "carnets/:carnet/year"),
            Self::Invitation => ("invitation", "invitation"),
            Self::TakeAway => ("carnets/:carnet/emporter", "carnets/:carnet/take-away"),
            Self::Add => ("carnets/:carnet/ajouter/:kind", "carnets/:carnet/add/:kind"),
            Self::Edit => (
                "carnets/:carnet/modifier/:entry",
                "carnets/:carnet/edit/:entry",
            ),
            Self::History => (
                "carnets/:carnet/historique/:entry",
                "carnets/:carnet/history/:entry",
            ),
            Self::Choose => (
                "carnets/:carnet/choisir/:entry",
                "carnets/:carnet/choose/:entry",
            ),
            Self::Keep => ("carnets/:carnet/garde", "carnets/:carnet/keeping"),
            Self::Corners => ("carnets/:carnet/coins", "carnets/:carnet/corners"),
            Self::Corner => (
                "carnets/:carnet/coins/:entry",
                "carnets/:carnet/corners/:entry",
            ),
            Self::NewKeys => ("reglages/nouvelles-cles", "settings/new-keys"),
            Self::Farewell => ("reglages/supprimer-compte", "settings/delete-account"),
        };
        match lang {
            Lang::Fr | Lang::FrSimple => french,
            Lang::En => english,
        }
    }
}
