//! WebM and Matroska (RFC 9559): elements within elements, each with an id and a length of variable width.

use super::reader::Reader;
use super::{Odd, Patch, Plan};

const EBML: u64 = 0x1A45_DFA3;
const SEGMENT: u64 = 0x1853_8067;
const CLUSTER: u64 = 0x1F43_B675;
const TAGS: u64 = 0x1254_C367;
const ATTACHMENTS: u64 = 0x1941_A469;
const VOID: u64 = 0xEC;
/// What else a segment holds: the way to its parts, about the film, its tracks, its times, its chapters.
const PARTS: &[u64] = &[
    0x114D_9B74,
    0x1549_A966,
    0x1654_AE6B,
    0x1C53_BB6B,
    0x1043_A770,
    0xBF,
];
/// What a cluster without a length holds: its time, its blocks, what is written about them.
const BLOCKS: &[u64] = &[0xE7, 0xA3, 0xA0, 0xA7, 0xAB, 0x5854, 0xBF];
/// Elements that are looked at in one film.
const ELEMENTS: u32 = 400_000;

/// Whether a file begins like one.
pub(super) fn is_one(beginning: &[u8]) -> bool {
    beginning.starts_with(&[0x1A, 0x45, 0xDF, 0xA3])
}

/// An element: from `at` to `end`, what it holds from `body` on. No end: it was being recorded when it was written.
struct Element {
    id: u64,
    at: u64,
    body: u64,
    end: Option<u64>,
}

/// What is to be overwritten.
pub(super) async fn plan(reader: &mut Reader<'_>) -> Result<Plan, Odd> {
    let size = reader.size();
    let head = element(reader, 0, size).await?;
    let first = head.end.filter(|_| head.id == EBML).ok_or(Odd::Form)?;
    let segment = element(reader, first, size).await?;
    if segment.id != SEGMENT {
        return Err(Odd::Form);
    }
    let limit = segment.end.unwrap_or(size);
    let mut plan = Plan::default();
    let (mut at, mut left) = (segment.body, ELEMENTS);
    let mut open = false;
    while at < limit {
        left = left.checked_sub(1).ok_or(Odd::Form)?;
        let part = element(reader, at, limit).await?;
        at = match (part.id, part.end) {
            (CLUSTER, end) => {
                open = end.is_none();
                end.unwrap_or(part.body)
            }
            (TAGS | ATTACHMENTS | VOID, Some(end)) => {
                plan.patches.push(void(part.at, end));
                end
            }
            (id, Some(end)) if PARTS.contains(&id) || open && BLOCKS.contains(&id) => end,
            _ => return Err(Odd::Form),
        };
    }
    // What follows the segment belongs to nothing.
    if limit < size {
        plan.patches.push(Patch {
            at: limit,
            bytes: Vec::new(),
            zeros: size - limit,
        });
    }
    Ok(plan)
}

/// Free space of the same length.
fn void(at: u64, end: u64) -> Patch {
    let whole = end - at;
    let bytes = if whole < 9 {
        let rest = u8::try_from(whole.saturating_sub(2)).unwrap_or_default();
        vec![0xEC, 0x80 | rest]
    } else {
        let rest = (1 << 56) | (whole - 9);
        let mut bytes = vec![0xEC];
        bytes.extend_from_slice(&u64::to_be_bytes(rest));
        bytes
    };
    let zeros = whole - bytes.len() as u64;
    Patch { at, bytes, zeros }
}

async fn element(reader: &mut Reader<'_>, at: u64, limit: u64) -> Result<Element, Odd> {
    let (id, wide) = number(reader, at, 4, false).await?;
    let (length, wider) = number(reader, at + wide, 8, true).await?;
    let body = at + wide + wider;
    let unknown = length == (1 << (7 * wider)) - 1;
    let end = if unknown {
        None
    } else {
        let end = body.checked_add(length).filter(|end| *end <= limit);
        Some(end.ok_or(Odd::Form)?)
    };
    if body > limit {
        return Err(Odd::Form);
    }
    Ok(Element { id, at, body, end })
}

/// A number of variable width, and its width; `bare`: without the mark that tells the width.
async fn number(
    reader: &mut Reader<'_>,
    at: u64,
    widest: u64,
    bare: bool,
) -> Result<(u64, u64), Odd> {
    let [first] = reader.array(at).await?;
    let width = u64::from(first.leading_zeros()) + 1;
    if width > widest {
        return Err(Odd::Form);
    }
    let length = usize::try_from(width).map_err(|_| Odd::Form)?;
    let bytes = reader.bytes(at, length).await?;
    let whole = bytes
        .iter()
        .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let mark = 1 << (7 * width);
    Ok((if bare { whole & (mark - 1) } else { whole }, width))
}
