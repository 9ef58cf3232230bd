// What a device shows of reminders. The service worker loads it, and the page when a person wants to be told here: what one
// keeps, the other finds.
//
// The key of an account's reminders lies in a database of its own, as a key that cannot be read out again and opens these
// texts alone; it stays while the account is locked, so that a reminder can be shown. What is opened is never kept.
"use strict";

globalThis.carnetNotices = (() => {
  const [DATABASE, STORE] = ["carnet-notices", "keys"];
  const LABEL = new TextEncoder().encode("carnet/v1/notice\0");
  const [SUITE, HEAD, NONCE] = [1, 21, 12];

  const SAID = {
    fr: {
      title: "Un rappel de votre carnet", body: "Ouvrez votre carnet pour le lire.",
      late: (many) => (many === 1 ? "Un rappel n’a pas pu arriver à temps." : `${many} rappels n’ont pas pu arriver à temps.`),
    },
    en: {
      title: "A reminder from your carnet", body: "Open your carnet to read it.",
      late: (many) => (many === 1 ? "A reminder could not arrive in time." : `${many} reminders could not arrive in time.`),
    },
  };

  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  /** Does something with the store of keys, in one transaction. */
  async function store(mode, act) {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const database = await asked(opening);
    try {
      return await act(database.transaction(STORE, mode).objectStore(STORE));
    } finally {
      database.close();
    }
  }

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const all = () => store("readonly", (keys) => asked(keys.getAllKeys()));

  /** Keeps an account's key of a generation; what is older than the one before it is forgotten. */
  async function keep(account, generation, bytes, lang) {
    const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["decrypt"]);
    const old = (await all()).filter((name) => name.startsWith(`${account} `) && Number(name.split(" ")[1]) + 1 < generation);
    await store("readwrite", async (keys) => {
      old.forEach((name) => keys.delete(name));
      await asked(keys.put({ key, lang: lang === "en" ? "en" : "fr" }, `${account} ${generation}`));
    });
  }

  /** How long the service worker may take to be there, in milliseconds: in a private window it never is. */
  const PATIENCE = 10_000;
  const never = () => new Promise((_, reject) => setTimeout(() => reject(new Error("no service worker")), PATIENCE));
  const registered = async () => (await Promise.race([navigator.serviceWorker.ready, never()])).pushManager;

  function address(subscription) {
    const part = (name) => new Uint8Array(subscription.getKey(name));
    return { endpoint: subscription.endpoint, p256dh: part("p256dh"), auth: part("auth") };
  }

  /** The address of this device at its push service, for this server alone. */
  async function subscribe(server) {
    const manager = await registered();
    const options = { userVisibleOnly: true, applicationServerKey: server };
    let found;
    try {
      found = await manager.subscribe(options);
    } catch {
      // It was made for another key of a server before: it is of no use any more.
      await (await manager.getSubscription())?.unsubscribe();
      found = await manager.subscribe(options);
    }
    return address(found);
  }

  async function subscription() {
    const found = await (await registered()).getSubscription();
    return found ? address(found) : null;
  }

  /** Forgets an account's keys; the last account gives the address back. */
  async function forget(account) {
    const names = await all();
    const [ours, others] = [[], []];
    names.forEach((name) => (name.startsWith(`${account} `) ? ours : others).push(name));
    if (ours.length === 0) return;
    await store("readwrite", async (keys) => {
      for (const name of ours) await asked(keys.delete(name));
    });
    if (others.length === 0) await (await (await registered()).getSubscription())?.unsubscribe();
  }

  /** What a message says; none if it is none of ours or this device has no key for it. */
  async function open(sealed) {
    const message = bytes(sealed);
    if (message.length < HEAD + NONCE || message[0] !== SUITE) return null;
    const head = message.subarray(0, HEAD);
    const generation = new DataView(head.buffer, head.byteOffset).getUint32(17);
    const kept = await store("readonly", (keys) => asked(keys.get(`${text(head.subarray(1, 17))} ${generation}`)));
    if (!kept) return null;
    const additionalData = new Uint8Array([...LABEL, ...head]);
    const iv = message.subarray(HEAD, HEAD + NONCE);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, kept.key, message.subarray(HEAD + NONCE));
    return JSON.parse(new TextDecoder().decode(plain));
  }

  /** The language of this device's reminders: of any key that it has. */
  async function language() {
    const kept = await store("readonly", (keys) => asked(keys.getAll()));
    return kept.length > 0 && kept.every(({ lang }) => lang === "en") ? "en" : "fr";
  }

  /** What the server says by itself: how many came too late. */
  function late(message) {
    try {
      const many = JSON.parse(message).late;
      return Number.isInteger(many) && many > 0 ? many : null;
    } catch {
      return null;
    }
  }

  /** Shows a message. A browser wants to see something for each: what cannot be opened becomes a sentence that says nothing. */
  async function show(registration, data) {
    const message = data?.text() ?? "";
    const told = await open(message).catch(() => null);
    const lang = (told?.lang === "en" || told?.lang === "fr") ? told.lang : await language().catch(() => "fr");
    const many = told ? null : late(message);
    const said = SAID[lang];
    const title = typeof told?.title === "string" ? told.title : said.title;
    const body = typeof told?.body === "string" ? told.body : many ? `${said.late(many)} ${said.body}` : said.body;
    const carnet = /^[\w-]{43}$/.test(told?.carnet ?? "") ? `/${told.carnet}` : "";
    await registration.showNotification(title, {
      body,
      lang,
      // The same message a second time takes the place of the first.
      tag: told ? message.slice(28, 44) : "carnet",
      icon: "/icons/carnet-192.png",
      badge: "/icons/carnet-192.png",
      data: { path: `/${lang}/carnets${carnet}` },
    });
  }

  /** Goes where a notification leads: in a window that stands open, or in a new one. */
  async function visit(clients, notification) {
    notification.close();
    const path = notification.data?.path ?? "/";
    const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
    const here = pages.find((page) => new URL(page.url).pathname === path);
    await (here ? here.focus() : clients.openWindow(path));
  }

  return { keep, subscribe, subscription, forget, show, visit };
})();
