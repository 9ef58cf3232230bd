//! Who Théo is, and the people around him.

use super::book::{Book, on};
use super::files;
use crate::entry::{Contact, Entry, Guardian, Identity, Phone};
use crate::lists::ContactRole as Role;
use crate::lists::{GuardianRole, Sex};

pub(super) fn write(book: &mut Book) {
    let birth = book.birth;
    book.add_with("theo", files::portrait(), |mut pictures| {
        let guardian = |name: &str, contact: &str| Guardian {
            name: name.to_owned(),
            role: Some(GuardianRole::Parent),
            contact: Some(contact.into()),
        };
        Entry::Identity(Identity {
            birth_name: "Beaupré".into(),
            first_names: "Théo Lucien".into(),
            birth_date: Some(birth),
            sex: Some(Sex::Male),
            birth_place: "69123".into(),
            birth_place_name: "Lyon".into(),
            used_first_name: "Théo".into(),
            photo: pictures.pop(),
            guardians: vec![
                guardian("Claire Beaupré", "maman"),
                guardian("Julien Beaupré", "papa"),
            ],
            languages: "Français. Quelques signes de la LSF avec sa sœur, pour rire.".into(),
            note:
                "Carnet d'exemple : Théo n'existe pas. Tout peut être changé ou effacé sans risque."
                    .into(),
            ..Identity::default()
        })
    });
    family(book);
    care(book);
    school(book);
    structures(book);
}

fn phone(label: &str, number: &str) -> Vec<Phone> {
    vec![Phone {
        label: label.into(),
        number: number.into(),
    }]
}

fn person(first_name: &str, name: &str, roles: &[Role]) -> Contact {
    Contact {
        first_name: first_name.into(),
        name: name.into(),
        roles: roles.to_vec(),
        ..Contact::default()
    }
}

fn family(book: &mut Book) {
    book.add(
        "maman",
        Entry::Contact(Contact {
            function: "Maman".into(),
            phones: phone("portable", "06 39 98 00 11"),
            email: "claire.beaupre@example.org".into(),
            availability: "Joignable aussi au travail, du lundi au jeudi.".into(),
            note: "Connaît tous les traitements.".into(),
            ..person(
                "Claire",
                "Beaupré",
                &[
                    Role::Parent,
                    Role::LegalRepresentative,
                    Role::Carer,
                    Role::Emergency,
                ],
            )
        }),
    );
    book.add(
        "papa",
        Entry::Contact(Contact {
            function: "Papa".into(),
            phones: phone("portable", "06 39 98 00 12"),
            email: "julien.beaupre@example.org".into(),
            availability: "Travaille de nuit une semaine sur trois.".into(),
            ..person(
                "Julien",
                "Beaupré",
                &[Role::Parent, Role::LegalRepresentative, Role::Emergency],
            )
        }),
    );
    book.add(
        "zoe",
        Entry::Contact(Contact {
            function: "Petite sœur".into(),
            note: "Sait rassurer Théo mieux que personne. A un jeu de cartes à eux deux.".into(),
            ..person("Zoé", "Beaupré", &[Role::Sibling])
        }),
    );
    book.add(
        "mamie",
        Entry::Contact(Contact {
            function: "Grand-mère maternelle".into(),
            phones: phone("fixe", "01 99 00 12 40"),
            address: "4 chemin des Noisetiers\n01000 Bourg-en-Bresse".into(),
            availability: "Garde Théo et Zoé le mercredi.".into(),
            ..person("Odile", "Garance", &[Role::Family, Role::Carer])
        }),
    );
}

fn care(book: &mut Book) {
    let since_sessad = book.month(8, 9);
    let accident = on(book.in_year(6, 11, 12));
    book.add(
        "dr-lemoine",
        Entry::Contact(Contact {
            profession: "10".into(),
            organisation: "Maison de santé des Quais".into(),
            phones: phone("secrétariat", "01 99 00 20 01"),
            since: on(book.birth),
            ..person(
                "Sophie",
                "Lemoine",
                &[Role::FamilyDoctor, Role::Professional],
            )
        }),
    );
    book.add(
        "dr-kessler",
        Entry::Contact(Contact {
            profession: "10".into(),
            function: "Neuropédiatre".into(),
            organisation: "Hôpital d'enfants des Tilleuls".into(),
            phones: phone("secrétariat", "01 99 00 30 14"),
            structure: Some("hopital".into()),
            since: accident,
            note: "Suit l'épilepsie. Une consultation tous les six mois.".into(),
            ..person("Anton", "Kessler", &[Role::Professional])
        }),
    );
    book.add(
        "dr-diallo",
        Entry::Contact(Contact {
            profession: "10".into(),
            function: "Médecin de rééducation".into(),
            organisation: "Centre de rééducation Les Érables".into(),
            phones: phone("secrétariat", "01 99 00 40 02"),
            structure: Some("centre".into()),
            since: on(book.in_year(6, 12, 18)),
            note: "Fait les injections de toxine botulique et suit l'appareillage.".into(),
            ..person("Awa", "Diallo", &[Role::Professional, Role::Referent])
        }),
    );
    book.add(
        "kine",
        Entry::Contact(Contact {
            profession: "70".into(),
            organisation: "SESSAD du Val".into(),
            phones: phone("portable professionnel", "06 39 98 40 21"),
            structure: Some("sessad".into()),
            since: since_sessad,
            availability: "Mardi à l'école, vendredi au SESSAD.".into(),
            ..person("Marc", "Olivier", &[Role::Professional])
        }),
    );
    book.add(
        "ergo",
        Entry::Contact(Contact {
            profession: "94".into(),
            organisation: "SESSAD du Val".into(),
            phones: phone("SESSAD", "01 99 00 41 00"),
            structure: Some("sessad".into()),
            since: since_sessad,
            availability: "Jeudi matin à l'école.".into(),
            ..person("Inès", "Robin", &[Role::Professional])
        }),
    );
    book.add(
        "ortho",
        Entry::Contact(Contact {
            profession: "91".into(),
            organisation: "Cabinet libéral".into(),
            phones: phone("cabinet", "01 99 00 21 17"),
            since: book.month(7, 5),
            availability: "Mercredi à 11 h.".into(),
            ..person("Hélène", "Picard", &[Role::Professional])
        }),
    );
    book.add(
        "neuropsy",
        Entry::Contact(Contact {
            profession: "93".into(),
            function: "Neuropsychologue".into(),
            organisation: "SESSAD du Val".into(),
            structure: Some("sessad".into()),
            since: since_sessad,
            ..person("Paul", "Verdier", &[Role::Professional])
        }),
    );
    book.add(
        "appareilleur",
        Entry::Contact(Contact {
            profession: "81".into(),
            organisation: "Atelier Pas à Pas".into(),
            phones: phone("atelier", "01 99 00 50 33"),
            availability: "Présent au centre le lundi matin.".into(),
            ..person("Yann", "Le Goff", &[Role::Professional])
        }),
    );
    book.add(
        "kine-ancien",
        Entry::Contact(Contact {
            profession: "70".into(),
            organisation: "Cabinet du Parc".into(),
            since: book.month(7, 5),
            until: book.month(8, 8),
            note: "A fait le lien entre le centre et le SESSAD.".into(),
            ..person("Nadia", "Ferrand", &[Role::Professional])
        }),
    );
}

fn school(book: &mut Book) {
    book.add(
        "ecole",
        Entry::Contact(Contact {
            organisation: "École Jules-Verne".into(),
            phones: phone("bureau", "01 99 00 60 10"),
            function: "Directrice : Mme Aubert".into(),
            address: "12 rue des Écoles\n69100 Villeurbanne".into(),
            roles: vec![Role::School, Role::Structure],
            note: "La trousse d'urgence est dans l'armoire du bureau, deuxième étagère.".into(),
            ..Contact::default()
        }),
    );
    book.add(
        "aesh",
        Entry::Contact(Contact {
            function: "AESH, 12 heures par semaine".into(),
            organisation: "École Jules-Verne".into(),
            structure: Some("ecole".into()),
            since: book.month(8, 9),
            availability: "Tous les matins.".into(),
            note: "Connaît le protocole d'urgence.".into(),
            ..person("Samira", "Haddad", &[Role::School, Role::Professional])
        }),
    );
}

fn structures(book: &mut Book) {
    let structure = |name: &str, roles: &[Role], number: &str, note: &str| {
        Entry::Contact(Contact {
            organisation: name.into(),
            roles: roles.to_vec(),
            phones: phone("accueil", number),
            note: note.into(),
            ..Contact::default()
        })
    };
    let hospital = structure(
        "Hôpital d'enfants des Tilleuls",
        &[Role::Hospital, Role::Structure],
        "01 99 00 30 00",
        "Dossier complet depuis l'accident. Demander la neuropédiatrie, aussi la nuit.",
    );
    book.add("hopital", hospital);
    let centre = structure(
        "Centre de rééducation Les Érables",
        &[Role::Structure],
        "01 99 00 40 00",
        "",
    );
    book.add("centre", centre);
    let sessad = structure(
        "SESSAD du Val",
        &[Role::Structure, Role::Referent],
        "01 99 00 41 00",
        "Éducatrice référente : Lucie Bernard.",
    );
    book.add("sessad", sessad);
    book.add(
        "mdph",
        structure(
            "MDPH du Rhône",
            &[Role::Structure],
            "01 99 00 70 70",
            "Numéro de dossier : exemple.",
        ),
    );
}
