//! How fast something grew between two measurements. A number, no judgement.

use chrono::NaiveDate;

/// The mean speed between two measurements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Velocity {
    /// The day of the earlier one.
    pub from: NaiveDate,
    /// The day of the later one.
    pub to: NaiveDate,
    /// Change in a year of 365.25 days, in the unit measured.
    pub per_year: f64,
}

/// For each measurement, the speed since the latest one that is at least `apart` days older: over a few days, what is
/// measured is the measuring. `points` in order of their days.
pub fn velocities(points: &[(NaiveDate, f64)], apart: u16) -> Vec<Velocity> {
    let apart = i64::from(apart.max(1));
    let since = |(place, (to, now)): (usize, &(NaiveDate, f64))| {
        let earlier = points[..place].iter().rev();
        let (from, before) = earlier
            .copied()
            .find(|(from, _)| (*to - *from).num_days() >= apart)?;
        #[allow(clippy::cast_precision_loss, reason = "days of a life")]
        let years = (*to - from).num_days() as f64 / 365.25;
        Some(Velocity {
            from,
            to: *to,
            per_year: (now - before) / years,
        })
    };
    points.iter().enumerate().filter_map(since).collect()
}
