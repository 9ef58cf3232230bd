// What a link leads to is opened and believed only if it carries the signature of the card's own key: the manifest's name in
// the link is the SHA-256 of that key, so neither the server nor whoever read the card can make another sheet.

const SHEET = 4 << 20;
const PINNED = 96 << 20;
const SIGNED = "carnet/v1/sheet\0";

function big(number) {
  if (!Number.isSafeInteger(number) || number < 0) throw no("broken");
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, Math.floor(number / 0x100000000));
  view.setUint32(4, number % 0x100000000);
  return new Uint8Array(view.buffer);
}

async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function readHeader(text) {
  let header;
  try {
    header = JSON.parse(new TextDecoder().decode(fromBase64url(text)));
  } catch (error) {
    throw no("broken");
  }
  if (!header || header.alg !== "dir" || header.enc !== "A256GCM" || header.crit !== undefined) throw no("broken");
  if (header.zip !== undefined && header.zip !== "DEF") throw no("broken");
  return header;
}

async function decrypt(parts, key) {
  const [iv, sealed, tag] = parts.slice(2).map(fromBase64url);
  if (iv.length !== 12 || tag.length !== 16) throw no("broken");
  try {
    const secret = await crypto.subtle.importKey("raw", fromBase64url(key), "AES-GCM", false, ["decrypt"]);
    const about = { name: "AES-GCM", iv, additionalData: utf8(parts[0]), tagLength: 128 };
    return new Uint8Array(await crypto.subtle.decrypt(about, secret, join([sealed, tag])));
  } catch (error) {
    throw no("key");
  }
}

async function check(seal, id, plain) {
  if (!seal || typeof seal.key !== "string" || typeof seal.sig !== "string") throw no("forged");
  const [point, signature] = [fromBase64url(seal.key), fromBase64url(seal.sig)];
  if (point.length !== 65 || point[0] !== 4 || signature.length !== 64) throw no("forged");
  const name = await sha256(point);
  if (toBase64url(name) !== id) throw no("forged");
  const signed = join([utf8(SIGNED), name, big(seal.seq), big(seal.at), await sha256(plain)]);
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(toBase64url);
  let genuine = false;
  try {
    const kind = { name: "ECDSA", namedCurve: "P-256" };
    const key = await crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", x, y, ext: true }, kind, false, ["verify"]);
    genuine = await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, signed);
  } catch (error) {
    throw no("forged");
  }
  if (!genuine) throw no("forged");
}

// Opens a compact JWE with the link's key; gives back what was sealed, from which state of the carnet, and when (seconds).
async function openEnvelope(jwe, link, most) {
  const parts = typeof jwe === "string" ? jwe.trim().split(".") : [];
  if (parts.length !== 5 || parts[1] !== "") throw no("broken");
  const header = readHeader(parts[0]);
  const opened = await decrypt(parts, link.key);
  const plain = header.zip ? inflate(opened, most) : opened;
  await check(header.carnet, link.id, plain);
  let content;
  try {
    content = JSON.parse(new TextDecoder().decode(plain));
  } catch (error) {
    throw no("broken");
  }
  return { content, seq: header.carnet.seq, at: header.carnet.at };
}

// The bytes of one file of the manifest: within the answer, or at an address of ours.
async function fetchFile(file) {
  if (file && typeof file.embedded === "string") return file.embedded;
  let url;
  try {
    url = new URL(file.location, location.origin);
  } catch (error) {
    throw no("server");
  }
  if (url.origin !== location.origin || url.pathname.indexOf("/shl/") !== 0) throw no("server");
  let answer;
  try {
    answer = await fetch(url.href, { credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" });
  } catch (error) {
    throw no("network");
  }
  if (!answer.ok) throw no(answer.status === 404 ? "ticket" : "server");
  return answer.text();
}
