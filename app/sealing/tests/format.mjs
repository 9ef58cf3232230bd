// The formats, written down a second time: see vectors.mjs.
import { createHmac, createHash } from 'node:crypto';

const modules = new URL('../../../tests/browser/node_modules/', import.meta.url);
const load = (path) => import(new URL(path, modules));
const { Encrypter, identityToRecipient } = await load('age-encryption/dist/index.js');
const { xchacha20poly1305 } = await load('@noble/ciphers/chacha.js');
const { ed25519 } = await load('@noble/curves/ed25519.js');
const { scrypt } = await load('@noble/hashes/scrypt.js');
const { bech32 } = await load('@scure/base/index.js');

export const SUITE = Buffer.of(1);
export const utf8 = (text) => Buffer.from(text, 'utf8');
export const cat = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));
export const sha256 = (...parts) => createHash('sha256').update(cat(...parts)).digest();
export const hmac = (key, ...parts) => createHmac('sha256', key).update(cat(...parts)).digest();
export const u32 = (n) => { const b = Buffer.alloc(4); b.writeUInt32BE(n); return b; };
export const u64 = (n) => { const b = Buffer.alloc(8); b.writeBigUInt64BE(BigInt(n)); return b; };
export const url = (bytes) => Buffer.from(bytes).toString('base64url');
export const hex = (bytes) => Buffer.from(bytes).toString('hex');
/** Bytes for tests: the same on every machine. */
export const fixed = (name, length) => sha256(utf8(`vector ${name}`)).subarray(0, length);

export const info = (label, context) => cat(utf8(label), [0], SUITE, context);
export const expand = (prk, label, context = []) => hmac(prk, info(label, context), [1]);
export const derive = (input, label, context = []) => expand(hmac(Buffer.alloc(32), input), label, context);

/** CBOR: numbers, bytes, arrays; all that sealed plaintexts need. */
export const head = (major, n) => (n < 24 ? Buffer.of(major << 5 | n) : n < 256 ? Buffer.of(major << 5 | 24, n)
  : n < 65536 ? Buffer.of(major << 5 | 25, n >> 8, n & 255) : cat([major << 5 | 26], u32(n)));
export const cbor = (value) => (typeof value === 'number' ? head(0, value)
  : Array.isArray(value) ? cat(head(4, value.length), ...value.map(cbor)) : cat(head(2, value.length), value));

export const aead = (key, data, plain, name, suite = SUITE) => {
  const nonce = fixed(`nonce ${name}`, 24);
  return cat(suite, nonce, xchacha20poly1305(key, nonce, cat(suite, data)).encrypt(plain));
};
export const sealedDigest = (sealed) => sha256(utf8('carnet/v1/sealed\0'), SUITE, sealed);

export const secretLine = (seed) => bech32.encodeFromBytes('AGE-SECRET-KEY-PQ-', seed).toUpperCase();
export const recipientBytes = async (seed) => {
  const { words } = bech32.decode(await identityToRecipient(secretLine(seed)), false);
  return Buffer.from(bech32.fromWords(words));
};
export const toSeed = async (seed, plain) => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(secretLine(seed)));
  return Buffer.from(await encrypter.encrypt(plain));
};
export const toPassphrase = async (passphrase, logN, plain) => {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(logN);
  return Buffer.from(await encrypter.encrypt(plain));
};
export const member = async (seed) => {
  const recipient = await recipientBytes(seed);
  const signing = Buffer.from(ed25519.getPublicKey(derive(seed, 'carnet/v1/member/signing')));
  const id = sha256(utf8('carnet/v1/member\0'), SUITE, signing, recipient).subarray(0, 16);
  return { seed, recipient, signing, id };
};
export const section = (name) => cat(utf8(name), Buffer.alloc(16 - name.length));

export { bech32, ed25519, identityToRecipient, scrypt };
