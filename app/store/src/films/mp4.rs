//! MP4 and QuickTime (ISO/IEC 14496-12, and Apple's older book): boxes within boxes, each a length and a name.

use super::reader::Reader;
use super::{Odd, Patch, Plan};

type Name = [u8; 4];

/// What may stand at the top.
const TOP: &[&Name] = &[
    b"ftyp", b"moov", b"moof", b"mdat", b"mfra", b"sidx", b"ssix", b"styp", b"prft", b"pdin",
    b"wide", b"emsg", b"free", b"skip", b"meta",
];
/// What a film's own box may hold.
const MOVIE: &[&Name] = &[
    b"mvhd", b"trak", b"mvex", b"iods", b"pssh", b"rmra", b"ctab", b"clip", b"prfl", b"udta",
    b"meta", b"free", b"skip",
];
/// What the description of a track, or a piece of a film, may hold: tables of samples.
const TABLES: &[&Name] = &[
    b"vmhd", b"smhd", b"hmhd", b"nmhd", b"sthd", b"gmhd", b"dinf", b"hdlr", b"stts", b"ctts",
    b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"stss", b"stps", b"sdtp", b"sbgp", b"sgpd",
    b"subs", b"saiz", b"saio", b"senc", b"cslg", b"stsh", b"padb", b"stdp", b"mfhd", b"pssh",
    b"tfhd", b"tfdt", b"trun",
];
/// What a description of samples may not hold if nothing of a place shall be left: notes of whoever made it.
const TELLING: &[&Name] = &[b"uuid", b"udta", b"loci", b"\xa9xyz"];
/// Notes that say nothing of a place: titles, rights, the day, loudness, what a track is for.
const NOTES: &[&Name] = &[
    b"name", b"titl", b"\xa9nam", b"cprt", b"\xa9cpy", b"\xa9day", b"kind", b"hnti", b"hinf",
    b"ludt", b"meta",
];
/// The same in lists of iTunes' make.
const ITEMS: &[&Name] = &[b"\xa9nam", b"\xa9day", b"\xa9too"];
/// The same in Apple's newer lists.
const KEYS: &[&[u8]] = &[
    b"com.apple.quicktime.creationdate",
    b"com.apple.quicktime.title",
    b"com.apple.quicktime.full-frame-rate-playback-intent",
    b"com.android.capture.fps",
];
/// What a track may be for when it is not pictures or sound and still tells nothing of a place.
const PLAIN: &[&Name] = &[b"vide", b"soun", b"auxv", b"hint", b"tmcd", b"pict"];
/// The longest table of names, or description of a track, that is looked into, in bytes.
const TABLE: u64 = 64 * 1024;
/// Boxes that are looked at in one film.
const BOXES: u32 = 400_000;

/// A box: from `at` to `end`, what it holds from `body` on.
#[derive(Clone, Copy)]
struct Part {
    name: Name,
    at: u64,
    body: u64,
    end: u64,
}

/// Whether a file begins like one.
pub(super) fn is_one(beginning: &[u8]) -> bool {
    let name = beginning.get(4..8);
    // QuickTime files of the old kind have no `ftyp`.
    name.is_some_and(|name| {
        [
            &b"ftyp"[..],
            b"moov",
            b"mdat",
            b"wide",
            b"free",
            b"skip",
            b"pnot",
        ]
        .contains(&name)
    })
}

/// What is to be overwritten.
pub(super) async fn plan(reader: &mut Reader<'_>) -> Result<Plan, Odd> {
    let mut walk = Walk {
        reader,
        plan: Plan::default(),
        left: BOXES,
    };
    walk.top().await?;
    Ok(walk.plan)
}

struct Walk<'a, 'b> {
    reader: &'a mut Reader<'b>,
    plan: Plan,
    left: u32,
}

impl Walk<'_, '_> {
    async fn top(&mut self) -> Result<(), Odd> {
        let (mut at, size, mut films) = (0, self.reader.size(), 0);
        while let Some(part) = self.next(at, size).await? {
            at = part.end;
            match &part.name {
                b"moov" => {
                    films += 1;
                    self.movie(part).await?;
                }
                b"meta" => self.meta_or_free(part).await,
                b"free" | b"skip" => self.free(part),
                b"moof" => self.tables(part).await?,
                name if TOP.contains(&name) => {}
                _ => self.free(part),
            }
        }
        // Without its table of contents there is nothing to be understood.
        if films == 1 { Ok(()) } else { Err(Odd::Form) }
    }

    async fn movie(&mut self, movie: Part) -> Result<(), Odd> {
        let mut at = movie.body;
        while let Some(part) = self.next(at, movie.end).await? {
            at = part.end;
            match &part.name {
                b"trak" => self.track(part).await?,
                b"udta" => self.notes_or_free(part).await,
                b"meta" => self.meta_or_free(part).await,
                b"free" | b"skip" => self.free(part),
                // A packed table of contents, which only very old programs wrote.
                b"cmov" => return Err(Odd::Form),
                name if MOVIE.contains(&name) => {}
                _ => self.free(part),
            }
        }
        Ok(())
    }

    async fn track(&mut self, track: Part) -> Result<(), Odd> {
        let mut at = track.body;
        while let Some(part) = self.next(at, track.end).await? {
            at = part.end;
            match &part.name {
                b"udta" => self.notes_or_free(part).await,
                b"meta" => self.meta_or_free(part).await,
                b"uuid" | b"free" | b"skip" => self.free(part),
                b"mdia" => self.media(part).await?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether a track carries measurements rather than pictures or sound.
    async fn media(&mut self, media: Part) -> Result<(), Odd> {
        let (mut at, mut plain) = (media.body, false);
        let mut table = None;
        while let Some(part) = self.next(at, media.end).await? {
            at = part.end;
            match &part.name {
                b"hdlr" => {
                    let kind: Name = self.reader.array(part.body + 8).await?;
                    plain = PLAIN.contains(&&kind);
                }
                b"minf" => table = Some(part),
                b"udta" => self.notes_or_free(part).await,
                _ => {}
            }
        }
        if !plain && !self.describes_no_place(table).await? {
            self.plan.measured = true;
        }
        if let Some(table) = table {
            self.tables(table).await?;
        }
        Ok(())
    }

    /// Looks through tables of samples. Nothing of them may move or go; what is not known among them stays, and is told.
    async fn tables(&mut self, outer: Part) -> Result<(), Odd> {
        let mut open = vec![outer];
        while let Some(outer) = open.pop() {
            let mut at = outer.body;
            while let Some(part) = self.next(at, outer.end).await? {
                at = part.end;
                match &part.name {
                    b"stbl" | b"traf" => open.push(part),
                    b"udta" => self.notes_or_free(part).await,
                    b"meta" => self.meta_or_free(part).await,
                    b"uuid" | b"free" | b"skip" => self.free(part),
                    b"stsd" => self.plan.measured |= self.may_tell(part).await?,
                    name => self.plan.measured |= !TABLES.contains(&name),
                }
            }
        }
        Ok(())
    }

    /// Whether a description of samples may hold notes that say a place.
    async fn may_tell(&mut self, described: Part) -> Result<bool, Odd> {
        let length = described.end - described.body;
        if length > TABLE {
            return Ok(true);
        }
        let length = usize::try_from(length).map_err(|_| Odd::Form)?;
        let said = self.reader.bytes(described.body, length).await?;
        Ok(said
            .windows(4)
            .any(|some| TELLING.iter().any(|name| some == name.as_slice())))
    }

    /// A telephone's own notes name what they hold, and may well hold no place; anything else is not looked into.
    async fn describes_no_place(&mut self, within: Option<Part>) -> Result<bool, Odd> {
        let mut found = within;
        for name in [b"stbl", b"stsd"] {
            let Some(outer) = found else { return Ok(false) };
            let mut at = outer.body;
            found = None;
            while let Some(part) = self.next(at, outer.end).await? {
                at = part.end;
                if part.name == *name {
                    found = Some(part);
                }
            }
        }
        let Some(table) = found.filter(|table| table.end - table.body <= TABLE) else {
            return Ok(false);
        };
        let length = usize::try_from(table.end - table.body).map_err(|_| Odd::Form)?;
        let said = self.reader.bytes(table.body, length).await?;
        let said = said.to_ascii_lowercase();
        let says = |word: &[u8]| said.windows(word.len()).any(|some| some == word);
        Ok(said.get(12..16) == Some(b"mebx") && !says(b"location") && !says(b"gps"))
    }

    /// Notes beside the film. What cannot be read of them is taken out whole.
    async fn notes_or_free(&mut self, notes: Part) {
        let before = self.plan.patches.len();
        if self.notes(notes).await.is_err() {
            self.plan.patches.truncate(before);
            self.free(notes);
        }
    }

    async fn notes(&mut self, notes: Part) -> Result<(), Odd> {
        let mut at = notes.body;
        while let Some(part) = self.next(at, notes.end).await? {
            at = part.end;
            match &part.name {
                b"meta" => self.meta_or_free(part).await,
                name if NOTES.contains(&name) => {}
                _ => self.free(part),
            }
        }
        // QuickTime ends such a list with four zeros. Whatever else is there is nothing that anybody reads.
        self.zero(at, notes.end);
        Ok(())
    }

    async fn meta_or_free(&mut self, meta: Part) {
        let before = self.plan.patches.len();
        if self.meta(meta).await.is_err() {
            self.plan.patches.truncate(before);
            self.free(meta);
        }
    }

    async fn meta(&mut self, meta: Part) -> Result<(), Odd> {
        // QuickTime's own has no version in front of what it holds.
        let start: [u8; 8] = self.reader.array(meta.body).await?;
        let mut at = if start.ends_with(b"hdlr") {
            meta.body
        } else {
            meta.body + 4
        };
        let (mut keys, mut lists) = (None, Vec::new());
        while let Some(part) = self.next(at, meta.end).await? {
            at = part.end;
            match &part.name {
                b"hdlr" => {}
                b"keys" => keys = Some(self.keys(part).await?),
                b"ilst" => lists.push(part),
                _ => self.free(part),
            }
        }
        self.zero(at, meta.end);
        for list in lists {
            self.items(list, keys.as_deref()).await?;
        }
        Ok(())
    }

    /// Which of the numbered names may keep what they stand for.
    async fn keys(&mut self, keys: Part) -> Result<Vec<bool>, Odd> {
        let length = keys.end - keys.body;
        if length > TABLE {
            return Err(Odd::Form);
        }
        let length = usize::try_from(length).map_err(|_| Odd::Form)?;
        let mut rest = self
            .reader
            .bytes(keys.body, length)
            .await?
            .get(8..)
            .ok_or(Odd::Form)?;
        let mut kept = Vec::new();
        while let Some((head, _)) = rest.split_first_chunk::<8>() {
            let [a, b, c, d, ..] = *head;
            let long = u32::from_be_bytes([a, b, c, d]) as usize;
            let name = rest.get(8..long).ok_or(Odd::Form)?;
            kept.push(KEYS.contains(&name));
            rest = rest.get(long..).ok_or(Odd::Form)?;
        }
        Ok(kept)
    }

    async fn items(&mut self, list: Part, keys: Option<&[bool]>) -> Result<(), Odd> {
        let mut at = list.body;
        while let Some(part) = self.next(at, list.end).await? {
            at = part.end;
            let number = u32::from_be_bytes(part.name) as usize;
            let keep = match keys {
                Some(keys) => {
                    number.checked_sub(1).and_then(|place| keys.get(place)) == Some(&true)
                }
                None => ITEMS.contains(&&part.name),
            };
            if !keep {
                self.free(part);
            }
        }
        self.zero(at, list.end);
        Ok(())
    }

    /// The box that begins at `at`, within `limit`. None at the end, or before a rest that is too short for one.
    async fn next(&mut self, at: u64, limit: u64) -> Result<Option<Part>, Odd> {
        if limit.saturating_sub(at) < 8 {
            return Ok(None);
        }
        self.left = self.left.checked_sub(1).ok_or(Odd::Form)?;
        let [a, b, c, d, name @ ..]: [u8; 8] = self.reader.array(at).await?;
        let (length, head) = match u32::from_be_bytes([a, b, c, d]) {
            0 => (limit - at, 8),
            1 => {
                let long: [u8; 8] = self.reader.array(at + 8).await?;
                (u64::from_be_bytes(long), 16)
            }
            short => (u64::from(short), 8),
        };
        let end = at.checked_add(length).filter(|end| *end <= limit);
        match end {
            Some(end) if length >= head => Ok(Some(Part {
                name,
                at,
                body: at + head,
                end,
            })),
            _ => Err(Odd::Form),
        }
    }

    /// Makes a box free space.
    fn free(&mut self, part: Part) {
        self.plan.patches.push(Patch {
            at: part.at + 4,
            bytes: b"free".to_vec(),
            zeros: 0,
        });
        self.zero(part.body, part.end);
    }

    fn zero(&mut self, from: u64, end: u64) {
        if from < end {
            self.plan.patches.push(Patch {
                at: from,
                bytes: Vec::new(),
                zeros: end - from,
            });
        }
    }
}
