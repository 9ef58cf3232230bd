// Searching for what must not be there, in every disguise that a careless program could give it.

import fs from "node:fs";
import path from "node:path";

/** A secret, a text or bytes, as it could stand in traffic, in a file or in a log. */
export function disguises(secret) {
  const bytes = Buffer.from(secret);
  const shapes = [
    bytes,
    Buffer.from(bytes.toString("hex")),
    Buffer.from(bytes.toString("hex").toUpperCase()),
    Buffer.from(bytes.toString("base64").replace(/=+$/, "")),
    Buffer.from(bytes.toString("base64url")),
    Buffer.from(JSON.stringify([...bytes]).slice(1, -1)),
  ];
  // Inside a longer text, base64 has two more looks: cut off what the neighbours decide.
  for (const shift of [1, 2]) {
    const inner = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").replace(/=+$/, "");
    const sure = inner.slice(shift + 1, -1);
    if (sure.length >= 10) shapes.push(Buffer.from(sure));
  }
  if (typeof secret === "string") {
    shapes.push(Buffer.from(secret, "utf16le"), Buffer.from(encodeURIComponent(secret)));
  }
  return shapes;
}

/** The names of the secrets found in the bytes. */
export function searchBytes(bytes, secrets) {
  const found = Object.entries(secrets).filter(([, secret]) => disguises(secret).some((shape) => bytes.includes(shape)));
  return found.map(([name]) => name);
}

/** As `searchBytes`, for every file below a folder: `file: name`. */
export function searchFolder(folder, secrets) {
  const found = [];
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    found.push(...searchBytes(fs.readFileSync(file), secrets).map((name) => `${file}: ${name}`));
  }
  return found;
}
