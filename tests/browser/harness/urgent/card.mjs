// A second implementation of the card's formats, on Node's WebCrypto alone: keys, links, sealed sheets, typed codes. It can
// also do wrong on purpose.

import { webcrypto } from "node:crypto";
import zlib from "node:zlib";

const { subtle } = webcrypto;
const url = (bytes) => Buffer.from(bytes).toString("base64url");
const sha256 = async (bytes) => Buffer.from(await subtle.digest("SHA-256", bytes));
const random = (length) => Buffer.from(webcrypto.getRandomValues(new Uint8Array(length)));

function big(number) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(number));
  return bytes;
}

/** A new card of a site. */
export async function makeCard(origin) {
  const pair = await subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const point = Buffer.from(await subtle.exportKey("raw", pair.publicKey));
  const id = url(await sha256(point));
  return { origin, key: random(32), point, id, signing: pair.privateKey };
}

/** Its link as the QR code carries it after the address. `flag` has P for a passcode. */
export function shlink(card, { flag = "L", more = {} } = {}) {
  const told = { url: `${card.origin}/shl/${card.id}`, flag, key: url(card.key), label: "Carnet", ...more };
  return `shlink:/${url(Buffer.from(JSON.stringify(told)))}`;
}

/**
 * Seals a Bundle, or a Binary. `by` is the card whose key signs (another one is a forgery), `plain` the exact bytes instead of
 * the Bundle's JSON, `header` adds to or takes from the protected header, `deflate` false leaves it as it is.
 */
export async function seal(card, content, { seq = 7, at = Math.floor(Date.now() / 1000), by = card, plain, header = {}, deflate = true } = {}) {
  const bytes = plain ?? Buffer.from(JSON.stringify(content));
  const name = await sha256(by.point);
  const signed = Buffer.concat([Buffer.from("carnet/v1/sheet\0"), name, big(seq), big(at), await sha256(bytes)]);
  const sig = await subtle.sign({ name: "ECDSA", hash: "SHA-256" }, by.signing, signed);
  const told = {
    alg: "dir", enc: "A256GCM", ...(deflate ? { zip: "DEF" } : {}), cty: "application/fhir+json",
    carnet: { key: url(by.point), seq, at, sig: url(Buffer.from(sig)) }, ...header,
  };
  return encrypt(card.key, told, deflate ? zlib.deflateRawSync(bytes) : bytes);
}

async function encrypt(secret, header, bytes) {
  const head = url(Buffer.from(JSON.stringify(header)));
  const iv = random(12);
  const key = await subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt"]);
  const about = { name: "AES-GCM", iv, additionalData: Buffer.from(head), tagLength: 128 };
  const sealed = Buffer.from(await subtle.encrypt(about, key, bytes));
  return [head, "", url(iv), url(sealed.subarray(0, -16)), url(sealed.subarray(-16))].join(".");
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A typed code: its text in groups of four, where the server finds it, and what it finds there. */
export async function makeCode(link) {
  const bytes = random(10);
  const sum = await sha256(Buffer.concat([Buffer.from("carnet/v1/typed-code\0"), bytes]));
  let bits = (BigInt(`0x${bytes.toString("hex")}`) << 20n) | (BigInt(`0x${sum.subarray(0, 3).toString("hex")}`) >> 4n);
  let text = "";
  for (let place = 0; place < 20; place += 1, bits >>= 5n) text = ALPHABET[Number(bits & 31n)] + text;
  const how = { name: "PBKDF2", hash: "SHA-256", salt: Buffer.from("carnet/v1/typed-code"), iterations: 600_000 };
  const password = await subtle.importKey("raw", Buffer.from(text), "PBKDF2", false, ["deriveBits"]);
  const derived = Buffer.from(await subtle.deriveBits(how, password, 512));
  const key = await subtle.importKey("raw", derived.subarray(32), "AES-GCM", false, ["encrypt"]);
  const iv = random(12);
  const sealed = Buffer.from(await subtle.encrypt({ name: "AES-GCM", iv }, key, Buffer.from(link)));
  return { text: text.match(/.{4}/g).join(" "), lookup: url(derived.subarray(0, 32)), sealed: Buffer.concat([iv, sealed]).toString("base64") };
}
