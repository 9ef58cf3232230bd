//! A carnet of one's own from what one reads in another: a new genesis, every entry sealed anew by this account, files taken
//! along as they are. Members, rights and links stay behind. What nobody could stop anyone from writing down by hand needs
//! nobody's consent.

use std::collections::BTreeSet;

use domain::{FileRef, Plain};
use protocol::ids::{CarnetId, EntryId, MemberId};

use crate::files::{Means, OnProgress, Progress};
use crate::keeper::{Edit, Keeper};
use crate::scene::{CarnetView, EntryView};
use crate::trouble::Trouble;

/// Copies the open carnet; gives the new one, which is open afterwards. One that could not be finished is taken away again.
pub(crate) async fn run(keeper: &Keeper, progress: &OnProgress) -> Result<CarnetId, Trouble> {
    keeper.sync().await?;
    let view = keeper.scene().open.clone().ok_or(Trouble::NotFound)?;
    let from = keeper.means().await?;
    let label = called(&view, view.me);
    let new = keeper.found(label).await?;
    let to = Means {
        carnet: new,
        ..from.clone()
    };
    let filled = fill(keeper, &view, &from, &to, progress).await;
    if let Err(trouble) = filled {
        // Nothing half done: if even this does not arrive, it can be erased by hand like any other.
        let _left_for_later = keeper.undo_copy(new, view.id).await;
        return Err(trouble);
    }
    Ok(new)
}

async fn fill(
    keeper: &Keeper,
    view: &CarnetView,
    from: &Means,
    to: &Means,
    progress: &OnProgress,
) -> Result<(), Trouble> {
    let shared: Vec<(EntryId, Plain)> = plains(view.entries.values().map(|entry| &**entry));
    let private: Vec<(&str, Vec<(EntryId, Plain)>)> = view
        .compartments
        .iter()
        .map(|place| {
            let entries = place.entries.values().map(|entry| &**entry);
            (place.name.as_str(), plains(entries))
        })
        .collect();
    let all = shared
        .iter()
        .chain(private.iter().flat_map(|(_, kept)| kept));
    for (number, file) in files(all.map(|(_, plain)| plain)).iter().enumerate() {
        let tell = |done: u64| {
            progress(Progress {
                file: number,
                done: done.min(file.size),
                total: file.size,
                looking: false,
            });
        };
        crate::files::copy(from, to, file, tell).await?;
    }
    keeper.open_carnet(to.carnet).await?;
    // Under their own names, so that entries still find each other.
    let edits = shared.into_iter().map(|(id, plain)| Edit {
        entry: Some(id),
        seen: Vec::new(),
        plain,
    });
    keeper.put_many(edits.collect()).await?;
    for (name, kept) in private {
        let name = if name.is_empty() { "·" } else { name };
        let place = keeper.add_compartment(name.to_owned()).await?;
        let edits = kept.into_iter().map(|(_, plain)| Edit {
            entry: None,
            seen: Vec::new(),
            plain,
        });
        keeper.put_private(place, edits.collect()).await?;
    }
    Ok(())
}

/// What can be read and written again, each in the version that is shown.
fn plains<'a>(entries: impl Iterator<Item = &'a EntryView>) -> Vec<(EntryId, Plain)> {
    let read = entries.filter_map(|entry| {
        let plain = entry.plain().filter(|plain| plain.editable())?;
        Some((entry.id, plain.clone()))
    });
    read.collect()
}

/// Every file that these entries name, once.
fn files<'a>(plains: impl Iterator<Item = &'a Plain>) -> Vec<FileRef> {
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    for plain in plains {
        for file in plain.entry.files() {
            file.each(&mut |file| {
                if seen.insert(file.blob.clone()) {
                    files.push(file.clone());
                }
            });
        }
    }
    files
}

fn called(view: &CarnetView, id: MemberId) -> String {
    view.names.get(&id).cloned().unwrap_or_default()
}
