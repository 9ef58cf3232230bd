// A push service of our own (RFC 8030), and a device that belongs to it: what the server hands over is checked (RFC 8292) and
// decrypted (RFC 8291) here, with nothing but Node's own WebCrypto.

import { webcrypto } from "node:crypto";
import { once } from "node:events";
import http from "node:http";

const { subtle } = webcrypto;
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const utf8 = (text) => new TextEncoder().encode(text);
const cat = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

/** HKDF (RFC 5869) with SHA-256. */
async function hkdf(salt, input, info, length) {
  const key = await subtle.importKey("raw", input, "HKDF", false, ["deriveBits"]);
  return Buffer.from(await subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, length * 8));
}

export async function startPushService() {
  const pair = await subtle.generateKey(CURVE, true, ["deriveBits"]);
  const point = Buffer.from(await subtle.exportKey("raw", pair.publicKey));
  const auth = Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)));
  const messages = [];
  let status = 201;
  const server = http.createServer(async (request, answer) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    if (status < 300) messages.push({ headers: request.headers, body: Buffer.concat(parts), path: request.url });
    answer.writeHead(status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** What a browser would have been given. */
    device: { endpoint: `${origin}/device`, p256dh: point.toString("base64url"), auth: auth.toString("base64url") },
    messages,
    answer: (next) => (status = next),
    /** The first message after so many, once it is there. */
    async message(after = 0) {
      for (let tries = 0; tries < 600 && messages.length <= after; tries += 1) await new Promise((later) => setTimeout(later, 50));
      if (messages.length <= after) throw new Error("no message came");
      return messages[after];
    },
    /** What a message says to the device. */
    async opened({ body }) {
      const [salt, size, length] = [body.subarray(0, 16), body.readUInt32BE(16), body[20]];
      const sender = body.subarray(21, 21 + length);
      const theirs = await subtle.importKey("raw", sender, CURVE, false, []);
      const shared = await subtle.deriveBits({ name: "ECDH", public: theirs }, pair.privateKey, 256);
      const ikm = await hkdf(auth, shared, cat(utf8("WebPush: info\0"), point, sender), 32);
      const key = await subtle.importKey("raw", await hkdf(salt, ikm, utf8("Content-Encoding: aes128gcm\0"), 16), "AES-GCM", false, ["decrypt"]);
      const iv = await hkdf(salt, ikm, utf8("Content-Encoding: nonce\0"), 12);
      const record = body.subarray(21 + length);
      if (record.length > size) throw new Error("more than one record");
      const plain = Buffer.from(await subtle.decrypt({ name: "AES-GCM", iv }, key, record));
      const end = plain.lastIndexOf(2);
      if (plain.subarray(end + 1).some((byte) => byte !== 0)) throw new Error("no end of the record");
      return plain.subarray(0, end).toString();
    },
    /** Who sent it, if the signature holds. */
    async sender({ headers }) {
      const [, token, named] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization);
      const [head, claims, signature] = token.split(".");
      const ec = { name: "ECDSA", namedCurve: "P-256" };
      const key = await subtle.importKey("raw", Buffer.from(named, "base64url"), ec, false, ["verify"]);
      const told = utf8(`${head}.${claims}`);
      const holds = await subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, Buffer.from(signature, "base64url"), told);
      const read = (part) => JSON.parse(Buffer.from(part, "base64url").toString());
      return { holds, key: named, head: read(head), claims: read(claims) };
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** Lets pages have this device in place of one at a push service far away. */
export function givesDevice(context, device) {
  return context.addInitScript(({ endpoint, p256dh, auth }) => {
    const part = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0)).buffer;
    const made = { endpoint, getKey: (name) => part(name === "auth" ? auth : p256dh), unsubscribe: async () => (localStorage.removeItem("told"), true) };
    PushManager.prototype.subscribe = async ({ applicationServerKey, userVisibleOnly }) => {
      if (!userVisibleOnly || applicationServerKey.byteLength !== 65) throw new Error("not as a browser wants it");
      localStorage.setItem("told", "yes");
      return made;
    };
    PushManager.prototype.getSubscription = async () => (localStorage.getItem("told") ? made : null);
  }, device);
}

/** Hands messages to the service worker of a page, as a browser's own push service would. */
export async function deliverer(context, page, origin) {
  const line = await context.newCDPSession(page);
  const registration = new Promise((found) => {
    line.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const here = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${origin}/` && !isDeleted);
      if (here) found(here.registrationId);
    });
  });
  await line.send("ServiceWorker.enable");
  const registrationId = await registration;
  return {
    deliver: (data) => line.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data }),
    /** What the device shows, once it is so many. */
    async shown(many) {
      for (let tries = 0; tries < 200; tries += 1) {
        const found = await page.evaluate(async () => {
          const notifications = await (await navigator.serviceWorker.ready).getNotifications();
          return notifications.map(({ title, body, data, tag }) => ({ title, body, data, tag }));
        });
        if (found.length >= many) return found;
        await new Promise((later) => setTimeout(later, 50));
      }
      throw new Error(`${many} notifications never came`);
    },
    /** Takes away what is shown; it is gone a moment after it was told to go. */
    clear: () => page.evaluate(async () => {
      const here = await navigator.serviceWorker.ready;
      for (const one of await here.getNotifications()) one.close();
      while ((await here.getNotifications()).length > 0) await new Promise((later) => setTimeout(later, 20));
    }),
  };
}
