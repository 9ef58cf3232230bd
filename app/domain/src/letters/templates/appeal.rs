//! Appeals before going to court.

use super::{LetterKind, Template, VERIFIED, day, line, text};

const CERTAIN: (&str, &str) = (
    "Par un moyen qui prouve la date : lettre recommandée avec accusé de réception, dépôt sur place contre un reçu, ou site de la MDPH avec accusé d'enregistrement. Gardez la preuve.",
    "By a means that proves the date: registered letter with acknowledgement, handed in against a receipt, or the MDPH's website with acknowledgement. Keep the proof.",
);

const TIME: (&str, &str) = (
    "Vous avez 2 mois à partir du jour où vous avez reçu la décision. Sans réponse 2 mois après votre lettre, c'est un refus : vous avez alors 2 mois pour aller au tribunal. Une conciliation n'arrête ce délai que si elle est demandée avant cette lettre.",
    "You have 2 months from the day you received the decision. No answer within 2 months of your letter means a refusal: you then have 2 months to go to court. Conciliation stops this time only if it is asked for before this letter.",
);

pub(super) const APPEAL: Template = Template {
    kind: LetterKind::Appeal,
    when: (
        "Vous n'êtes pas d'accord avec une décision de la MDPH. Cette lettre, le RAPO (recours administratif préalable obligatoire), est obligatoire avant le tribunal.",
        "You do not agree with a decision of the MDPH. This letter, the RAPO (compulsory appeal to the office), must come before any court.",
    ),
    to: (
        "À la MDPH qui a décidé, à l'attention de la CDAPH (la commission qui décide).",
        "To the MDPH that decided, for the attention of the CDAPH (the commission that decides).",
    ),
    means: CERTAIN,
    join: &[
        ("Une copie de la décision", "A copy of the decision"),
        (
            "Une copie de la pièce d'identité de qui signe",
            "A copy of the identity paper of whoever signs",
        ),
        (
            "Les bilans ou certificats qui montrent ce que la décision n'a pas vu",
            "The assessments or certificates that show what the decision did not see",
        ),
    ],
    time: TIME,
    source: "MDPH du Lot-et-Garonne et du Var, contester une décision ; MDPH de Seine-et-Marne, voies de recours",
    verified: VERIFIED,
    recipient: "MDPH (maison départementale des personnes handicapées)\nÀ l'attention de la CDAPH",
    subject: "recours administratif préalable obligatoire contre la décision du {decided}, dossier n° {file_number}",
    text: "Madame, Monsieur,\n\nJ'ai reçu le {received} la décision de la commission des droits et de l'autonomie du {decided}, qui concerne {person}, date de naissance : {born}. La copie est jointe.\n\nCette décision porte sur : {about}.\n\nJe la conteste et je demande qu'elle soit examinée de nouveau, pour les raisons que voici.\n\n{why}\n\nJe demande : {wanted}.\n\nSi vous avez besoin de nous rencontrer, de voir {person} ou de recevoir d'autres pièces, je me tiens à votre disposition. Je vous remercie de m'adresser un accusé de réception de ce recours.\n\nJe vous prie d'agréer, Madame, Monsieur, mes salutations respectueuses.",
    gaps: &[
        day(
            "decided",
            "Date écrite sur la décision",
            "Date written on the decision",
        ),
        day(
            "received",
            "Jour où vous l'avez reçue",
            "Day on which you received it",
        ),
        line("file_number", "Numéro de dossier", "File number"),
        line(
            "about",
            "Sur quoi porte la décision (AEEH, PCH, AESH…)",
            "What the decision is about (AEEH, PCH, AESH…)",
        ),
        text(
            "why",
            "Pourquoi vous n'êtes pas d'accord",
            "Why you do not agree",
        ),
        line(
            "wanted",
            "Ce que vous demandez à la place",
            "What you ask for instead",
        ),
    ],
};

pub(super) const CARD: Template = Template {
    kind: LetterKind::CardAppeal,
    when: (
        "Vous n'êtes pas d'accord avec une décision sur la carte mobilité inclusion (CMI). Le RAPO, obligatoire avant le tribunal, ne va pas à la même personne que pour les autres droits.",
        "You do not agree with a decision about the mobility inclusion card (CMI). The appeal that must come before any court does not go to the same person as for other rights.",
    ),
    to: (
        "Au président du conseil départemental, pas à la CDAPH.",
        "To the president of the conseil départemental, not to the CDAPH.",
    ),
    means: CERTAIN,
    join: &[
        ("Une copie de la décision", "A copy of the decision"),
        (
            "Une copie de la pièce d'identité de qui signe",
            "A copy of the identity paper of whoever signs",
        ),
        (
            "Un certificat ou un bilan : distance de marche, aide pour sortir, station debout",
            "A certificate or assessment: how far the person walks, help to go out, standing",
        ),
    ],
    time: TIME,
    source: "Code de l'action sociale et des familles, décret du 22 octobre 2018 (legal.tricoteuses.fr) ; MDPH du Lot-et-Garonne",
    verified: VERIFIED,
    recipient: "Monsieur le Président ou Madame la Présidente\ndu conseil départemental",
    subject: "recours contre la décision du {decided} sur la carte mobilité inclusion, dossier n° {file_number}",
    text: "Madame, Monsieur,\n\nJ'ai reçu le {received} votre décision du {decided} sur la carte mobilité inclusion, mention {mention}, demandée pour {person}, date de naissance : {born}. La copie est jointe.\n\nJe conteste cette décision et je vous demande de l'examiner de nouveau, pour les raisons que voici.\n\n{why}\n\nJe demande la carte mobilité inclusion, mention {mention}. Je vous remercie de m'adresser un accusé de réception de ce recours.\n\nJe vous prie d'agréer, Madame, Monsieur, mes salutations respectueuses.",
    gaps: &[
        day(
            "decided",
            "Date écrite sur la décision",
            "Date written on the decision",
        ),
        day(
            "received",
            "Jour où vous l'avez reçue",
            "Day on which you received it",
        ),
        line("file_number", "Numéro de dossier", "File number"),
        line(
            "mention",
            "Quelle carte (invalidité, priorité, stationnement)",
            "Which card (invalidité, priorité, stationnement)",
        ),
        text(
            "why",
            "Pourquoi vous n'êtes pas d'accord",
            "Why you do not agree",
        ),
    ],
};
