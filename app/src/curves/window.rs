//! How hands move the stretch of time that is seen: what the domain's own window does not know of fingers.

pub(crate) use domain::chart::Window;

/// All from the first to the last day, with a little air on both sides.
pub(crate) fn whole(first: f64, last: f64) -> Window {
    let air = ((last - first) * 0.03).max(2.0);
    Window::new(first - air, last + air)
}

/// Where two fingers hold two days: those days stay under the fingers, given as shares of the width.
pub(super) fn pinched(held: [f64; 2], shares: [f64; 2], all: Window) -> Option<Window> {
    let apart = shares[1] - shares[0];
    let days = held[1] - held[0];
    // Fingers that cross, or touch, hold nothing.
    if apart * days <= 0.0 || apart.abs() < 0.02 {
        return None;
    }
    let middle = f64::midpoint(held[0], held[1]);
    let share = f64::midpoint(shares[0], shares[1]);
    let days = (days / apart).min(all.days());
    let from = middle - share * days;
    // Not moving it keeps it within what there is.
    Some(Window::new(from, from + days).panned(0.0, all))
}

/// Moved, if it must, so that a day is in sight.
pub(super) fn showing(seen: Window, day: f64, all: Window) -> Window {
    let edge = 0.05;
    let share = seen.x(day, 1.0);
    if share < edge {
        seen.panned(share - edge, all)
    } else if share > 1.0 - edge {
        seen.panned(share - 1.0 + edge, all)
    } else {
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Window = Window {
        from: 0.0,
        to: 1000.0,
    };

    #[test]
    fn what_is_under_the_fingers_stays_there() {
        let seen = pinched([100.0, 200.0], [0.25, 0.75], ALL).unwrap();
        assert!((seen.at(0.25, 1.0) - 100.0).abs() < 1e-9);
        assert!((seen.at(0.75, 1.0) - 200.0).abs() < 1e-9);
        let far = pinched([100.0, 200.0], [0.49, 0.52], ALL).unwrap();
        assert_eq!(far, ALL);
    }

    #[test]
    fn crossed_fingers_move_nothing() {
        assert_eq!(pinched([100.0, 200.0], [0.7, 0.3], ALL), None);
        assert_eq!(pinched([100.0, 200.0], [0.5, 0.5], ALL), None);
    }

    #[test]
    fn a_day_is_brought_into_sight() {
        let near = Window::new(100.0, 200.0);
        assert_eq!(showing(near, 150.0, ALL), near);
        let later = showing(near, 400.0, ALL);
        assert!(later.from < 400.0 && 400.0 < later.to);
        let last = showing(near, 1000.0, ALL);
        assert!((last.to - 1000.0).abs() < 1e-9);
    }
}
