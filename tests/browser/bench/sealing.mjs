// Runs in the page: seals and opens the same bytes three ways, by turns, so that a busy machine is unfair to all alike.

import load, { Bare, Last, Sealer } from "/module/bench.js";
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";

const SIZE = 100 * 1024 * 1024;
const PIECE = 1024 * 1024;
const RUNS = 5;

const pieces = function* (bytes, size = PIECE) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
};

const joined = (parts) => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { seconds: (performance.now() - start) / 1000, result };
}

const ways = {
  async carnet(plain) {
    let means;
    const sealed = await timed(() => {
      const sealer = new Sealer();
      const parts = [...pieces(plain)].map((piece) => sealer.push(piece));
      const last = new Last();
      means = sealer.finish(last);
      return [...parts, last.bytes()];
    });
    const bytes = joined(sealed.result);
    const opened = await timed(() => {
      const head = means.headLength();
      const opener = means.opener(bytes.subarray(0, head));
      const parts = [...pieces(bytes.subarray(head))].map((piece) => opener.push(piece));
      return [...parts, opener.finish()];
    });
    return { seal: sealed.seconds, open: opened.seconds, right: same(joined(opened.result), plain) };
  },
  async reference(plain) {
    const identity = await generateHybridIdentity();
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(identity));
    const sealed = await timed(() => encrypter.encrypt(plain));
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const opened = await timed(() => decrypter.decrypt(sealed.result));
    return { seal: sealed.seconds, open: opened.seconds, right: same(opened.result, plain) };
  },
  async bare(plain) {
    const cipher = new Bare();
    const sealed = await timed(() => [...pieces(plain)].map((piece) => cipher.seal(piece)));
    cipher.again();
    const opened = await timed(() => sealed.result.map((piece) => cipher.open(piece)));
    return { seal: sealed.seconds, open: opened.seconds, right: same(joined(opened.result), plain) };
  },
};

const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** MB/s of each way. */
export async function measure() {
  await load({ module_or_path: "/module/bench.wasm" });
  const plain = new Uint8Array(SIZE);
  for (const piece of pieces(plain, 65_536)) crypto.getRandomValues(piece);
  const times = {};
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const { seal, open, right } = await way(plain);
      if (!right) throw new Error(`${name} gave back something else`);
      times[name] ??= { seal: [], open: [] };
      times[name].seal.push(seal);
      times[name].open.push(open);
    }
  }
  const speed = (seconds) => SIZE / 1e6 / median(seconds);
  const figures = Object.entries(times).map(([name, { seal, open }]) => [name, { seal: speed(seal), open: speed(open) }]);
  return { runs: RUNS, ...Object.fromEntries(figures) };
}
