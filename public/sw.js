// The service worker: keeps the shell of the app (pages as drawn, program, styles, icons) so that a carnet
// opens without network. It keeps nothing of a person: what a device keeps of a carnet is sealed, elsewhere.
//
// A navigation asks the network first, for three seconds; then the page as it was drawn when this worker came.
// The build fills in the two lists. /api is never touched.
"use strict";

importScripts("/notices.js");

const ASSETS = "/__ASSETS__/";
const FILES = "__FILES__";
const PAGES = "__PAGES__";
const ROOT = [
  "/manifest.webmanifest", "/icons/carnet.svg", "/icons/carnet-192.png", "/icons/carnet-512.png", "/urgent/sheet.js",
  "/urgent/sheet.css", "/notices.js",
];

/** Fetched when they are first needed, and kept from then on: references of growth for charts, fonts for PDF files. */
const SELDOM = [
  "/growth/who.bin", "/fonts/atkinson-hyperlegible-next-regular.ttf", "/fonts/atkinson-hyperlegible-next-bold.ttf",
];

const PREFIX = "shell ";
const SHELL = PREFIX + ASSETS;
/** How long a page may take before the kept one is shown, in milliseconds. */
const PATIENCE = 3000;

/** A kept page stands for every value of its parameters: nothing of them is drawn. */
const keptAt = (pattern) => pattern.replace(/:[a-z]+/g, "_");

/** Where the page of an address is kept; none for an address that is no page. */
function keptPage(path) {
  const parts = path === "/" ? ["", "fr"] : path.replace(/\/$/, "").split("/");
  const fits = (pattern) => {
    const wanted = pattern.split("/");
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith(":") || part === parts[at]);
  };
  // A page with a fixed name stands before one with a parameter in its place.
  const found = PAGES.filter(fits).sort((one, other) => one.split(":").length - other.split(":").length);
  return found.length > 0 ? keptAt(found[0]) : null;
}

/** Fetches what this worker keeps, past the browser's own cache; one failure and the worker before it stays. */
async function keep() {
  const shell = await caches.open(SHELL);
  const fresh = (address) => new Request(address, { cache: "no-cache", credentials: "omit" });
  // The names of the files change with their content, so what the browser has of them is right.
  await shell.addAll([...FILES, ...ROOT]);
  await shell.addAll([...new Set(PAGES.map(keptAt))].map(fresh));
}

/** Forgets the shells of other versions. No page of theirs is open any more: see `comeIn`. */
async function forgetOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== SHELL);
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/**
 * A newer worker comes in when a page of its own version has finished loading and no other page is open. One that waited
 * for every window to close might wait for weeks; one that came in while a page was loading would leave it half loaded;
 * one that came in at once would take the files of open pages away.
 */
async function comeIn() {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length < 2) self.skipWaiting();
}

const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds, null));

async function page(event, kept) {
  const network = fetch(event.request).then(
    (answer) => (answer.status < 500 ? answer : null),
    () => null,
  );
  const first = await Promise.race([network, later(PATIENCE)]);
  if (first) return first;
  const shell = await caches.open(SHELL);
  return (await shell.match(kept, { ignoreVary: true })) ?? (await network) ?? Response.error();
}

async function file(request) {
  const shell = await caches.open(SHELL);
  return (await shell.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** What is seldom needed: kept once it was. */
async function seldom(request) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await shell.put(request, answer.clone());
  return answer;
}

// Sealed films and large files, opened by the page that shows them, a part at a time, as a player or a download asks. No key
// and no file is ever kept here: once the page is locked or gone, its files are not found.

const MEDIA = /^\/media\/([0-9a-f]{32})$/;
/** How much is asked for first, and how much after that, in bytes: a player that seeks wants little. */
const FIRST = 256 * 1024;
const NEXT = 1024 * 1024;
/** How long a page may take to answer, in milliseconds. */
const ANSWER = 60_000;

/** Asks a page something; nothing if it does not answer. */
function ask(page, question) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data ?? null)));
  page.postMessage(question, [port2]);
  return Promise.race([answer, later(ANSWER)]).finally(() => port1.close());
}

/** The page that has this file open, with what it says of it. */
async function holder(media) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const asked = pages.map(async (page) => {
    const said = await ask(page, { media });
    if (!said) throw new Error("not open there");
    return { page, ...said };
  });
  return Promise.any(asked).catch(() => null);
}

/** The part that is asked for, up to and without `end`; nothing for one that is not in the file. */
function range(header, size) {
  if (!header) return { start: 0, end: size };
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (first === undefined || first + last === "") return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  return start < end ? { start, end } : null;
}

async function media(request, id) {
  const found = await holder(id);
  const headers = new Headers({
    "accept-ranges": "bytes", "cache-control": "no-store", "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox", "cross-origin-resource-policy": "same-origin",
  });
  if (!found) return new Response(null, { status: 404, headers });
  const { page, size, mime, save } = found;
  const wanted = range(request.headers.get("range"), size);
  if (!wanted) {
    headers.set("content-range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("content-type", save ? "application/octet-stream" : mime);
  headers.set("content-length", String(wanted.end - wanted.start));
  if (save) headers.set("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(save).replace(/['()*]/g, "_")}`);
  const whole = !request.headers.get("range");
  if (!whole) headers.set("content-range", `bytes ${wanted.start}-${wanted.end - 1}/${size}`);
  let at = wanted.start;
  let step = FIRST;
  const parts = new ReadableStream({
    async pull(controller) {
      const bytes = await ask(page, { media: id, start: at, length: Math.min(step, wanted.end - at) });
      if (!(bytes?.length > 0)) return controller.error(new Error("no longer open"));
      at += bytes.length;
      step = NEXT;
      controller.enqueue(bytes);
      if (at >= wanted.end) controller.close();
    },
  }, { highWaterMark: 0 });
  return new Response(parts, { status: whole ? 200 : 206, headers });
}

self.addEventListener("install", (event) => {
  // Where the browser can be told so, what goes to the server does not even pass here: a film of gigabytes need not be handed
  // through. Elsewhere it passes and is left alone.
  event.addRoutes?.({ condition: { urlPattern: "/api/*" }, source: "network" })?.catch(() => {});
  event.waitUntil(keep());
});
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("message", (event) => {
  if (event.data?.ready === ASSETS) event.waitUntil(comeIn());
});
// Reminders: see notices.js.
self.addEventListener("push", (event) => event.waitUntil(carnetNotices.show(self.registration, event.data)));
self.addEventListener("notificationclick", (event) => event.waitUntil(carnetNotices.visit(self.clients, event.notification)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname === "/api" || pathname.startsWith("/api/")) return;
  const opened = MEDIA.exec(pathname);
  if (opened) return event.respondWith(media(request, opened[1]));
  if (request.mode === "navigate") {
    const kept = keptPage(pathname);
    if (kept) event.respondWith(page(event, kept));
  } else if (pathname.startsWith(ASSETS) || ROOT.includes(pathname)) {
    event.respondWith(file(request));
  } else if (SELDOM.includes(pathname)) {
    event.respondWith(seldom(request));
  }
});
