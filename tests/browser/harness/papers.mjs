// Real files, made here byte by byte, with secrets where careless programs would leave them.

import zlib from "node:zlib";

/** A PDF of one page that any reader opens, with a text in its page and a remark in its head. */
export function pdf(text) {
  const page = `BT /F1 24 Tf 40 120 Td (${text}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Title (${text}) >>`,
  ];
  let file = "%PDF-1.4\n";
  const starts = objects.map((body, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return start;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** A PNG like a scan: light paper with dark lines; `remark` is written into its text chunk. */
export function png(width, height, remark) {
  const rows = [];
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 3, 0xf8);
    row[0] = 0;
    if (y % 12 < 2) row.fill(0x20, 1 + 30, 1 + width * 3 - 30);
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("tEXt", Buffer.from(`Comment\0${remark}`, "latin1")),
    chunk("IDAT", zlib.deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind, body) {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, sum]);
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/**
 * A photo as a telephone writes it: lying on its side (EXIF orientation 6), with the place where it was taken. The
 * page draws its pixels: stored `width` × `height`, the left half red, the right half blue; upright, red is above.
 * Gives back the file, and the bytes that tell the place.
 */
export async function photo(page, { width = 640, height = 480, maker }) {
  const drawn = await page.evaluate(
    async ({ width, height }) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const context = canvas.getContext("2d");
      context.fillStyle = "#d02020";
      context.fillRect(0, 0, width / 2, height);
      context.fillStyle = "#2040d0";
      context.fillRect(width / 2, 0, width / 2, height);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.92));
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    { width, height },
  );
  const jpeg = Buffer.from(drawn);
  const { exif, place } = exifBlock(maker);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  const file = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
  return { file, place };
}

// TIFF 6.0 and EXIF 2.32: big-endian, one directory with maker, orientation and a pointer to the GPS directory.
function exifBlock(maker) {
  const name = Buffer.from(`${maker}\0`, "latin1");
  const [first, gps] = [8, 8 + 2 + 3 * 12 + 4];
  const data = gps + 2 + 4 * 12 + 4;
  const place = Buffer.concat([
    rationals([45, 1], [45, 1], [517_391, 10_000]),
    rationals([4, 1], [50, 1], [138_117, 10_000]),
  ]);
  const entries = (list) => {
    const block = Buffer.alloc(2 + list.length * 12 + 4);
    block.writeUInt16BE(list.length, 0);
    list.forEach(([tag, type, count, value], index) => {
      const at = 2 + index * 12;
      block.writeUInt16BE(tag, at);
      block.writeUInt16BE(type, at + 2);
      block.writeUInt32BE(count, at + 4);
      if (type === 3) block.writeUInt16BE(value, at + 8);
      else if (Buffer.isBuffer(value)) value.copy(block, at + 8);
      else block.writeUInt32BE(value, at + 8);
    });
    return block;
  };
  const tiff = Buffer.concat([
    Buffer.from("MM\0*", "latin1"),
    Buffer.from([0, 0, 0, first]),
    entries([
      [0x010f, 2, name.length, data + place.length],
      [0x0112, 3, 1, 6],
      [0x8825, 4, 1, gps],
    ]),
    entries([
      [1, 2, 2, Buffer.from("N\0\0\0", "latin1")],
      [2, 5, 3, data],
      [3, 2, 2, Buffer.from("E\0\0\0", "latin1")],
      [4, 5, 3, data + 24],
    ]),
    place,
    name,
  ]);
  return { exif: Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]), place };
}

function rationals(...pairs) {
  const bytes = Buffer.alloc(pairs.length * 8);
  pairs.flat().forEach((number, index) => bytes.writeUInt32BE(number, index * 4));
  return bytes;
}
