//! What a card says in clear, and how much of it fits on its back. Nothing is ever cut: what does not fit is counted, and
//! stands behind the code and on the sheet.

/// A list that may be printed in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Clear {
    /// Nobody has said anything.
    NotSaid,
    /// Somebody said that there is none.
    NoneKnown,
    /// What there is, the gravest first.
    Lines(Vec<String>),
}

/// Everything that stands on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CardText {
    /// The person's name.
    pub(super) name: String,
    /// Born when, as a whole line.
    pub(super) born: Option<String>,
    /// Allergies, unless the guardian keeps them off the card.
    pub(super) allergies: Option<Clear>,
    /// Dangers, in the same way.
    pub(super) dangers: Option<Clear>,
    /// Whom to call, and the number.
    pub(super) phone: Option<(String, String)>,
    /// What the QR code says.
    pub(super) address: String,
    /// The short address to type.
    pub(super) short: String,
    /// The code to type there, in groups.
    pub(super) code: Option<String>,
}

/// Letters that fit on a line of the back, with room to spare for wide ones.
const LETTERS: usize = 46;
/// Lines of the back for allergies and dangers together.
const LINES: usize = 9;

/// How many lines a text takes.
fn height(text: &str) -> usize {
    text.chars().count().max(1).div_ceil(LETTERS)
}

/// Some lines of a list, and how many were left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fitted {
    /// What is printed.
    pub(super) lines: Vec<String>,
    /// What is not.
    pub(super) left_out: usize,
}

impl Fitted {
    /// As many lines as fit into `room`, one of which says how many were left out.
    fn of(lines: &[String], room: usize) -> Self {
        let whole: usize = lines.iter().map(|line| height(line)).sum();
        let room = if whole <= room {
            room
        } else {
            room.saturating_sub(1)
        };
        let mut used = 0;
        let fits = lines.iter().take_while(|line| {
            used += height(line);
            used <= room
        });
        let lines_in: Vec<String> = fits.cloned().collect();
        let left_out = lines.len() - lines_in.len();
        Self {
            lines: lines_in,
            left_out,
        }
    }
}

/// Allergies and dangers as they fit on the back: each has at least half of the room, and what one leaves the other takes.
pub(super) fn fit(allergies: &[String], dangers: &[String]) -> (Fitted, Fitted) {
    let whole = |lines: &[String]| lines.iter().map(|line| height(line)).sum::<usize>();
    let half = LINES / 2;
    let second = whole(dangers).min(half);
    let first = Fitted::of(allergies, LINES - second);
    let used = whole(&first.lines) + usize::from(first.left_out > 0);
    let second = Fitted::of(dangers, LINES - used);
    (first, second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(count: usize, length: usize) -> Vec<String> {
        (0..count).map(|_| "a".repeat(length)).collect()
    }

    #[test]
    fn a_few_lines_all_fit() {
        let (allergies, dangers) = fit(&some(3, 20), &some(4, 40));
        assert_eq!((allergies.lines.len(), allergies.left_out), (3, 0));
        assert_eq!((dangers.lines.len(), dangers.left_out), (4, 0));
    }

    #[test]
    fn many_allergies_leave_room_for_dangers_and_are_counted() {
        let (allergies, dangers) = fit(&some(15, 30), &some(6, 30));
        assert_eq!(allergies.lines.len() + allergies.left_out, 15);
        assert_eq!(dangers.lines.len() + dangers.left_out, 6);
        assert!(!allergies.lines.is_empty() && !dangers.lines.is_empty());
    }

    #[test]
    fn never_more_lines_than_there_is_room() {
        for (count, length, others) in [
            (15, 10, 15),
            (2, 200, 3),
            (1, 600, 1),
            (0, 0, 20),
            (20, 90, 0),
        ] {
            let (allergies, dangers) = fit(&some(count, length), &some(others, 50));
            let lines = |fitted: &Fitted| {
                let printed: usize = fitted.lines.iter().map(|line| height(line)).sum();
                printed + usize::from(fitted.left_out > 0)
            };
            assert!(
                lines(&allergies) + lines(&dangers) <= LINES,
                "{count} {length}"
            );
            assert_eq!(allergies.lines.len() + allergies.left_out, count);
            assert_eq!(dangers.lines.len() + dangers.left_out, others);
        }
    }

    #[test]
    fn one_danger_is_not_crowded_out_by_a_long_list() {
        let (_, dangers) = fit(&some(30, 40), &some(1, 40));
        assert_eq!(dangers.left_out, 0);
    }
}
