//! What an emergency team must know of Théo. Nobody has confirmed it yet: whoever tries the carnet does that.

use super::book::{Book, on, to};
use crate::entry::{Crisis, Danger, Entry, UrgentSheet, UsualState};
use crate::lists::DangerKind;

pub(super) fn write(book: &mut Book) {
    dangers(book);
    book.add(
        "crise-epilepsie",
        Entry::Crisis(Crisis {
            crisis: "Convulsion".into(),
            signs: "Fièvre ou grande fatigue. Commence par la main droite, puis tout le corps ; il ne répond plus.".into(),
            steps: "Noter l'heure.\nL'allonger sur le côté gauche, ne rien mettre dans la bouche.\nPlus de 5 minutes : midazolam \
                    buccal, entre joue et gencive, côté gauche.\nRester avec lui : il dort ensuite une à deux heures."
                .into(),
            rescue: "Midazolam buccal 10 mg : une seringue, une seule fois".into(),
            call_when: "Dès que le midazolam est donné, ou si une deuxième crise commence.".into(),
            prescriber: "Dr Kessler".into(),
            prescriber_contact: Some("dr-kessler".into()),
            date: on(book.ago(75)),
            documents: to(&["pai", "ordonnance"]),
        }),
    );
    book.add(
        "etat-habituel",
        Entry::UsualState(UsualState {
            consciousness:
                "Éveillé, curieux, regarde dans les yeux. Se fatigue vite, dort le midi.".into(),
            tone: "Raide à droite, surtout la cheville et la main.".into(),
            movement: "Marche seul avec son orthèse. La main droite aide la gauche.".into(),
            speech: "Parle par phrases courtes, cherche ses mots, comprend tout.".into(),
            breathing: "Normale, 98 à 99 %.".into(),
            heart: "Autour de 85 par minute au repos.".into(),
            skin: "Main droite souvent plus froide et plus pâle.".into(),
            pain_signs: "Se tait, serre le poing gauche, refuse qu'on le touche.".into(),
            note: "Ne voit pas à droite : lui parler du côté gauche.".into(),
            date: Some(book.ago(60)),
        }),
    );
    book.add(
        "fiche-urgence",
        Entry::UrgentSheet(UrgentSheet {
            yes_no: "Le dit. Très fatigué : pouce levé pour oui, main fermée pour non.".into(),
            communication: "Une question à la fois, attendre dix secondes. Montrer plutôt qu'expliquer.".into(),
            pain_scale: "Échelle des visages (FPS-R)".into(),
            calms: "Sa casquette rouge, la voix de sa mère, savoir ce qu'on va faire avant qu'on le fasse.".into(),
            hospital: "Hôpital des Tilleuls, neuropédiatrie".into(),
            legal_note: "Les deux parents décident ensemble ; un seul suffit en urgence.".into(),
            pinned: to(&["pai"]),
            show_photo: true,
            phone_contact: Some("maman".into()),
            ..UrgentSheet::default()
        }),
    );
}

fn dangers(book: &mut Book) {
    let since = on(book.in_year(6, 11, 21));
    let mut add = |id: &str, danger: &str, kind, reason: &str, instead: &str| {
        book.add(
            id,
            Entry::Danger(Danger {
                danger: danger.into(),
                danger_kind: Some(kind),
                reason: reason.into(),
                instead: instead.into(),
                since,
                documents: Vec::new(),
            }),
        );
    };
    add(
        "danger-penicilline",
        "Jamais de pénicilline, même une fois",
        DangerKind::Medicine,
        "Urticaire et gonflement des lèvres",
        "",
    );
    add(
        "danger-bras",
        "Ne pas tirer sur le bras droit",
        DangerKind::Gesture,
        "L'épaule peut se luxer",
        "Le soulever sous les deux bras, doucement.",
    );
    add(
        "danger-jeune",
        "Ne pas sauter le lévétiracétam, même à jeun",
        DangerKind::Fasting,
        "Risque de crise",
        "Le donner avec une gorgée d'eau, ou en perfusion.",
    );
}
