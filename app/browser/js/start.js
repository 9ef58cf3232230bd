// The first script of every page: loads the module and lets it take over what was drawn.
// It stands in a file of its own so that the content policy needs no inline script.

// The secret of a link stands behind the # of its address, where no server sees it. It leaves the address bar, and so the
// history, before anything else is loaded; the page that it is for asks for it once. One that was copied in part leaves as well:
// most of a secret is there.
const secret = /\/(depot|deposit|lecture|reading|invitation)$/.test(location.pathname) && !/^(#main)?$/.test(location.hash);
if (secret || location.hash.length > 100) {
  globalThis.carnetSecret = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}

// Leptos looks for these three on the window. Nothing is handed over inside a page, so they are empty.
globalThis.__RESOLVED_RESOURCES = [];
globalThis.__SERIALIZED_ERRORS = [];
globalThis.__INCOMPLETE_CHUNKS = [];

const { default: load, hydrate } = await import("./app.js");
await load({ module_or_path: new URL("./app.wasm", import.meta.url) });
hydrate();
// Where no worker is to be had, the page does heavy work itself: with the worker's module, loaded when there is such work.
globalThis.heavy = async (job) => {
  const { default: load, work } = await import("./heavy.js");
  await load({ module_or_path: new URL("./heavy.wasm", import.meta.url) });
  return work(job);
};
// What tells this device of reminders: the service worker's own script, loaded when a page asks for it.
globalThis.notices = () => import("/notices.js").then(() => globalThis.carnetNotices);
// What people may not see, but tests and styles may: the page answers from now on.
document.documentElement.dataset.ready = "";

// Keeps the shell for the days without network. Where it cannot (a private window), everything else works.
const shell = await navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
// A newer shell that waits may come in, now that a page of its version stands: it compares the addresses.
shell?.waiting?.postMessage({ ready: new URL(".", import.meta.url).pathname });
