//! One whole entry of every kind, every field filled in.
#![allow(dead_code, clippy::unwrap_used)]

mod office;
mod planned;

use chrono::NaiveDate;
use domain::due::What;
use domain::entry::*;
use domain::lists::*;
use domain::{Decimal, Entry, EntryRef, FileRef, FileSecret, PartialDate};

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn on(year: i32, month: u32, number: u32) -> Option<PartialDate> {
    Some(PartialDate::Day(day(year, month, number)))
}

fn to(ids: &[&str]) -> Vec<EntryRef> {
    ids.iter().map(|id| EntryRef::from(*id)).collect()
}

pub fn file(name: &str) -> FileRef {
    let plain = FileRef {
        blob: format!("blob-of-{name}"),
        identity: FileSecret::new(format!("AGE-SECRET-KEY-PQ-1{}", name.to_uppercase())),
        size: 1234,
        sha256: "c2hhMjU2".into(),
        header: "aGVhZGVy".into(),
        mime: "image/jpeg".into(),
        name: name.into(),
        rotation: 90,
        thumbnail: None,
        reading: None,
    };
    let smaller = |suffix: &str| {
        let blob = format!("blob-of-{name}-{suffix}");
        Some(Box::new(FileRef {
            blob,
            rotation: 0,
            ..plain.clone()
        }))
    };
    FileRef {
        thumbnail: smaller("thumbnail"),
        reading: smaller("reading"),
        ..plain
    }
}

fn people() -> Vec<Entry> {
    vec![
        Entry::Consent(Consent {
            allowed_to: "Marc Olivier".into(),
            member: "AQEBAQEBAQEBAQEBAQEBAQ".into(),
            profile: Some(Profile::Therapist),
            profession: "70".into(),
            function: "kiné du jeudi".into(),
            allowed: vec![
                Allowed::of(domain::Section::Health, true),
                Allowed::of(domain::Section::Daily, false),
            ],
            date: Some(day(2026, 3, 1)),
            until: Some(day(2027, 3, 1)),
            consent_by: Some(ConsentBy::Both),
            allowed_by: "Claire Beaupré".into(),
            consent_form: Some(ConsentForm::Spoken),
            consent_words: "Théo veut bien que Marc lise ses bilans.".into(),
            withdrawn: Some(day(2026, 9, 1)),
            documents: to(&["accord-signe"]),
        }),
        Entry::Identity(Identity {
            birth_name: "Beaupré".into(),
            first_names: "Théo Lucien".into(),
            birth_date: Some(day(2016, 2, 29)),
            sex: Some(Sex::Male),
            birth_place: "69123".into(),
            birth_place_name: "Lyon".into(),
            used_name: "Beaupré-Garance".into(),
            used_first_name: "Théo".into(),
            nir: "1 16 02 69 123 456 63".into(),
            photo: Some(file("theo.jpg")),
            guardians: vec![Guardian {
                name: "Claire Beaupré".into(),
                role: Some(GuardianRole::Parent),
                contact: Some("maman".into()),
            }],
            protection: Some(Protection {
                measure: Some(ProtectionKind::FamilyHabilitation),
                court: "Tribunal judiciaire de Lyon".into(),
                holder: "Claire Beaupré".into(),
                from: Some(day(2034, 3, 1)),
                to: Some(day(2044, 3, 1)),
                document: Some("jugement".into()),
            }),
            term: "31 SA + 4 j".into(),
            languages: "français".into(),
            note: "note".into(),
        }),
        Entry::Contact(Contact {
            name: "Olivier".into(),
            first_name: "Marc".into(),
            organisation: "SESSAD du Val".into(),
            roles: vec![ContactRole::Professional, ContactRole::Emergency],
            profession: "70".into(),
            function: "kiné".into(),
            phones: vec![Phone {
                label: "portable".into(),
                number: "06 39 98 40 21".into(),
            }],
            email: "marc@example.org".into(),
            address: "1 rue\n69000 Lyon".into(),
            rpps: "10774000003".into(),
            finess: "428591036".into(),
            availability: "mardi".into(),
            since: PartialDate::year_only(2024),
            until: PartialDate::month_of(2030, 6),
            structure: Some("sessad".into()),
            photo: Some(file("marc.jpg")),
            note: "note".into(),
        }),
    ]
}

fn daily() -> Vec<Entry> {
    vec![
        Entry::Habit(Habit {
            heading: Some(HabitHeading::Meals),
            text: "Set antidérapant".into(),
            colour: Some(Colour::Orange),
            media: vec![file("repas.jpg")],
            date: Some(day(2026, 1, 2)),
        }),
        Entry::Note(Note {
            text: "Belle séance".into(),
            date: Some(day(2026, 5, 3)),
            addressee: "Maman".into(),
            addressee_contact: Some("maman".into()),
            members: vec!["00000000000000000000000000000001".into()],
            about: Some("orthese".into()),
            media: vec![file("marche.jpg")],
        }),
        Entry::Seen(Seen {
            month: Some(day(2026, 5, 1)),
            notes: to(&["note-1", "note-2"]),
        }),
        Entry::Report(Report {
            report_kind: Some(ReportKind::Assessment),
            discipline: Some(Discipline::Physiotherapy),
            date: Some(day(2026, 5, 3)),
            title: "Bilan d'été".into(),
            place: "Cabinet".into(),
            people: "Théo, Maman".into(),
            parts: vec![
                ReportPart {
                    heading: Some(ReportHeading::Gait),
                    title: String::new(),
                    text: "Marche 520 m".into(),
                },
                ReportPart {
                    heading: None,
                    title: "Piscine".into(),
                    text: "Nage dix mètres".into(),
                },
            ],
            summary: "On continue".into(),
            next: Some(day(2026, 11, 3)),
            measures: to(&["marche-6-min"]),
            media: vec![file("marche-avant.jpg")],
            documents: to(&["orthese"]),
        }),
        Entry::Document(Document {
            title: "Bilan de kinésithérapie".into(),
            document_kind: Some(DocumentKind::Assessment),
            discipline: Some(Discipline::Physiotherapy),
            date: on(2026, 4, 1),
            author: "Marc Olivier".into(),
            author_contact: Some("kine".into()),
            tags: vec!["marche".into(), "bilan".into()],
            pages: vec![file("page-1.jpg"), file("page-2.jpg")],
            original_name: "bilan.pdf".into(),
            linked: to(&["hemiplegie"]),
            summary: "Marche 520 m".into(),
        }),
        Entry::Project(Project {
            title: "Projet individuel".into(),
            date: Some(day(2026, 1, 10)),
            review: Some(day(2027, 1, 10)),
            structure: "SESSAD".into(),
            author: "Lucie Bernard".into(),
            wishes: "Garder les buts".into(),
            text: "Préparer le collège".into(),
            goals: vec![Goal {
                text: "Le bus".into(),
                means: "Avec Papa".into(),
                reached: true,
            }],
            pages: vec![file("projet.jpg")],
            documents: to(&["annexe"]),
            state: Some(GoalState::Open),
            people: "Théo, ses parents".into(),
            previous: Some("projet-2025".into()),
        }),
        Entry::Objective(Objective {
            title: "Monter les escaliers seul".into(),
            project: Some("projet".into()),
            levels: Levels {
                much_less: "Porté".into(),
                less: "Avec deux mains".into(),
                expected: "Avec la rampe".into(),
                more: "Sans rampe".into(),
                much_more: "En courant".into(),
            },
            start_level: Some(-2),
            date: Some(day(2026, 1, 10)),
            due: Some(day(2026, 12, 10)),
            review: Some(day(2026, 6, 10)),
            state: Some(GoalState::Open),
            who: "Marc Olivier".into(),
            actions: vec![Action {
                text: "Dix marches par jour".into(),
                who: "Papa".into(),
                until: Some(day(2026, 3, 1)),
                done: true,
            }],
            reviews: vec![Review {
                date: Some(day(2026, 6, 10)),
                level: Some(0),
                who: "Marc Olivier".into(),
                note: "Trois étages".into(),
            }],
            note: "note".into(),
            documents: to(&["film"]),
        }),
        Entry::Settled(Settled {
            of: "fauteuil".into(),
            moment: Some(What::Check),
            occurrence: Some(day(2026, 2, 1)),
            day: Some(day(2026, 2, 3)),
            outcome: Some(Outcome::Postponed),
            until: Some(day(2026, 2, 9)),
            on: Some(day(2026, 2, 4)),
        }),
        Entry::Statement(Statement {
            list: ListKind::Allergies,
            state: NoneKnown::NoneKnown,
            on: Some(day(2026, 2, 3)),
        }),
    ]
}

fn health() -> Vec<Entry> {
    vec![
        Entry::Problem(Problem {
            name: "Hémiplégie droite".into(),
            code: "G81.9".into(),
            state: Some(ProblemState::Stable),
            since: PartialDate::month_of(2022, 11),
            until: PartialDate::year_only(2030),
            followed_by: "Dr Diallo".into(),
            note: "note".into(),
            documents: to(&["cr"]),
        }),
        Entry::Allergy(Allergy {
            agent: "Pénicilline".into(),
            agent_kind: Some(AgentKind::Medicine),
            reaction: "Urticaire".into(),
            severity: Some(Severity::Severe),
            certainty: Some(Certainty::Confirmed),
            since: on(2023, 10, 8),
            note: "note".into(),
            documents: to(&["cr"]),
        }),
        Entry::Treatment(Treatment {
            name: "Lévétiracétam".into(),
            substance: "lévétiracétam".into(),
            dose: "3 ml".into(),
            form: Some(MedicineForm::Syrup),
            times: vec![DoseTime {
                moment: Some(Moment::Morning),
                clock: "07:30".into(),
                dose: "3 ml".into(),
            }],
            how: "à la seringue".into(),
            as_needed: true,
            rescue: true,
            alone: true,
            start: on(2023, 2, 20),
            stop: PartialDate::month_of(2030, 1),
            why: "épilepsie".into(),
            stop_reason: "plus besoin".into(),
            prescriber: "Dr Kessler".into(),
            prescriber_contact: Some("dr-kessler".into()),
            note: "note".into(),
            documents: to(&["ordonnance"]),
        }),
        Entry::Vaccine(Vaccine {
            name: "Hexavalent".into(),
            against: "tétanos".into(),
            dose: "2".into(),
            date: on(2016, 7, 1),
            lot: "EX-1".into(),
            given_by: "Dr Lemoine".into(),
            next: PartialDate::year_only(2027),
            note: "note".into(),
            documents: to(&["carnet"]),
        }),
        Entry::Device(Device {
            name: "Orthèse".into(),
            device_kind: Some(DeviceKind::Orthosis),
            side: Some(Side::Right),
            model: "carbone".into(),
            size: "34".into(),
            serial: "S-1".into(),
            since: on(2026, 1, 5),
            until: on(2026, 12, 5),
            next_check: Some(day(2026, 7, 5)),
            wear: "le jour".into(),
            instructions: "talon au fond".into(),
            supplier: "Atelier".into(),
            supplier_contact: Some("appareilleur".into()),
            media: vec![file("orthese.jpg")],
            documents: to(&["fiche"]),
        }),
        Entry::Stay(Stay {
            title: "Opération".into(),
            stay_kind: Some(StayKind::Operation),
            place: "Hôpital".into(),
            unit: "Neurochirurgie".into(),
            doctor: "Dr Morel".into(),
            from: on(2022, 11, 12),
            to: on(2022, 11, 21),
            done: "hématome".into(),
            anaesthesia: "facile".into(),
            implants: "titane".into(),
            note: "note".into(),
            documents: to(&["cr"]),
        }),
        Entry::Step(Step {
            track: Some(StepTrack::SocialEducational),
            step_kind: Some(StepKind::School),
            title: "CM1".into(),
            structure: "École Jules-Verne".into(),
            class: "CM1".into(),
            follow_up: "AESH".into(),
            orientation: "collège".into(),
            from: PartialDate::month_of(2025, 9),
            to: PartialDate::month_of(2026, 7),
            contact: Some("ecole".into()),
            note: "note".into(),
            documents: to(&["pai"]),
        }),
        Entry::Measurement(Measurement {
            what: Some(Measure::JointRange),
            name: "cheville".into(),
            value: "-5.0".parse::<Decimal>().ok(),
            grade: "1+".into(),
            unit: Some(Unit::Degree),
            unit_text: "degrés".into(),
            date: Some(day(2026, 4, 1)),
            time: "10:30".into(),
            who: "Marc".into(),
            side: Some(Side::Right),
            position: Some(Position::Lying),
            oedema: true,
            device: "goniomètre".into(),
            note: "note".into(),
            documents: to(&["bilan"]),
        }),
    ]
}

fn urgent() -> Vec<Entry> {
    vec![
        Entry::Danger(Danger {
            danger: "Pas d'IRM sans avis".into(),
            danger_kind: Some(DangerKind::Imaging),
            reason: "clip au cou".into(),
            instead: "scanner".into(),
            since: on(2022, 11, 12),
            documents: to(&["cr"]),
        }),
        Entry::Crisis(Crisis {
            crisis: "Convulsion".into(),
            signs: "fièvre, regard fixe".into(),
            steps: "Mettre sur le côté\nDonner le médicament après 5 minutes".into(),
            rescue: "midazolam 7,5 mg dans la joue".into(),
            call_when: "si elle dure après 10 minutes".into(),
            prescriber: "Dr Kessler".into(),
            prescriber_contact: Some("dr-kessler".into()),
            date: on(2026, 1, 8),
            documents: to(&["protocole"]),
        }),
        Entry::UsualState(UsualState {
            consciousness: "présent".into(),
            tone: "raide à droite".into(),
            movement: "marche seul".into(),
            speech: "phrases courtes".into(),
            breathing: "98 %".into(),
            heart: "85 par minute".into(),
            skin: "pâle".into(),
            pain_signs: "se tait".into(),
            note: "note".into(),
            date: Some(day(2026, 4, 1)),
        }),
        Entry::UrgentSheet(UrgentSheet {
            yes_no: "cligne".into(),
            communication: "parler lentement".into(),
            pain_scale: "FPS-R".into(),
            calms: "sa veilleuse".into(),
            hospital: "CHU".into(),
            directives: "aucune".into(),
            organ_donation: "non dit".into(),
            legal_note: "les deux parents".into(),
            pinned: to(&["protocole"]),
            show_photo: true,
            hide_weight: true,
            hide_allergies: true,
            hide_dangers: true,
            hide_phone: true,
            phone_contact: Some("maman".into()),
            confirmed: Some(Confirmation {
                on: day(2026, 4, 2),
                by: "Maman".into(),
                shown: vec!["a1".into()],
            }),
        }),
    ]
}

fn followed() -> Vec<Entry> {
    let reading = |text: &str| text.parse::<Reading>().unwrap();
    vec![
        Entry::Readings(Readings {
            what: Some(Measure::Custom),
            own: Some("debout".into()),
            name: "Temps debout".into(),
            unit: Some(Unit::Minute),
            unit_text: "min".into(),
            side: Some(Side::Both),
            position: Some(Position::Standing),
            device: "verticalisateur".into(),
            who: "Maman".into(),
            source: "tableau.csv".into(),
            points: vec![
                reading("2026-03-01 45"),
                reading("2026-03-02T17:30 50.5 après l'école"),
                reading("2026-03-03 1+"),
            ],
            note: "note".into(),
            documents: to(&["tableau"]),
        }),
        Entry::Events(Events {
            what: Some(EventKind::Seizure),
            own: Some("absences".into()),
            name: "Absences".into(),
            date: Some(day(2026, 3, 1)),
            events: vec![Event {
                time: "07:40".into(),
                seconds: Some(130),
                sort: "tonico-clonique".into(),
                trigger: "fièvre".into(),
                rescue: "midazolam 5 mg".into(),
                recovery: "dort une heure".into(),
                treatment: Some("midazolam".into()),
                dose: "5 mg".into(),
                amount: "2.5".parse().ok(),
                wakings: Some(2),
                quality: Some(7),
                who: "Papa".into(),
                note: "note".into(),
                media: vec![file("crise.mp4")],
            }],
            note: "note".into(),
            documents: to(&["eeg"]),
        }),
        Entry::OwnMeasure(OwnMeasure {
            name: "Temps debout".into(),
            form: Some(MeasureForm::Duration),
            unit: Some(Unit::Minute),
            unit_text: "min".into(),
            lowest: "0".parse().ok(),
            highest: "120".parse().ok(),
            lowest_means: "rien".into(),
            highest_means: "deux heures".into(),
            sided: true,
            rhythm: Some(Rhythm::Daily),
            note: "note".into(),
            until: Some(day(2026, 9, 1)),
        }),
        Entry::Mark(Mark {
            title: "Poussée de croissance".into(),
            mark_kind: Some(MarkKind::GrowthSpurt),
            from: PartialDate::month_of(2026, 2),
            to: PartialDate::month_of(2026, 5),
            note: "note".into(),
            documents: to(&["bilan"]),
        }),
    ]
}

fn rights() -> Vec<Entry> {
    vec![
        Entry::Entitlement(Entitlement {
            right: Some(Right::AeehSupplement),
            detail: "complément 3".into(),
            state: Some(EntitlementState::Granted),
            rate: Some(Rate::From50),
            decided: Some(day(2026, 3, 12)),
            received: Some(day(2026, 3, 20)),
            start: Some(day(2026, 4, 1)),
            end: Some(day(2029, 3, 31)),
            no_end: true,
            appeal_by: Some(day(2026, 5, 20)),
            prepare: Some(day(2028, 6, 1)),
            authority: "MDPH du Rhône".into(),
            number: "69-2019-4711".into(),
            beneficiary: "Maman".into(),
            note: "note".into(),
            previous: Some("aeeh-ancienne".into()),
            procedure: Some("demarche".into()),
            documents: to(&["notification"]),
        }),
        Entry::Expiry(Expiry {
            expiry_kind: Some(ExpiryKind::IdentityPaper),
            name: "passeport de Théo".into(),
            end: Some(day(2028, 7, 2)),
            lead: Some(Lead::ThreeMonths),
            number: "19AB12345".into(),
            over: true,
            note: "note".into(),
            documents: to(&["passeport"]),
        }),
        Entry::Procedure(Procedure {
            title: "Renouvellement à la MDPH".into(),
            authority: "MDPH du Rhône".into(),
            contact: Some("mdph".into()),
            number: "69-2019-4711".into(),
            requests: vec![Request {
                right: Some(Right::School),
                detail: "AESH".into(),
                renews: Some("aesh-droit".into()),
            }],
            pieces: vec![Piece {
                piece: Some(PieceKind::MedicalCertificate),
                name: "certificat du Dr Kessler".into(),
                ready: true,
                date: Some(day(2026, 2, 3)),
                document: Some("certificat".into()),
            }],
            history: vec![ProcedureStep {
                state: Some(ProcedureState::Filed),
                date: Some(day(2026, 3, 1)),
                note: "au guichet".into(),
            }],
            exchanges: vec![Exchange {
                way: Some(ExchangeWay::Call),
                date: Some(day(2026, 3, 9)),
                time: "14:30".into(),
                who: "Mme Petit".into(),
                text: "Le dossier est complet.".into(),
                document: Some("accuse".into()),
            }],
            note: "note".into(),
            documents: to(&["dossier"]),
        }),
    ]
}

/// One whole entry of every kind.
pub fn samples() -> Vec<Entry> {
    [
        people(),
        daily(),
        office::office(),
        health(),
        urgent(),
        followed(),
        rights(),
        planned::planned(),
    ]
    .concat()
}
