//! What the name of a file tells of the document in it. A guess fills a field in advance; the person decides.

use domain::PartialDate;
use domain::lists::{Discipline, DocumentKind};
use domain::view::fold;

/// What cameras, scanners and messengers call files, in small letters.
#[rustfmt::skip]
const EMPTY_WORDS: &[&str] = &[
    "img", "image", "scan", "scanned", "dsc", "dscn", "pxl", "mvimg", "vid", "video", "photo", "screenshot",
    "capture", "whatsapp", "document", "doc", "fichier", "file", "num", "numerisation", "cam", "mp", "wa",
    "copie", "copy", "adobe", "camscanner", "genius",
];

/// The beginning of a word, and the kind that it tells of. Whole words end in a dot.
const KINDS: &[(&str, DocumentKind)] = &[
    ("ordonnance", DocumentKind::Prescription),
    ("prescription", DocumentKind::Prescription),
    ("operatoire", DocumentKind::OperationReport),
    ("cro.", DocumentKind::OperationReport),
    ("hospitalisation", DocumentKind::HospitalReport),
    ("crh.", DocumentKind::HospitalReport),
    ("sortie.", DocumentKind::HospitalReport),
    ("irm.", DocumentKind::ImagingReport),
    ("mri.", DocumentKind::ImagingReport),
    ("radio", DocumentKind::ImagingReport),
    ("scanner.", DocumentKind::ImagingReport),
    ("echographie", DocumentKind::ImagingReport),
    ("eeg.", DocumentKind::Recording),
    ("ecg.", DocumentKind::Recording),
    ("emg.", DocumentKind::Recording),
    ("analyse", DocumentKind::LabResult),
    ("biologie", DocumentKind::LabResult),
    ("labo", DocumentKind::LabResult),
    ("bilan", DocumentKind::Assessment),
    ("assessment", DocumentKind::Assessment),
    ("certificat", DocumentKind::Certificate),
    ("vaccin", DocumentKind::Vaccination),
    ("reunion", DocumentKind::MeetingReport),
    ("ess.", DocumentKind::MeetingReport),
    ("pai.", DocumentKind::SchoolPlan),
    ("pps.", DocumentKind::SchoolPlan),
    ("geva", DocumentKind::SchoolPlan),
    ("projet", DocumentKind::Project),
    ("notification", DocumentKind::Notification),
    ("cdaph.", DocumentKind::Notification),
    ("facture", DocumentKind::Quote),
    ("devis", DocumentKind::Quote),
    ("invoice", DocumentKind::Quote),
    ("jugement", DocumentKind::Judgment),
    ("autorisation", DocumentKind::Consent),
    ("courrier", DocumentKind::Letter),
    ("lettre", DocumentKind::Letter),
    ("letter", DocumentKind::Letter),
    ("compte", DocumentKind::ConsultationReport),
    ("cr.", DocumentKind::ConsultationReport),
    ("consultation", DocumentKind::ConsultationReport),
    ("report", DocumentKind::ConsultationReport),
];

/// The beginning of a word, and the discipline that it tells of. Whole words end in a dot.
const DISCIPLINES: &[(&str, Discipline)] = &[
    ("neuropsych", Discipline::Psychology),
    ("neurochir", Discipline::Surgery),
    ("neuro", Discipline::Neurology),
    ("orthophon", Discipline::SpeechTherapy),
    ("orthopti", Discipline::Ophthalmology),
    ("orthoped", Discipline::Orthopaedics),
    ("ergo", Discipline::OccupationalTherapy),
    ("kine.", Discipline::Physiotherapy),
    ("kinesi", Discipline::Physiotherapy),
    ("psychomot", Discipline::PsychomotorTherapy),
    ("psychiatr", Discipline::Psychiatry),
    ("psycho", Discipline::Psychology),
    ("mpr.", Discipline::Rehabilitation),
    ("reeducation", Discipline::Rehabilitation),
    ("pediatr", Discipline::Paediatrics),
    ("genetique", Discipline::Genetics),
    ("gastro", Discipline::Gastroenterology),
    ("nutrition", Discipline::Gastroenterology),
    ("pneumo", Discipline::Pulmonology),
    ("cardio", Discipline::Cardiology),
    ("ophtalmo", Discipline::Ophthalmology),
    ("orl.", Discipline::Ent),
    ("dent", Discipline::Dentistry),
    ("chirurgi", Discipline::Surgery),
    ("anesthesi", Discipline::Anaesthesia),
    ("urgences", Discipline::EmergencyMedicine),
    ("irm.", Discipline::Imaging),
    ("radio", Discipline::Imaging),
    ("scanner.", Discipline::Imaging),
    ("biologie", Discipline::Laboratory),
    ("labo", Discipline::Laboratory),
    ("appareillage", Discipline::Orthotics),
    ("corset", Discipline::Orthotics),
    ("orthese", Discipline::Orthotics),
    ("dietet", Discipline::Dietetics),
    ("ecole", Discipline::School),
    ("scolaire", Discipline::School),
    ("pai.", Discipline::School),
    ("pps.", Discipline::School),
    ("ess.", Discipline::School),
    ("geva", Discipline::School),
    ("mdph.", Discipline::Administrative),
    ("cdaph.", Discipline::Administrative),
    ("caf.", Discipline::Administrative),
    ("cpam.", Discipline::Administrative),
];

/// A title: the name without its ending, its date and what machines put into it. Empty if nothing is left.
pub(super) fn title(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let (_, rest) = split_date(stem);
    let words = rest.split(|letter: char| letter.is_whitespace() || "_-.()[]".contains(letter));
    let telling = |word: &&str| {
        let word = fold(word);
        let letters = word.trim_matches(|letter: char| letter.is_ascii_digit());
        !letters.is_empty() && !EMPTY_WORDS.contains(&letters)
    };
    // Numbers stay where a word tells what they count ("séance 3"), and go where they stand alone.
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if !words.iter().any(telling) {
        return String::new();
    }
    let kept = words.iter().skip_while(|word| !telling(word)).copied();
    let title = kept.collect::<Vec<_>>().join(" ");
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A date that stands in the name: `2024-03-12`, `20240312`, `12-03-2024`, `2024-03`. Not one that is still to come.
pub(super) fn date(name: &str, today: chrono::NaiveDate) -> Option<PartialDate> {
    split_date(name).0.filter(|date| date.first_day() <= today)
}

/// What the document is.
pub(super) fn kind(name: &str) -> Option<DocumentKind> {
    told(name, KINDS)
}

/// Where it comes from.
pub(super) fn discipline(name: &str) -> Option<Discipline> {
    told(name, DISCIPLINES)
}

fn told<T: Copy>(name: &str, table: &[(&str, T)]) -> Option<T> {
    let name = fold(name);
    let words: Vec<&str> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .collect();
    let fits = |(start, _): &&(&str, T)| match start.strip_suffix('.') {
        Some(whole) => words.contains(&whole),
        None => words.iter().any(|word| word.starts_with(start)),
    };
    table.iter().find(fits).map(|(_, meaning)| *meaning)
}

/// The first date of a text, and the text without it.
fn split_date(text: &str) -> (Option<PartialDate>, String) {
    let starts = text.char_indices().map(|(at, _)| at);
    for start in starts {
        let before = text[..start].chars().next_back();
        if before.is_some_and(|letter| letter.is_ascii_digit()) {
            continue;
        }
        for length in [10, 8, 7] {
            let Some(part) = text.get(start..start + length) else {
                continue;
            };
            let after = text[start + length..].chars().next();
            if after.is_some_and(|letter| letter.is_ascii_digit()) {
                continue;
            }
            if let Some(date) = read_date(part) {
                return (
                    Some(date),
                    format!("{} {}", &text[..start], &text[start + length..]),
                );
            }
        }
    }
    (None, text.to_owned())
}

fn read_date(part: &str) -> Option<PartialDate> {
    let even: String = part
        .chars()
        .map(|letter| if "_. ".contains(letter) { '-' } else { letter })
        .collect();
    let numbers: Vec<&str> = even.split('-').collect();
    let lengths: Vec<usize> = numbers.iter().map(|number| number.len()).collect();
    let text = match *lengths {
        [4, 2, 2] | [4, 2] => even,
        [2, 2, 4] => format!("{}-{}-{}", numbers[2], numbers[1], numbers[0]),
        [8] => format!("{}-{}-{}", part.get(..4)?, part.get(4..6)?, part.get(6..)?),
        _ => return None,
    };
    let date: PartialDate = text.parse().ok()?;
    // Eight digits are a date only within the life of people who have files.
    (date.year() >= 1930).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> chrono::NaiveDate {
        chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
    }

    fn day(text: &str) -> Option<PartialDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn a_careful_name_fills_everything() {
        let name = "2024-03-12_CR consultation neuropédiatrie Dr Martin.pdf";
        assert_eq!(title(name), "CR consultation neuropédiatrie Dr Martin");
        assert_eq!(date(name, today()), day("2024-03-12"));
        assert_eq!(kind(name), Some(DocumentKind::ConsultationReport));
        assert_eq!(discipline(name), Some(Discipline::Neurology));
    }

    #[test]
    fn a_camera_tells_the_day_and_nothing_else() {
        let name = "IMG_20250118_101112.jpg";
        assert_eq!(title(name), "");
        assert_eq!(date(name, today()), day("2025-01-18"));
        assert_eq!(kind(name), None);
        assert_eq!(title("PXL_20250118_101112345.MP.jpg"), "");
    }

    #[test]
    fn dates_as_people_write_them() {
        for (name, wanted) in [
            ("bilan kiné 12-03-2024.pdf", "2024-03-12"),
            ("bilan_2024.03.12.pdf", "2024-03-12"),
            ("facture 2023-11.pdf", "2023-11"),
            ("20231105 ordonnance.pdf", "2023-11-05"),
        ] {
            assert_eq!(date(name, today()), day(wanted), "{name}");
        }
    }

    #[test]
    fn no_date_where_there_is_none() {
        for name in [
            "12345678901234.pdf",
            "séance 3.pdf",
            "2031-01-01.pdf",
            "99999999.pdf",
            "été.jpg",
            "",
        ] {
            assert_eq!(date(name, today()), None, "{name}");
        }
    }

    #[test]
    fn numbers_stay_where_a_word_tells_what_they_count() {
        assert_eq!(title("scan_ordonnance 2.pdf"), "Ordonnance 2");
        assert_eq!(title("Scan 0042.pdf"), "");
    }

    #[test]
    fn any_name_is_read_without_harm() {
        for name in [
            "é",
            "2024-",
            "_-_",
            "œuf😀2024-02-30",
            "....",
            "2024-02-30x2024-02-29",
        ] {
            let _ = (
                title(name),
                date(name, today()),
                kind(name),
                discipline(name),
            );
        }
        // A day that no month has: the month may be right.
        assert_eq!(date("2024-02-30 x", today()), day("2024-02"));
    }
}
