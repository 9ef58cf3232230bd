//! A chart on the page: the lanes of a plot over one axis of time, moved by hand or by keys.

use super::gestures::{Hands, STEP, STRIDE};
use super::paint::{Anchor, Ground, Label, Shape, cursor, paint};
use super::plot::{Axis, Plot};
use super::readout::Readout;
use crate::browser;
use crate::parts::sign::{Sign, sign};
use crate::words::{Words, use_words};
use domain::chart::{Tick, ValueScale, Window, age_ticks, calendar_ticks};
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// A chart, its buttons, and the line that says what is being read.
#[component]
pub(crate) fn Chart(
    /// The id of its element, from which it is printed and taken away.
    id: &'static str,
    /// What is drawn.
    plot: Memo<Arc<Plot>>,
    /// What moves it.
    hands: Hands,
    /// Lanes stand side by side where there is room.
    #[prop(into)]
    beside: Signal<bool>,
    /// A value in words: of which line, at which place in it.
    say: Callback<((usize, usize), usize), String>,
    /// How wide a lane is drawn on paper, in the units of its letters: the more, the smaller they are.
    #[prop(default = 700.0)]
    on_paper: f64,
) -> impl IntoView {
    let t = use_words();
    let width = RwSignal::new(358.0);
    let measure = move || {
        if let Some(element) = browser::element::<web_sys::Element>(id)
            && let Ok(Some(lane)) = element.query_selector(".lane")
        {
            let wide = f64::from(lane.client_width());
            if wide > 0.0 && (wide - width.get_untracked()).abs() > 0.5 {
                width.set(wide);
            }
        }
    };
    Effect::new(move |_| {
        plot.track();
        beside.track();
        browser::soon(measure);
    });
    Effect::new(move |_| {
        let resized = window_event_listener(ev::resize, move |_| measure());
        let paper = window_event_listener_untyped("beforeprint", move |_| width.set(on_paper));
        let screen = window_event_listener_untyped("afterprint", move |_| measure());
        on_cleanup(move || {
            resized.remove();
            paper.remove();
            screen.remove();
        });
    });
    let count = Memo::new(move |_| plot.with(|plot| plot.lanes.len()));
    let lanes = move || {
        (0..count.get())
            .map(|place| view! { <LaneView plot place hands width/> })
            .collect_view()
    };
    // What stands along the bottom is the same for as long as the chart is there.
    let by_stature = plot.with_untracked(|plot| plot.axis == Axis::Stature);
    let named = Names::of(by_stature, t);
    let button = move |icon: Sign, name: &'static str, act: fn(Hands)| {
        view! { <button class="go small" type="button" on:click=move |_| act(hands)>{sign(icon)}{name}</button> }
    };
    let keys = format!("{id}-keys");
    view! {
        <div class="chart" id=id>
            <div class="lanes" class:beside=beside tabindex="0" role="group" aria-label=t.curves_chart() aria-describedby=keys.clone()
                on:keydown=move |event| hands.key(&event)
                on:wheel=move |event| hands.wheel(&event)
            >
                {lanes}
            </div>
            <Readout plot hands say/>
            <p class="away" id=keys>{named.keys}</p>
            <div class="chart-acts not-on-paper" role="group" aria-label=named.moving>
                {button(Sign::Back, named.back, |hands| hands.step(-STRIDE))}
                {button(Sign::Larger, t.curves_closer(), |hands| hands.zoom(STEP))}
                {button(Sign::Smaller, t.curves_farther(), |hands| hands.zoom(1.0 / STEP))}
                {button(Sign::Forward, named.forward, |hands| hands.step(STRIDE))}
                {button(Sign::Turn, t.curves_all(), Hands::all)}
            </div>
        </div>
    }
}

/// What moving along the axis is called.
struct Names {
    keys: &'static str,
    moving: &'static str,
    back: &'static str,
    forward: &'static str,
}

impl Names {
    fn of(by_stature: bool, t: Words) -> Self {
        if by_stature {
            Self {
                keys: t.stature_keys(),
                moving: t.stature_move(),
                back: t.stature_shorter(),
                forward: t.stature_taller(),
            }
        } else {
            Self {
                keys: t.curves_keys(),
                moving: t.curves_move(),
                back: t.curves_earlier(),
                forward: t.curves_later(),
            }
        }
    }
}

/// One lane.
#[component]
fn LaneView(
    plot: Memo<Arc<Plot>>,
    place: usize,
    hands: Hands,
    width: RwSignal<f64>,
) -> impl IntoView {
    let t = use_words();
    let ground = Memo::new(move |_| {
        plot.with(|plot| {
            let lane = plot.lanes.get(place)?;
            Some(Ground::new(
                width.get(),
                lane,
                &plot.marks,
                hands.window.get(),
            ))
        })
    });
    let picture = Memo::new(move |_| {
        let drawn = plot.with(|plot| {
            let (ground, lane) = (ground.get()?, plot.lanes.get(place)?);
            let seen = ground.window;
            let ticks = ticks(seen, plot, ground.width, t);
            Some(paint(ground, lane, &plot.marks, &ticks, t))
        });
        drawn.unwrap_or_default()
    });
    let reading = Memo::new(move |_| {
        let day = hands.cursor.get()?;
        plot.with(|plot| Some(cursor(ground.get()?, plot.lanes.get(place)?, day)))
    });
    let read = move |part: usize| {
        reading
            .get()
            .map(|paths| paths[part].clone())
            .unwrap_or_default()
    };
    let shapes = move || picture.with(|picture| picture.shapes.iter().map(drawn).collect_view());
    let labels = move || picture.with(|picture| picture.labels.iter().map(written).collect_view());
    let size = move || picture.with(|picture| format!("0 0 {} {}", picture.width, picture.height));
    let title = move || plot.with(|plot| plot.lanes.get(place).map(|lane| lane.title.clone()));
    let unit = move || plot.with(|plot| plot.lanes.get(place).map(|lane| lane.unit.clone()));
    let names = move || {
        plot.with(|plot| {
            let lines = plot.lanes.get(place).map(|lane| lane.lines.len());
            let lane = plot.lanes.get(place).filter(|_| lines > Some(1))?;
            Some(lane.lines.iter().enumerate().map(key).collect_view())
        })
    };
    view! {
        <figure class="lane">
            <figcaption><strong>{title}</strong>" "<span class="soft">{unit}</span>{names}</figcaption>
            <svg class="plot" viewBox=size role="img" aria-label=title
                on:pointerdown=move |event| hands.down(&event)
                on:pointermove=move |event| hands.drag(&event)
                on:pointerup=move |event| hands.up(&event)
                on:pointercancel=move |event| hands.up(&event)
            >
                {shapes}
                <path class="c-cursor" d=move || read(0)></path>
                <path class="c-ring" d=move || read(1)></path>
                {labels}
            </svg>
        </figure>
    }
}

/// Which sign belongs to which line.
fn key((place, line): (usize, &super::plot::Line)) -> impl IntoView + use<> {
    let mut sample = super::path::Path::default();
    sample.to(0.0, 9.0);
    sample.line(40.0, 9.0);
    let mut dot = super::path::Path::default();
    dot.dot(place, 20.0, 9.0, 5.0);
    let (line_class, dots_class) = (
        super::ink::Ink::Line(place).class(),
        super::ink::Ink::Dots(place).class(),
    );
    let name = line.name.clone();
    view! {
        <span class="key">
            <svg viewBox="0 0 40 18" aria-hidden="true" focusable="false">
                <path class=line_class d=sample.done()></path><path class=dots_class d=dot.done()></path>
            </svg>
            {name}
        </span>
    }
}

fn drawn(shape: &Shape) -> impl IntoView + use<> {
    let (class, d) = (shape.ink.class(), shape.d.clone());
    view! { <path class=class d=d></path> }
}

fn written(label: &Label) -> impl IntoView + use<> {
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let (class, text) = (label.pen.class(), label.text.clone());
    let (x, y) = (format!("{:.1}", label.x), format!("{:.1}", label.y));
    view! { <text class=class x=x y=y text-anchor=anchor>{text}</text> }
}

/// Ages from birth along the bottom, dates where it is not known, or statures: as many as fit.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 2 and 14"
)]
pub(super) fn ticks(seen: Window, plot: &Plot, width: f64, t: Words) -> Vec<Tick> {
    let most = (width / 74.0).clamp(2.0, 14.0) as u8;
    match plot.axis {
        Axis::Age(birth) => age_ticks(seen, birth, most, t.terms()),
        Axis::Calendar => calendar_ticks(seen, most, t.terms()),
        Axis::Stature => {
            let mut ticks = ValueScale::new(seen.from, seen.to, most).ticks(t.terms());
            ticks
                .iter_mut()
                .for_each(|tick| tick.label.push_str("\u{a0}cm"));
            ticks
        }
    }
}
