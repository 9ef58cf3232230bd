//! Complaint, school, refusal of care, telephone calls.

use super::{LetterKind, Template, VERIFIED, day, line, text};

pub(super) const COMPLAINT: Template = Template {
    kind: LetterKind::Complaint,
    when: (
        "Le dossier n'avance pas, une pièce a été perdue, personne ne répond, ou l'on vous a mal reçu.",
        "The file does not move, a paper was lost, nobody answers, or you were badly received.",
    ),
    to: ("À la direction de la MDPH.", "To the director of the MDPH."),
    means: (
        "Lettre recommandée avec accusé de réception, ou e-mail avec demande de réponse. Gardez la preuve.",
        "Registered letter with acknowledgement, or an e-mail that asks for an answer. Keep the proof.",
    ),
    join: &[
        (
            "Les accusés de réception et les lettres déjà échangées",
            "Acknowledgements and letters exchanged so far",
        ),
        (
            "La liste de vos appels, avec les dates",
            "The list of your calls, with dates",
        ),
    ],
    time: (
        "Une réclamation n'arrête aucun délai. Si plus de 4 mois ont passé depuis que le dossier est complet, le silence est un refus : pour le contester, envoyez aussi un recours (RAPO).",
        "A complaint stops no clock. If more than 4 months have passed since the file was complete, silence is a refusal: to contest it, send an appeal (RAPO) as well.",
    ),
    source: "ANAP, réclamations ; délai de quatre mois : juritravail.com (RQTH) et Sénat (AAH)",
    verified: VERIFIED,
    recipient: "Direction de la MDPH (maison départementale des personnes handicapées)",
    subject: "réclamation, dossier n° {file_number}",
    text: "Madame, Monsieur,\n\nJe m'adresse à vous au sujet du dossier de {person}, date de naissance : {born}, déposé le {filed} sous le numéro {file_number}.\n\nVoici ce qui ne va pas.\n\n{what}\n\nVoici ce que cela change pour nous.\n\n{harm}\n\nJe vous demande de me dire par écrit où en est ce dossier, ce qui manque s'il manque quelque chose, et à quelle date il sera examiné.\n\nJe vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.",
    gaps: &[
        line("file_number", "Numéro de dossier", "File number"),
        day(
            "filed",
            "Jour où le dossier a été déposé",
            "Day on which the file was handed in",
        ),
        text(
            "what",
            "Ce qui ne va pas, avec les dates",
            "What is wrong, with dates",
        ),
        text(
            "harm",
            "Ce que cela change pour vous",
            "What it changes for you",
        ),
    ],
};

pub(super) const SCHOOL: Template = Template {
    kind: LetterKind::SchoolReport,
    when: (
        "L'école n'a pas réuni l'équipe de suivi, ou ne vous a pas donné le GEVA-Sco, le compte rendu que la MDPH attend.",
        "The school has not called the follow-up meeting, or has not given you the GEVA-Sco, the report that the MDPH expects.",
    ),
    to: (
        "Au directeur ou chef d'établissement, avec copie à l'enseignant référent.",
        "To the head of the school, with a copy to the enseignant référent (the teacher who follows disabled pupils).",
    ),
    means: (
        "Remise en main propre contre un reçu, ou e-mail avec demande de réponse ; lettre recommandée si rien ne vient.",
        "Handed over against a receipt, or an e-mail that asks for an answer; a registered letter if nothing comes.",
    ),
    join: &[
        (
            "La dernière notification de la MDPH",
            "The last notification of the MDPH",
        ),
        (
            "Le PPS (projet personnalisé de scolarisation), s'il existe",
            "The PPS (personal plan for schooling), if there is one",
        ),
    ],
    time: (
        "L'équipe se réunit au moins une fois par an, avec les parents. Pour la rentrée de septembre, le dossier se dépose entre janvier et mars : demandez tôt.",
        "The team meets at least once a year, with the parents. For September the file is handed in between January and March: ask early.",
    ),
    source: "AccessiScol (fr.wikiversity.org), équipe de suivi et GEVA-Sco ; Val-de-Marne, scolarisation",
    verified: VERIFIED,
    recipient: "",
    subject: "réunion de l'équipe de suivi et GEVA-Sco de {person}",
    text: "Madame, Monsieur,\n\n{person}, date de naissance : {born}, est élève dans votre établissement, en classe de {class}.\n\nNous préparons son dossier pour la MDPH, à déposer avant le {until}. Pour cela, l'équipe de suivi de la scolarisation doit se réunir avec nous, et son compte rendu, le GEVA-Sco, nous être remis.\n\n{state}\n\nJe vous demande de nous proposer une date de réunion et de nous remettre ensuite le GEVA-Sco rempli. Nous souhaitons qu'il y soit parlé de : {topics}.\n\nJe vous remercie de ce que vous faites pour {person} et vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.",
    gaps: &[
        line("class", "Classe", "Class"),
        day(
            "until",
            "Jour avant lequel vous voulez déposer le dossier",
            "Day before which you want to hand in the file",
        ),
        text(
            "state",
            "Où l'on en est (dernière réunion, promesse, sans nouvelle…)",
            "Where things stand (last meeting, promise, no news…)",
        ),
        line(
            "topics",
            "Ce dont vous voulez que l'on parle",
            "What you want to be talked about",
        ),
    ],
};

pub(super) const REFUSED_CARE: Template = Template {
    kind: LetterKind::RefusedCare,
    when: (
        "Un professionnel ou un service a refusé de soigner la personne, l'a renvoyée ou fait attendre sans raison médicale.",
        "A professional or a service refused to treat the person, sent them away or kept them waiting without a medical reason.",
    ),
    to: (
        "À la direction de la caisse d'assurance maladie (CPAM), ou au président du conseil de l'ordre de la profession. Pour un hôpital : aussi à sa direction et à sa commission des usagers.",
        "To the director of the health insurance fund (CPAM), or to the president of the profession's council. For a hospital: also to its director and its users' commission.",
    ),
    means: (
        "Lettre recommandée avec accusé de réception.",
        "Registered letter with acknowledgement of receipt.",
    ),
    join: &[
        (
            "L'ordonnance, la convocation ou le courrier d'adressage",
            "The prescription, the appointment or the letter of referral",
        ),
        (
            "Le nom des témoins, s'ils sont d'accord",
            "The names of witnesses, if they agree",
        ),
    ],
    time: (
        "Écrivez vite, tant que chacun se souvient. Si la santé est en danger, faites soigner d'abord : appelez le 15.",
        "Write soon, while everybody remembers. If health is in danger, get care first: call 15.",
    ),
    source: "Code de la santé publique, article L. 1110-3 (refus de soins) ; ameli.fr, baromètre Handifaction",
    verified: VERIFIED,
    recipient: "",
    subject: "refus de soins, le {when}",
    text: "Madame, Monsieur,\n\nJe vous signale un refus de soins dont {person}, date de naissance : {born}, a été l'objet le {when}.\n\nQui : {who}.\n\nVoici ce qui s'est passé.\n\n{what}\n\nLa raison donnée : {reason}.\n\nVoici les suites.\n\n{after}\n\nL'article L. 1110-3 du code de la santé publique dit qu'aucune personne ne peut être l'objet de discriminations dans l'accès à la prévention ou aux soins. Je vous demande d'examiner ces faits et de me dire la suite que vous leur donnez.\n\nJe vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.",
    gaps: &[
        day("when", "Quel jour", "Which day"),
        line(
            "who",
            "Qui a refusé (nom, service, adresse)",
            "Who refused (name, ward, address)",
        ),
        text(
            "what",
            "Ce qui s'est passé, ce qui a été dit",
            "What happened, what was said",
        ),
        line("reason", "La raison donnée", "The reason given"),
        text(
            "after",
            "Les suites (douleur, retard, autre médecin…)",
            "What followed (pain, delay, another doctor…)",
        ),
    ],
};

pub(super) const CALL: Template = Template {
    kind: LetterKind::CallSummary,
    when: (
        "On vous a répondu ou promis quelque chose au téléphone. Écrit, cela devient une preuve.",
        "You were told or promised something on the telephone. In writing it becomes a proof.",
    ),
    to: (
        "À la personne ou au service que vous avez eu au téléphone.",
        "To the person or service you spoke to.",
    ),
    means: (
        "E-mail avec demande de réponse, le jour même si possible ; lettre recommandée si l'enjeu est grand.",
        "An e-mail that asks for an answer, on the same day if possible; a registered letter if much is at stake.",
    ),
    join: &[],
    time: ("", ""),
    source: "Usage : garder une trace datée de chaque échange",
    verified: VERIFIED,
    recipient: "",
    subject: "notre appel du {when}, dossier n° {file_number}",
    text: "Madame, Monsieur,\n\nJ'ai parlé au téléphone le {when}, vers {hour}, avec {who}, au sujet du dossier de {person}, date de naissance : {born}, n° {file_number}.\n\nVoici ce que j'ai compris.\n\n{said}\n\nVoici ce qui doit se passer maintenant.\n\n{next}\n\nSi je me trompe, je vous remercie de me l'écrire. Sans réponse de votre part, je considère que c'est bien ce qui a été dit.\n\nJe vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.",
    gaps: &[
        day("when", "Jour de l'appel", "Day of the call"),
        line("hour", "Heure", "Hour"),
        line("who", "Avec qui", "With whom"),
        line("file_number", "Numéro de dossier", "File number"),
        text("said", "Ce qui a été dit", "What was said"),
        text(
            "next",
            "Ce qui doit se passer, et quand",
            "What is to happen, and when",
        ),
    ],
};

pub(super) const FREE: Template = Template {
    kind: LetterKind::Free,
    when: (
        "Toute autre lettre, avec l'adresse et la mise en page déjà prêtes.",
        "Any other letter, with address and layout ready.",
    ),
    to: ("À qui vous voulez.", "To whomever you want."),
    means: (
        "Si une date compte, choisissez un moyen qui la prouve.",
        "If a date matters, choose a means that proves it.",
    ),
    join: &[],
    time: ("", ""),
    source: "Usage",
    verified: VERIFIED,
    recipient: "",
    subject: "{subject}",
    text: "Madame, Monsieur,\n\n{text}\n\nJe vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.",
    gaps: &[
        line("subject", "De quoi il s'agit", "What it is about"),
        text("text", "Ce que vous voulez dire", "What you want to say"),
    ],
};
