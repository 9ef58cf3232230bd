//! What somebody chose to see, and what is drawn of it. It is kept while they go from page to page, in memory only.

use super::followed::{Places, followed, noted, places};
use super::growth::{Bands, Growth, place};
use super::happened::{Group, flags, happened};
use super::thing::{Followed, side};
use super::worked_out::body_mass;
use crate::browser;
use crate::curves::Hands;
use crate::curves::plot::{Axis, Lane, Line, Plot};
use crate::curves::window::{Window, whole};
use crate::desk::use_desk;
use crate::lists::rows::{Rows, use_rows};
use crate::router::use_place;
use crate::words::{Words, use_words};
use domain::chart::{Series, TimeMark};
use domain::entry::Identity;
use domain::growth::{Indicator, Tables};
use domain::{Age, view};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Until this age, in years, growth is shown first.
const GROWING: u32 = 19;

/// What somebody chose to see.
#[derive(Clone, Copy)]
pub(crate) struct Choice {
    carnet: StoredValue<String>,
    /// The codes of what is shown; none before anything was chosen.
    pub(crate) chosen: RwSignal<Option<BTreeSet<String>>>,
    /// How the reference of growth is shown.
    pub(crate) bands: RwSignal<Bands>,
    /// Left and right stand side by side.
    pub(crate) beside: RwSignal<bool>,
    /// What is shown of what happened.
    pub(crate) groups: RwSignal<BTreeSet<Group>>,
    tables: RwSignal<Option<Arc<Tables>>>,
    /// The tables of growth could not be fetched.
    pub(crate) without_tables: RwSignal<bool>,
}

impl Choice {
    /// Nothing chosen yet.
    pub(crate) fn new() -> Self {
        Self {
            carnet: StoredValue::new(String::new()),
            chosen: RwSignal::new(None),
            bands: RwSignal::new(Bands::Percentiles),
            beside: RwSignal::new(false),
            groups: RwSignal::new(BTreeSet::from([Group::Stays, Group::Marks])),
            tables: RwSignal::new(None),
            without_tables: RwSignal::new(false),
        }
    }

    /// Another carnet has other things to choose from.
    fn enter(self, carnet: &str) {
        if self.carnet.with_value(|before| before != carnet) {
            self.carnet.set_value(carnet.to_owned());
            self.chosen.set(None);
        }
    }
}

/// Everything that a page of curves draws from.
#[derive(Clone, Copy)]
pub(crate) struct Board {
    rows: Rows,
    /// What was chosen.
    pub(crate) choice: Choice,
    /// Who it is about.
    pub(crate) identity: Memo<Identity>,
    /// Everything that is followed.
    pub(crate) things: Memo<Arc<Vec<Followed>>>,
    /// What is shown of it.
    pub(crate) shown: Memo<Arc<Vec<Followed>>>,
    /// What is shown of what happened.
    pub(crate) happened: Memo<Arc<Vec<TimeMark>>>,
    /// What is drawn.
    pub(crate) plot: Memo<Arc<Plot>>,
    /// What moves it.
    pub(crate) hands: Hands,
}

/// The board of this page.
pub(crate) fn use_board() -> Board {
    let t = use_words();
    let rows = use_rows();
    // `App` provides it before it makes any page.
    let choice = expect_context::<Choice>();
    choice.enter(&use_place().carnet);
    let identity = Memo::new(move |_| {
        let rows = rows.get();
        view::identity(&rows)
            .map(|(_, identity)| identity.clone())
            .unwrap_or_default()
    });
    let things = Memo::new(move |_| Arc::new(followed(&rows.get(), t)));
    let shown = Memo::new(move |_| {
        let things = things.get();
        let chosen = choice.chosen.get();
        let chosen = chosen.unwrap_or_else(|| identity.with(|one| at_first(&things, one)));
        let mut shown: Vec<Followed> = things
            .iter()
            .filter(|thing| chosen.contains(&thing.code))
            .cloned()
            .collect();
        if let Some(worked_out) = shown
            .iter_mut()
            .find(|thing| thing.worked_out && thing.indicator.is_some())
            && let Some(tables) = choice.tables.get()
        {
            let series = identity.with(|one| body_mass(&rows.get(), &tables, one));
            worked_out.series.extend(series);
        }
        Arc::new(shown)
    });
    let happened = Memo::new(move |_| Arc::new(happened(&rows.get(), &choice.groups.get(), t)));
    fetch_tables(choice, shown);
    let plot = Memo::new(move |_| {
        let (shown, happened) = (shown.get(), happened.get());
        let (bands, beside) = (choice.bands.get(), choice.beside.get());
        let growth = identity.with(|identity| growth(choice, identity));
        let lanes = shown
            .iter()
            .enumerate()
            .filter(|(_, thing)| !thing.series.is_empty())
            .flat_map(|(place, thing)| lanes(place, thing, growth.as_ref(), bands, beside, t));
        Arc::new(Plot {
            lanes: lanes.collect(),
            marks: flags(&happened),
            axis: identity.with(|identity| identity.birth_date.map_or(Axis::Calendar, Axis::Age)),
        })
    });
    let days = Memo::new(move |_| plot.with(|plot| plot.days()));
    let all = Memo::new(move |_| {
        days.with(|days| match (days.first(), days.last()) {
            (Some(first), Some(last)) => whole(*first, *last),
            _ => whole(0.0, 365.0),
        })
    });
    let hands = Hands::new(all, days);
    Effect::new(move |before: Option<Window>| {
        let all = all.get();
        // Other curves, another stretch of time: all of it is seen at first.
        if before.is_some_and(|before| before != all) {
            hands.cursor.set(None);
            hands.window.set(all);
        }
        all
    });
    Board {
        rows,
        choice,
        identity,
        things,
        shown,
        happened,
        plot,
        hands,
    }
}

impl Board {
    /// The child's growth beside the reference, once the tables are there.
    pub(crate) fn growth(self) -> Option<Growth> {
        self.identity.with(|identity| growth(self.choice, identity))
    }

    /// The place in the reference of each value of a thing; empty where there is none.
    pub(crate) fn places(self, thing: &Followed) -> Places {
        let (Some(growth), Some(indicator)) = (self.growth(), thing.indicator) else {
            return Places::new();
        };
        let rows = self.rows.get();
        self.identity
            .with(|one| places(&rows, &growth.tables, one, indicator))
    }

    /// A value with all that was written down with it.
    pub(crate) fn noted(self, point: &domain::chart::Point) -> domain::entry::Measurement {
        self.rows.with(|rows| noted(rows, point))
    }

    /// A value in words: of which thing and side, at which place.
    pub(crate) fn say(self, (thing, series): (usize, usize), at: usize, t: Words) -> String {
        let shown = self.shown.get_untracked();
        let thing = shown.get(thing);
        let found = thing.and_then(|thing| {
            let series = thing.series.get(series)?;
            Some((thing, series, series.points.get(at)?))
        });
        let Some((thing, series, point)) = found else {
            return String::new();
        };
        let mut parts = vec![series.in_words(point.value, t.terms())];
        if let Some(Ok(score)) = untrack(|| self.places(thing)).get(&(point.row, point.item)) {
            parts.push(place(score, t));
        }
        let noted = untrack(|| self.noted(point));
        let more = [noted.time, noted.who, noted.note];
        parts.extend(more.into_iter().filter(|text| !text.is_empty()));
        parts.join(" · ")
    }

    /// Whether something is shown that the reference has bands for.
    pub(crate) fn grows(self) -> bool {
        self.shown
            .with(|shown| shown.iter().any(|thing| thing.indicator.is_some()))
    }
}

fn growth(choice: Choice, identity: &Identity) -> Option<Growth> {
    Growth::new(choice.tables.get()?, identity)
}

/// The tables are fetched when the first chart opens that shows them.
fn fetch_tables(choice: Choice, shown: Memo<Arc<Vec<Followed>>>) {
    let desk = use_desk();
    Effect::new(move |_| {
        let wanted = shown.with(|shown| shown.iter().any(|thing| thing.indicator.is_some()));
        if !wanted || choice.tables.with_untracked(Option::is_some) {
            return;
        }
        desk.ask(
            async move |keeper| keeper.growth_tables().await,
            move |fetched| {
                let read = fetched.ok().and_then(|bytes| Tables::read(&bytes).ok());
                choice.without_tables.set(read.is_none());
                choice.tables.set(read.map(Arc::new));
            },
        );
    });
}

/// What is shown before anything was chosen: how a child grows; else what there is most of.
fn at_first(things: &[Followed], identity: &Identity) -> BTreeSet<String> {
    let age = identity
        .birth_date
        .and_then(|birth| Age::on(browser::today(), birth));
    let growing = age.is_none_or(|age| age.years < GROWING);
    let growth = things
        .iter()
        .filter(|thing| growing && !thing.worked_out)
        .filter(|thing| {
            let shown = [Indicator::WeightForAge, Indicator::StatureForAge];
            thing.indicator.is_some_and(|one| shown.contains(&one))
        });
    let mut first: BTreeSet<String> = growth.map(|thing| thing.code.clone()).collect();
    if first.is_empty() {
        let most = things.iter().max_by_key(|thing| thing.count());
        first.extend(most.map(|thing| thing.code.clone()));
    }
    first
}

/// The lanes of one thing: one, or one for each side.
fn lanes(
    place: usize,
    thing: &Followed,
    growth: Option<&Growth>,
    bands: Bands,
    beside: bool,
    t: Words,
) -> Vec<Lane> {
    let edges = match (growth, thing.indicator) {
        (Some(growth), Some(indicator)) => growth.edges(indicator, bands, t),
        _ => Vec::new(),
    };
    let series = thing.series.iter().enumerate();
    let lines: Vec<Line> = series
        .map(|(number, series)| line((place, number), series, t))
        .collect();
    let grades = thing
        .series
        .first()
        .map_or(&[] as &[&str], |series| series.grades);
    let lane = |title: String, lines: Vec<Line>| Lane {
        title,
        unit: thing.unit.clone(),
        lines,
        edges: edges.clone(),
        levels: grades.iter().map(|grade| (*grade).to_owned()).collect(),
        ..Lane::default()
    };
    if !beside || lines.len() < 2 {
        return vec![lane(thing.title.clone(), lines)];
    }
    // Side by side they can only be compared on one scale.
    let bounds = thing.series.iter().filter_map(Series::bounds);
    let with = bounds.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
    let apart = thing.series.iter().zip(lines).map(|(series, line)| Lane {
        with,
        ..lane(thing.title_of(series, t), vec![line])
    });
    apart.collect()
}

fn line(key: (usize, usize), series: &Series, t: Words) -> Line {
    let last = series.points.last();
    Line {
        name: side(series, t).to_owned(),
        points: series.points.clone(),
        key,
        last: last.map_or_else(String::new, |last| series.in_words(last.value, t.terms())),
    }
}
