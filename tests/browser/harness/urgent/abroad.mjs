// A reader of SMART Health Links that knows nothing of us, the npm package `kill-the-clipboard`, on a page of another origin.

import { once } from "node:events";
import http from "node:http";
import path from "node:path";
import { build } from "esbuild";

const FOLDER = path.join(import.meta.dirname, "../..");

/** The package as one script with what a minimal viewer needs around it: it puts each section's narrative on the page. */
export async function viewer() {
  const contents = `
    import { SHLViewer } from "kill-the-clipboard";
    globalThis.resolve = async (link, more) => {
      const viewer = new SHLViewer({ shlinkURI: link });
      return viewer.resolveSHL({ recipient: "A hospital elsewhere", ...more });
    };
    const link = location.hash.slice(1);
    if (link) globalThis.resolve(link).then(({ fhirResources: [bundle] }) => {
      for (const { title, text } of bundle.entry[0].resource.section) {
        const [heading, body] = [document.createElement("h2"), document.createElement("div")];
        heading.textContent = title;
        body.innerHTML = text.div;
        document.body.append(heading, body);
      }
    });`;
  const built = await build({
    stdin: { contents, resolveDir: FOLDER }, bundle: true, minify: true, format: "esm", platform: "browser", write: false, logLevel: "error",
  });
  return built.outputFiles[0].text;
}

/** Serves it from an origin of its own. */
export async function startAbroad() {
  const script = await viewer();
  const server = http.createServer((request, response) => {
    const [type, text] = request.url === "/viewer.js"
      ? ["text/javascript", script]
      : ["text/html", '<!doctype html><link rel="icon" href="data:,"><title>abroad</title><script type="module" src="/viewer.js"></script>'];
    response.writeHead(200, { "content-type": type }).end(text);
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  return {
    origin: `http://localhost:${server.address().port}`,
    /** What it resolves a link to, on this page. */
    async read(page, link, more = {}) {
      await page.goto(this.origin);
      await page.waitForFunction(() => globalThis.resolve);
      return page.evaluate(([link, more]) => globalThis.resolve(link, more), [link, more]);
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
