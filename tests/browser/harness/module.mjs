// A page with nothing on it but the module of the store's own browser tests.

import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
const html = `<!doctype html><title>store</title><script type="module">
  import load, * as store from "/shelf.js";
  await load({ module_or_path: "/shelf.wasm" });
  window.store = store;
</script>`;

/** Serves the page from a free port. */
export async function serveModule() {
  const folder = process.env.CARNET_SHELF_CONTRACT;
  if (!folder) throw new Error("CARNET_SHELF_CONTRACT is not set: run the tests with `cargo xtask test`");
  const server = http.createServer((request, response) => {
    const file = path.join(folder, path.normalize(request.url));
    const type = types[path.extname(file)];
    response.setHeader("content-type", type ?? "text/html");
    response.end(type ? fs.readFileSync(file) : html);
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const origin = `http://localhost:${server.address().port}`;
  return { origin, stop: () => server.close() };
}

/** Opens the page; its functions are then `window.store`. */
export async function openModule(page) {
  await page.goto("/");
  await page.waitForFunction(() => window.store);
}
