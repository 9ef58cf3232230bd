// The code on the card, for who cannot scan it: 20 characters of Crockford's base 32, 80 random bits and a checksum of 20.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TYPED = { O: "0", I: "1", L: "1", U: "V" };
const SALT = "carnet/v1/typed-code";
const ROUNDS = 600000;

// What somebody typed, without spaces and dashes, and with look-alikes put right.
function canonical(typed) {
  return typed
    .toUpperCase()
    .replace(/[\s.\-_‐-―]/g, "")
    .replace(/[OILU]/g, (letter) => TYPED[letter]);
}

// Refuses what cannot be a code, before anything is sent.
async function readTyped(typed) {
  const code = canonical(typed);
  const values = code.split("").map((letter) => ALPHABET.indexOf(letter));
  const wrong = values.indexOf(-1);
  if (wrong >= 0) throw no("letter", { letter: code[wrong] });
  if (values.length !== 20) throw no("length", { count: values.length });
  const random = new Uint8Array(10);
  for (let bit = 0; bit < 80; bit += 1) {
    const value = (values[Math.floor(bit / 5)] >> (4 - (bit % 5))) & 1;
    random[bit >> 3] |= value << (7 - (bit & 7));
  }
  const sum = await sha256(join([utf8(SALT + "\0"), random]));
  const check = ((sum[0] << 16) | (sum[1] << 8) | sum[2]) >> 4;
  const told = values.slice(16).reduce((number, value) => (number << 5) | value, 0);
  if (check !== told) throw no("checksum");
  return code;
}

// The link that a code stands for: the server finds it by one half of what the code gives, the other half opens it.
async function linkOf(code) {
  const key = await crypto.subtle.importKey("raw", utf8(code), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: utf8(SALT), iterations: ROUNDS };
  const derived = new Uint8Array(await crypto.subtle.deriveBits(how, key, 512));
  const answer = await post("/api/cards/" + toBase64url(derived.subarray(0, 32)), {});
  if (typeof answer.sealed !== "string") throw no("server");
  const sealed = fromBase64url(answer.sealed);
  try {
    const secret = await crypto.subtle.importKey("raw", derived.subarray(32), "AES-GCM", false, ["decrypt"]);
    const about = { name: "AES-GCM", iv: sealed.subarray(0, 12), tagLength: 128 };
    return new TextDecoder().decode(await crypto.subtle.decrypt(about, secret, sealed.subarray(12)));
  } catch (error) {
    throw no("key");
  }
}
