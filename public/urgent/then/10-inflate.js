// DEFLATE (RFC 1951) undone, for browsers that cannot do it themselves.

// Lengths 3 to 258 and distances 1 to 32768: the first value of each symbol, and how many bits follow it.
function ladder(first, count, run) {
  const steps = [];
  for (let symbol = 0, value = first; symbol < count; symbol += 1) {
    const extra = symbol < 2 * run ? 0 : Math.floor(symbol / run) - 1;
    steps.push({ value, extra });
    value += 1 << extra;
  }
  return steps;
}
const LENGTHS = ladder(3, 28, 4).concat([{ value: 258, extra: 0 }]);
const DISTANCES = ladder(1, 30, 2);
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

// A table from the next bits to a symbol and the length of its code, for codes of these lengths.
function huffman(lengths) {
  const most = lengths.reduce((one, other) => Math.max(one, other), 0);
  const cells = new Uint16Array(1 << most);
  let code = 0;
  for (let length = 1; length <= most; length += 1, code <<= 1) {
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      if (code >= 1 << length) throw no("broken");
      let turned = 0;
      for (let bit = 0; bit < length; bit += 1) turned |= ((code >> bit) & 1) << (length - 1 - bit);
      for (let at = turned; at < cells.length; at += 1 << length) cells[at] = (symbol << 4) | length;
      code += 1;
    }
  }
  return { most, cells };
}

const FIXED = (() => {
  const lengths = [];
  for (let symbol = 0; symbol < 288; symbol += 1) lengths.push(symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
  return [huffman(lengths), huffman(new Array(30).fill(5))];
})();

// Gives the bytes back; refuses what is broken, and what would become longer than `most`.
function inflate(bytes, most) {
  let at = 0;
  let hold = 0;
  let held = 0;
  let out = new Uint8Array(Math.min(most, bytes.length * 5 + 1024));
  let end = 0;

  function bits(count) {
    for (; held < count; held += 8) {
      if (at >= bytes.length) throw no("broken");
      hold |= bytes[at++] << held;
    }
    const value = hold & ((1 << count) - 1);
    hold >>>= count;
    held -= count;
    return value;
  }

  function symbol(table) {
    for (; held < table.most && at < bytes.length; held += 8) hold |= bytes[at++] << held;
    const cell = table.cells[hold & ((1 << table.most) - 1)];
    const length = cell & 15;
    if (length === 0 || length > held) throw no("broken");
    hold >>>= length;
    held -= length;
    return cell >> 4;
  }

  function room(more) {
    if (end + more <= out.length) return;
    if (end + more > most) throw no("broken");
    const larger = new Uint8Array(Math.min(most, Math.max(out.length * 2, end + more)));
    larger.set(out);
    out = larger;
  }

  function stored() {
    hold = 0;
    // Whole bytes that were taken ahead go back.
    at -= held >> 3;
    held = 0;
    if (at + 4 > bytes.length) throw no("broken");
    const length = bytes[at] | (bytes[at + 1] << 8);
    if ((length ^ 0xffff) !== (bytes[at + 2] | (bytes[at + 3] << 8)) || at + 4 + length > bytes.length) throw no("broken");
    room(length);
    out.set(bytes.subarray(at + 4, at + 4 + length), end);
    end += length;
    at += 4 + length;
  }

  function tables() {
    const [literals, distances, codes] = [bits(5) + 257, bits(5) + 1, bits(4) + 4];
    const lengths = new Array(19).fill(0);
    for (let one = 0; one < codes; one += 1) lengths[CODE_ORDER[one]] = bits(3);
    const table = huffman(lengths);
    const all = [];
    while (all.length < literals + distances) {
      const next = symbol(table);
      if (next < 16) {
        all.push(next);
        continue;
      }
      if (next === 16 && all.length === 0) throw no("broken");
      const repeated = next === 16 ? all[all.length - 1] : 0;
      for (let times = next === 16 ? 3 + bits(2) : next === 17 ? 3 + bits(3) : 11 + bits(7); times > 0; times -= 1) all.push(repeated);
    }
    if (all.length > literals + distances) throw no("broken");
    return [huffman(all.slice(0, literals)), huffman(all.slice(literals))];
  }

  function packed(pair) {
    for (;;) {
      const next = symbol(pair[0]);
      if (next === 256) return;
      if (next < 256) {
        room(1);
        out[end++] = next;
        continue;
      }
      const length = LENGTHS[next - 257];
      if (!length) throw no("broken");
      const count = length.value + bits(length.extra);
      const distance = DISTANCES[symbol(pair[1])];
      if (!distance) throw no("broken");
      const back = distance.value + bits(distance.extra);
      if (back > end) throw no("broken");
      room(count);
      for (let copied = 0; copied < count; copied += 1, end += 1) out[end] = out[end - back];
    }
  }

  for (let last = 0; !last; ) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) stored();
    else if (kind === 3) throw no("broken");
    else packed(kind === 1 ? FIXED : tables());
  }
  return out.subarray(0, end);
}
