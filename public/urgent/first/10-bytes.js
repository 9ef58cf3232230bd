// Bytes and their texts. Everything here keeps to ES2017 and the Web APIs of 2018: see the page's own text for older ones.

// A refusal with its reason; the words for each reason are in the files of words.
function no(why, more) {
  const error = new Error(why);
  error.why = why;
  return Object.assign(error, more);
}

function utf8(text) {
  return new TextEncoder().encode(text);
}

// Reads base64url, and base64 alike; throws on anything else.
function fromBase64url(text) {
  const plain = text.replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, "");
  if (/[^A-Za-z0-9+/]/.test(plain) || plain.length % 4 === 1) throw no("broken");
  const letters = atob(plain);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

function toBase64url(bytes) {
  let letters = "";
  for (let at = 0; at < bytes.length; at += 1) letters += String.fromCharCode(bytes[at]);
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function join(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
