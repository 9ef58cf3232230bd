//! The liaison notebook of the last weeks.

use super::book::Book;
use crate::entry::{Entry, Note};

/// Days ago, for whom, the contact if there is one, the text.
const NOTES: &[(u64, &str, &str, &str)] = &[
    (
        1,
        "l'école",
        "ecole",
        "Nuit un peu courte, il a toussé. Merci de le laisser souffler à la récréation s'il le demande.",
    ),
    (
        3,
        "M. Olivier",
        "kine",
        "Petite rougeur sur la malléole hier soir, partie au bout de dix minutes. On surveille.",
    ),
    (
        6,
        "Maman et Papa",
        "maman",
        "Très belle séance : 520 mètres sans pause avec l'orthèse, et de bonne humeur ! Marc (kiné)",
    ),
    (
        9,
        "Mamie",
        "mamie",
        "La mélatonine est dans la poche bleue du sac. Pas plus tard que 20 h 15.",
    ),
    (
        13,
        "Mme Haddad",
        "aesh",
        "Nouveau casque antibruit dans le cartable, il le met s'il veut.",
    ),
    (
        20,
        "l'équipe du SESSAD",
        "sessad",
        "On aimerait parler du collège à la prochaine réunion. Théo a des questions aussi.",
    ),
    (
        31,
        "l'école",
        "ecole",
        "Retour de l'hôpital : tout va bien, fatigué. La trousse d'urgence a été remplacée, la nouvelle est dans l'armoire.",
    ),
    (
        38,
        "Dr Diallo",
        "dr-diallo",
        "Le mollet redevient raide le soir, comme avant les dernières injections.",
    ),
];

pub(super) fn write(book: &mut Book) {
    for (place, (days, addressee, contact, text)) in NOTES.iter().enumerate() {
        let note = Note {
            text: (*text).into(),
            date: Some(book.ago(*days)),
            addressee: (*addressee).into(),
            addressee_contact: Some((*contact).into()),
            about: (*days == 3).then(|| "orthese-pied".into()),
            ..Note::default()
        };
        book.add(&format!("note-{place}"), Entry::Note(note));
    }
}
