//! Théo's papers: documents of one page, a drawing.

use super::book::{Book, on, to};
use super::files::{drawing, paper};
use crate::entry::{Document, Entry};
use crate::lists::{Discipline, DocumentKind};
use crate::partial_date::PartialDate;

struct Paper<'a> {
    id: &'a str,
    title: &'a str,
    kind: DocumentKind,
    discipline: Discipline,
    date: Option<PartialDate>,
    author: &'a str,
    contact: &'a str,
    tags: &'a [&'a str],
    linked: &'a [&'a str],
    lines: &'a [&'a str],
}

pub(super) fn write(book: &mut Book) {
    hospital(book);
    follow_up(book);
    school_and_rights(book);
    book.add_with("dessin", drawing(), |pages| {
        Entry::Document(Document {
            title: "La maison, dessinée de la main gauche".into(),
            document_kind: Some(DocumentKind::Drawing),
            discipline: Some(Discipline::OccupationalTherapy),
            author: "Théo".into(),
            tags: vec!["souvenir".into()],
            original_name: "dessin-maison.png".into(),
            pages,
            summary: "Premier dessin entier après l'accident. Il est sur le frigo.".into(),
            ..Document::default()
        })
    });
}

fn add(book: &mut Book, paper_of: &Paper<'_>) {
    let name = format!("{}.pdf", paper_of.id);
    let file = paper(&name, paper_of.title, paper_of.lines);
    book.add_with(paper_of.id, file, |pages| {
        Entry::Document(Document {
            title: paper_of.title.into(),
            document_kind: Some(paper_of.kind),
            discipline: Some(paper_of.discipline),
            date: paper_of.date,
            author: paper_of.author.into(),
            author_contact: (!paper_of.contact.is_empty()).then(|| paper_of.contact.into()),
            tags: paper_of.tags.iter().map(|tag| (*tag).to_owned()).collect(),
            original_name: name.clone(),
            pages,
            linked: to(paper_of.linked),
            summary: paper_of.lines.first().copied().unwrap_or_default().into(),
        })
    });
}

fn hospital(book: &mut Book) {
    add(
        book,
        &Paper {
            id: "cr-neurochirurgie",
            title: "Compte rendu opératoire, neurochirurgie",
            kind: DocumentKind::OperationReport,
            discipline: Discipline::Surgery,
            date: on(book.in_year(6, 11, 12)),
            author: "Dr Morel",
            contact: "hopital",
            tags: &["accident", "important"],
            linked: &["operation-crane", "plaque"],
            lines: &[
                "Évacuation en urgence d'un hématome extra-dural temporal gauche.",
                "Volet osseux reposé, fixé par deux plaques et six vis en titane.",
                "Intubation sans difficulté. Pas de transfusion.",
                "Suites : réanimation pédiatrique.",
            ],
        },
    );
    add(
        book,
        &Paper {
            id: "cr-neuropediatrie",
            title: "Compte rendu d'hospitalisation, neuropédiatrie",
            kind: DocumentKind::HospitalReport,
            discipline: Discipline::Neurology,
            date: on(book.in_year(6, 12, 18)),
            author: "Dr Kessler",
            contact: "dr-kessler",
            tags: &["accident"],
            linked: &["neuropediatrie"],
            lines: &[
                "Hémiplégie droite, hémianopsie droite, langage en récupération.",
                "S'assoit seul, tient debout avec aide. Alimentation normale.",
                "Transfert au centre de rééducation Les Érables.",
            ],
        },
    );
    add(
        book,
        &Paper {
            id: "cr-urgences-allergie",
            title: "Passage aux urgences : allergie",
            kind: DocumentKind::ConsultationReport,
            discipline: Discipline::EmergencyMedicine,
            date: on(book.in_year(7, 10, 8)),
            author: "Service des urgences",
            contact: "hopital",
            tags: &["allergie", "important"],
            linked: &["allergie-penicilline", "urgences-allergie"],
            lines: &[
                "Urticaire généralisée et oedème des lèvres une heure après amoxicilline.",
                "Amélioration sous traitement, surveillance six heures.",
                "Éviction des pénicillines. Consultation d'allergologie demandée.",
            ],
        },
    );
    add(
        book,
        &Paper {
            id: "cr-urgences",
            title: "Passage aux urgences : crise d'épilepsie",
            kind: DocumentKind::HospitalReport,
            discipline: Discipline::EmergencyMedicine,
            date: on(book.ago(32)),
            author: "Dr Petit",
            contact: "hopital",
            tags: &["épilepsie"],
            linked: &["urgences-mois-dernier", "epilepsie"],
            lines: &[
                "Crise de six minutes à l'école, arrêtée après midazolam buccal.",
                "Examen inchangé au réveil. EEG superposable au précédent.",
                "Retour à la maison le lendemain, traitement inchangé.",
            ],
        },
    );
}

fn follow_up(book: &mut Book) {
    add(
        book,
        &Paper {
            id: "bilan-kine",
            title: "Bilan de kinésithérapie",
            kind: DocumentKind::Assessment,
            discipline: Discipline::Physiotherapy,
            date: on(book.ago(60)),
            author: "Marc Olivier",
            contact: "kine",
            tags: &["marche"],
            linked: &["hemiplegie", "orthese-pied"],
            lines: &[
                "Marche 520 m avec orthèse, sans pause. Escaliers avec rampe.",
                "Cheville droite : 6° de flexion dorsale genou tendu.",
                "Raideur du mollet le soir : à revoir avant les prochaines injections.",
                "À la maison : étirements dix minutes, qu'il fait bien.",
            ],
        },
    );
    add(
        book,
        &Paper {
            id: "bilan-neuropsy",
            title: "Bilan neuropsychologique",
            kind: DocumentKind::Assessment,
            discipline: Discipline::Psychology,
            date: on(book.in_year(9, 5, 12)),
            author: "Paul Verdier",
            contact: "neuropsy",
            tags: &["école", "attention"],
            linked: &["attention"],
            lines: &[
                "Raisonnement de son âge. Attention courte, fatigue après vingt minutes.",
                "Conseils : pauses, une consigne à la fois, dictée vocale.",
            ],
        },
    );
    add(
        book,
        &Paper {
            id: "ordonnance",
            title: "Ordonnance de neuropédiatrie",
            kind: DocumentKind::Prescription,
            discipline: Discipline::Neurology,
            date: on(book.ago(75)),
            author: "Dr Kessler",
            contact: "dr-kessler",
            tags: &["traitement"],
            linked: &["levetiracetam", "midazolam"],
            lines: &[
                "Lévétiracétam 100 mg/ml : 3 ml matin et soir.",
                "Midazolam buccal 10 mg : une seringue si crise de plus de 5 minutes.",
                "Pour six mois.",
            ],
        },
    );
    add(
        book,
        &Paper {
            id: "fiche-orthese",
            title: "Fiche d'appareillage : orthèse de marche",
            kind: DocumentKind::EquipmentSheet,
            discipline: Discipline::Orthotics,
            date: on(book.ago(150)),
            author: "Yann Le Goff",
            contact: "appareilleur",
            tags: &["appareillage"],
            linked: &["orthese-pied"],
            lines: &[
                "Releveur carbone sur mesure, pied droit, pointure 34.",
                "Contrôle tous les six mois.",
            ],
        },
    );
}

fn school_and_rights(book: &mut Book) {
    add(
        book,
        &Paper {
            id: "pai",
            title: "PAI : que faire en cas de crise à l'école",
            kind: DocumentKind::SchoolPlan,
            discipline: Discipline::School,
            date: PartialDate::month_of(book.school_year(), 9),
            author: "Médecin scolaire",
            contact: "ecole",
            tags: &["école", "urgence"],
            linked: &["epilepsie", "midazolam"],
            lines: &[
                "Allonger Théo sur le côté, noter l'heure, rester avec lui.",
                "Plus de 5 minutes : midazolam buccal, puis appeler le 15.",
                "Trousse d'urgence : armoire du bureau, deuxième étagère.",
            ],
        },
    );
    add(
        book,
        &Paper {
            id: "geva-sco",
            title: "GEVA-Sco, réunion d'équipe",
            kind: DocumentKind::SchoolPlan,
            discipline: Discipline::School,
            date: on(book.in_year(9, 6, 20)),
            author: "École Jules-Verne",
            contact: "ecole",
            tags: &["école"],
            linked: &["aesh"],
            lines: &[
                "L'AESH le matin suffit. Ordinateur utilisé tous les jours.",
                "À prévoir : le collège.",
            ],
        },
    );
    add(
        book,
        &Paper {
            id: "notification",
            title: "Notification MDPH : SESSAD, AESH, matériel",
            kind: DocumentKind::Notification,
            discipline: Discipline::Administrative,
            date: on(book.in_year(8, 4, 10)),
            author: "MDPH du Rhône",
            contact: "mdph",
            tags: &["MDPH"],
            linked: &["orientation-sessad"],
            lines: &[
                "Accord : SESSAD, AESH individuelle 12 heures, ordinateur.",
                "Les dates imprimées sur la décision font foi.",
            ],
        },
    );
}
