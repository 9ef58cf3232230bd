//! Seals a file in pieces, and opens a range of it without the rest.

use sealing::file::FileSealer;
use sealing::file_opener::FileOpener;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let video = vec![42; 300_000];

    let mut sealed = Vec::new();
    let mut sealer = FileSealer::start(&mut sealed);
    for piece in video.chunks(10_000) {
        // In the app, what has come out so far is uploaded here.
        sealer.push(piece, &mut sealed);
    }
    let (secret, facts) = sealer.finish(&mut sealed);

    // The entry that names the file holds `secret` and `facts`. A player asks for a part:
    let head = &sealed[..facts.head_length as usize];
    let opener = FileOpener::new(&secret, facts, head)?;
    let range = opener.sealed_range(200_000..200_100)?;
    let fetched = &sealed[usize::try_from(range.bytes.start)?..usize::try_from(range.bytes.end)?];
    assert_eq!(
        opener.open_range(&range, fetched)?,
        &video[200_000..200_100]
    );
    Ok(())
}
