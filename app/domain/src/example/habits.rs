//! Théo's habits of life, all eighteen headings, some twice.

use super::book::Book;
use crate::entry::{Entry, Habit};
use crate::lists::Colour::{Green, Orange, Red};
use crate::lists::{Colour, HabitHeading as H};

const HABITS: &[(H, Colour, &str)] = &[
    (
        H::WhoIAm,
        Green,
        "Je m'appelle Théo. J'aime les chauves-souris, le foot (je suis gardien) et faire rire ma sœur. \
Je n'aime pas qu'on finisse mes phrases.",
    ),
    (
        H::WhoIAm,
        Orange,
        "J'ai peur des ascenseurs qui s'arrêtent. Prévenez-moi avant d'entrer.",
    ),
    (
        H::Communication,
        Orange,
        "Je parle bien, mais le mot met parfois du temps à venir. Comptez jusqu'à cinq avant de m'aider.",
    ),
    (
        H::Communication,
        Green,
        "Mettez-vous à ma gauche : je ne vois pas ce qui est à droite.",
    ),
    (
        H::Pain,
        Red,
        "Quand j'ai très mal, je me tais et je serre la main gauche. Demandez-moi une note de 0 à 10.",
    ),
    (
        H::Pain,
        Green,
        "Ce qui soulage : du chaud sur le mollet, ma musique, Maman.",
    ),
    (
        H::Emotions,
        Orange,
        "Quand je suis fatigué, je peux crier ou pleurer. Un coin calme dix minutes, puis ça passe.",
    ),
    (
        H::Social,
        Green,
        "Je vais facilement vers les autres. Un nouveau groupe, c'est mieux à deux ou trois d'abord.",
    ),
    (
        H::Meals,
        Orange,
        "Je mange de tout. Il faut couper la viande. Set antidérapant et couteau-fourchette à gauche.",
    ),
    (
        H::Elimination,
        Green,
        "J'y vais seul. Prévoir une barre d'appui, et un peu de temps. La nuit, rien de particulier.",
    ),
    (
        H::Washing,
        Orange,
        "Douche assis, avec le siège. Je mets seul le haut ; aidez pour la chaussure et l'orthèse de droite.",
    ),
    (
        H::Sleep,
        Orange,
        "Couché à 20 h 30 avec une histoire audio. Une veilleuse. L'orthèse de main se met au dernier moment.",
    ),
    (
        H::Sleep,
        Red,
        "Une nuit trop courte peut réveiller une crise : ne pas me faire veiller.",
    ),
    (
        H::Moving,
        Red,
        "Je marche seul avec mon orthèse, environ 500 mètres. Escaliers avec la rampe à gauche. \
Attention aux passants à droite, je ne les vois pas.",
    ),
    (
        H::Moving,
        Green,
        "Pour les grandes sorties, prenez le fauteuil pliant. Je le pousse moi-même.",
    ),
    (
        H::DailyCare,
        Red,
        "Lévétiracétam à 7 h 30 et 19 h 30, toujours. Si je vomis dans la demi-heure, appelez mes parents.",
    ),
    (
        H::DailyCare,
        Orange,
        "Étirements du mollet dix minutes le soir. Regarder la peau sous l'orthèse.",
    ),
    (
        H::Senses,
        Orange,
        "Le bruit de la cantine me fatigue vite. Une table au bord, et mon casque si je le demande.",
    ),
    (
        H::Learning,
        Orange,
        "Assis au premier rang, à droite de la classe : ainsi le tableau est à ma gauche. \
Ordinateur avec dictée vocale, consignes une par une, pause toutes les 20 minutes.",
    ),
    (
        H::Activities,
        Green,
        "Foot dans les buts, piscine avec une brassière, jeux de cartes. Pas de vélo sans casque, jamais.",
    ),
    (
        H::Intimacy,
        Green,
        "Frappez avant d'entrer dans ma chambre. Pour les soins, je préfère que ce soit mes parents qui restent.",
    ),
    (
        H::Safety,
        Red,
        "Ne jamais me laisser seul dans l'eau, même dans le bain, à cause des crises.",
    ),
    (
        H::Hospital,
        Red,
        "Allergique à la pénicilline. Pas d'amoxicilline.",
    ),
    (
        H::Hospital,
        Orange,
        "Prise de sang au bras gauche, avec la crème une heure avant et ma musique. Premier rendez-vous de la \
journée si possible. Un parent reste la nuit.",
    ),
    (
        H::Days,
        Green,
        "Lundi, mardi, jeudi, vendredi à l'école. Mercredi chez Mamie avec Zoé et le chien Biscotte. \
Samedi, foot. Dimanche, rien, et c'est bien.",
    ),
];

pub(super) fn write(book: &mut Book) {
    for (place, (heading, colour, text)) in HABITS.iter().enumerate() {
        let entry = Entry::Habit(Habit {
            heading: Some(*heading),
            text: (*text).into(),
            colour: Some(*colour),
            date: Some(book.ago(40 + 11 * (place as u64 % 9))),
            ..Habit::default()
        });
        book.add(&format!("habitude-{place}"), entry);
    }
}
