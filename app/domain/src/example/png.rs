//! A PNG without compression: palette, one byte a pixel (PNG specification, W3C; zlib with stored blocks, RFC 1950, 1951).

use super::paint::Picture;

pub(super) fn to_png(picture: &Picture) -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(picture.width.to_be_bytes());
    header.extend(picture.height.to_be_bytes());
    // Eight bits, palette, and the only compression, filter and order of rows that need no word.
    header.extend([8, 3, 0, 0, 0]);
    let palette: Vec<u8> = picture.palette.iter().flatten().copied().collect();
    let mut rows = Vec::with_capacity(picture.pixels.len() + picture.height as usize);
    for row in picture.pixels.chunks(picture.width as usize) {
        rows.push(0);
        rows.extend(row);
    }
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut png, *b"IHDR", &header);
    chunk(&mut png, *b"PLTE", &palette);
    chunk(&mut png, *b"IDAT", &stored(&rows));
    chunk(&mut png, *b"IEND", &[]);
    png
}

fn chunk(out: &mut Vec<u8>, name: [u8; 4], body: &[u8]) {
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
    out.extend(length.to_be_bytes());
    let start = out.len();
    out.extend(name);
    out.extend(body);
    let sum = crc32(&out[start..]);
    out.extend(sum.to_be_bytes());
}

/// The bytes as a zlib stream of stored blocks.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let mut blocks = bytes.chunks(0xffff).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        out.push(u8::from(blocks.peek().is_none()));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    let (low, high) = bytes.iter().fold((1u32, 0u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    out.extend((high << 16 | low).to_be_bytes());
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    let rest = bytes.iter().fold(u32::MAX, |rest, byte| {
        let [low, ..] = rest.to_le_bytes();
        (rest >> 8) ^ CRC[usize::from(low ^ byte)]
    });
    !rest
}

/// What each byte does to the checksum (PNG specification, annex D).
const CRC: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte: u32 = 0;
    while byte < 256 {
        let mut rest = byte;
        let mut bit = 0;
        while bit < 8 {
            rest = if rest & 1 == 1 {
                0xedb8_8320 ^ (rest >> 1)
            } else {
                rest >> 1
            };
            bit += 1;
        }
        table[byte as usize] = rest;
        byte += 1;
    }
    table
};
