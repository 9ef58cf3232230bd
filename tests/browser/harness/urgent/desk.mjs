// A server that answers for cards as a test tells it to, well or badly, in front of a real one: the page, its policy and its
// files are the real server's own.

import { once } from "node:events";
import http from "node:http";

/** Readers of other origins may ask. */
const CORS = { "access-control-allow-origin": "*", "access-control-allow-headers": "content-type" };

/** Starts it in front of `server`. `answers` maps an address to what answers it; `asked` lists every request. */
export async function startDesk(server) {
  const answers = new Map();
  const asked = [];
  const desk = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { pathname } = new URL(request.url, "http://localhost");
    if (request.method === "OPTIONS") return response.writeHead(204, CORS).end();
    asked.push({ method: request.method, pathname, url: request.url, headers: request.headers, body: body.toString() });
    const answer = answers.get(pathname);
    if (answer) return send(response, await answer(body.length ? JSON.parse(body) : {}));
    if (/^\/(shl|api)\//.test(pathname)) return send(response, { status: 404, json: { error: "not found" } });
    const { host, ...headers } = request.headers;
    const from = http.request(server.origin + request.url, { method: request.method, headers }, (real) => {
      response.writeHead(real.statusCode, real.headers);
      real.pipe(response);
    });
    from.end(body);
  });
  desk.listen(0, "localhost");
  await once(desk, "listening");
  return {
    origin: `http://localhost:${desk.address().port}`,
    answers,
    asked,
    /** Answers for a card with one sealed sheet, and with files for those who say who they are. */
    serves(card, jwe, files = []) {
      const listed = (file) => ({ contentType: "application/fhir+json", ...file });
      answers.set(`/shl/${card.id}`, (told) => ({
        json: { status: "can-change", files: [listed({ embedded: jwe }), ...(told.reader ? files : []).map(listed)] },
      }));
    },
    stop() {
      desk.close();
      desk.closeAllConnections();
    },
  };
}

function send(response, { status = 200, json, text, type = "application/json" }) {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...CORS });
  response.end(json === undefined ? text : JSON.stringify(json));
}
