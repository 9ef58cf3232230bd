// The worker: heavy work beside the page, with a module of its own and none of the page's keys. It says "ready",
// takes [number, job], and answers [number, what the module gave]; an answer left out means that it failed.

import load, { work } from "./heavy.js";

const loaded = load({ module_or_path: new URL("./heavy.wasm", import.meta.url) });
loaded.then(
  () => postMessage("ready"),
  // Thrown outside of the promise, so that the page hears of it.
  (error) => setTimeout(() => { throw error; }),
);

// At once, for the page may send before the module stands.
onmessage = async ({ data: [number, job] }) => {
  await loaded;
  let answer;
  try {
    answer = work(job);
  } catch {
    // The page does without, and starts another worker for the next.
  }
  const bytes = (answer ?? []).filter((part) => part instanceof Uint8Array).map((part) => part.buffer);
  postMessage([number, answer], bytes);
};
