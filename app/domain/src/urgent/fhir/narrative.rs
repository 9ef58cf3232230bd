//! What people read, as XHTML that nothing can break out of.

use crate::entry::Phone;
use crate::export::html::Html;
use crate::urgent::Item;

/// A section's items. `marked` says whether those that are not confirmed say so: they do once there was a confirmation.
pub(super) fn of_items<'a>(items: impl IntoIterator<Item = &'a Item>, marked: bool) -> String {
    let mut html = start();
    html.raw("<ul>");
    for item in items {
        html.raw("<li><p><strong>")
            .text(&item.title)
            .raw("</strong>");
        if marked && !item.confirmed {
            html.raw(" <span class=\"mark-unconfirmed\">")
                .text("ajouté ou changé depuis la confirmation · not yet confirmed")
                .raw("</span>");
        }
        html.raw("</p>");
        for line in &item.lines {
            html.raw("<p>").text(line).raw("</p>");
        }
        for phone in &item.phones {
            telephone(&mut html, phone);
        }
        html.raw("</li>");
    }
    html.raw("</ul>");
    end(html)
}

/// A section where nothing stands, and why.
pub(super) fn of_words(words: &str) -> String {
    let mut html = start();
    html.raw("<p>").text(words).raw("</p>");
    end(html)
}

/// A number that a telephone can dial by a touch.
fn telephone(html: &mut Html, phone: &Phone) {
    let dialled: String = phone
        .number
        .chars()
        .enumerate()
        .filter(|(at, c)| c.is_ascii_digit() || (*at == 0 && *c == '+'))
        .map(|(_, c)| c)
        .collect();
    html.raw("<p>");
    if dialled.is_empty() {
        html.text(&phone.number);
    } else {
        html.raw("<a href=\"tel:").text(&dialled).raw("\">");
        html.text(&phone.number).raw("</a>");
    }
    if !phone.label.is_empty() {
        html.text(" · ").text(&phone.label);
    }
    html.raw("</p>");
}

fn start() -> Html {
    let mut html = Html::default();
    html.raw("<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fr\" xml:lang=\"fr\">");
    html
}

fn end(mut html: Html) -> String {
    html.raw("</div>");
    html.done()
}
