//! Lists that several people add to: values, events, reviews. Two additions made apart are both kept.

use serde_json::{Map, Value};

use crate::entry::Kind;

/// Puts two changes of a list together: what either added stays, what either took away goes. None if both changed the
/// same item, or wrote different values for the same moment: then a person decides.
pub(crate) fn gather(
    old: Option<&Value>,
    mine: Option<&Value>,
    theirs: Option<&Value>,
) -> Option<Value> {
    let items = |value: Option<&Value>| match value {
        None => Some(Vec::new()),
        Some(Value::Array(items)) => Some(items.clone()),
        Some(_) => None,
    };
    let (old, mine, theirs) = (items(old)?, items(mine)?, items(theirs)?);
    let (my_new, my_gone) = (without(&mine, &old), without(&old, &mine));
    let (their_new, their_gone) = (without(&theirs, &old), without(&old, &theirs));
    let both_changed = my_gone.iter().any(|item| their_gone.contains(item));
    if both_changed && my_new != their_new {
        return None;
    }
    // The same addition made by both is one.
    let more = without(&their_new, &my_new);
    let clash = |item: &&Value| {
        moment(item).is_some_and(|at| my_new.iter().any(|mine| moment(mine) == Some(at)))
    };
    if more.iter().any(|item| clash(&item)) {
        return None;
    }
    let mut all = without(&mine, &their_gone);
    all.extend(more);
    Some(Value::Array(all))
}

/// Takes out of `fields` of both sides what [`gather`] can put together, and gives it back.
pub(crate) fn gathered(
    kind: Option<Kind>,
    [old, my, their]: [&Map<String, Value>; 3],
) -> Vec<(&'static str, Value)> {
    let fields = kind.map_or(&[][..], Kind::gathered_fields);
    let differs = |side: &Map<String, Value>, field: &str| side.get(field) != old.get(field);
    // A value means nothing without its unit: where either side changed what the list is about, a person decides.
    let groups = kind.map_or(&[][..], Kind::bound_fields);
    let about = |field: &str| {
        let group = groups.iter().find(|group| group.contains(&field));
        let mut others = group.into_iter().flat_map(|group| group.iter());
        others.any(|other| *other != field && (differs(my, other) || differs(their, other)))
    };
    let both = fields
        .iter()
        .filter(|field| differs(my, field) && differs(their, field) && !about(field));
    both.filter_map(|field| {
        let value = gather(old.get(*field), my.get(*field), their.get(*field))?;
        Some((*field, value))
    })
    .collect()
}

/// The items of a list that the other does not have, each as often as it is more often there.
fn without(items: &[Value], other: &[Value]) -> Vec<Value> {
    let mut other = other.to_vec();
    let mut left = Vec::new();
    for item in items {
        match other.iter().position(|there| there == item) {
            Some(place) => {
                other.swap_remove(place);
            }
            None => left.push(item.clone()),
        }
    }
    left
}

/// What two items of a list cannot share: the day and time of a value in its short form (see [`crate::entry::Reading`]), the
/// question of an answer (see [`crate::entry::Answer`]). Other items have none: two events of the same minute are two events.
fn moment(item: &Value) -> Option<&str> {
    match item {
        Value::String(text) => text.split(' ').next(),
        _ => item.get("question")?.as_str(),
    }
}
