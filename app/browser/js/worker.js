// The worker: prepares pictures beside the page, with the page's own module and none of its keys. It says "ready",
// takes [number, picture], and answers [number, what the module gave]; an answer left out means that it failed.

import load, { work } from "./app.js";

const loaded = load({ module_or_path: new URL("./app.wasm", import.meta.url) });
loaded.then(
  () => postMessage("ready"),
  // Thrown outside of the promise, so that the page hears of it.
  (error) => setTimeout(() => { throw error; }),
);

// At once, for the page may send before the module stands.
onmessage = async ({ data: [number, picture] }) => {
  await loaded;
  let answer;
  try {
    answer = work(picture);
  } catch {
    // The page keeps the picture as it is, and starts another worker for the next.
  }
  const bytes = (answer ?? []).filter((part) => part instanceof Uint8Array).map((part) => part.buffer);
  postMessage([number, answer], bytes);
};
