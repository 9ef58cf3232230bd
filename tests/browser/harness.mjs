// What every browser test starts with: a real server on a free port with its data in a temporary folder, a real
// Chromium, and the tools to look at both. Run through `cargo xtask test`, which sets CARNET_BIN and CARNET_SITE.

export { startServer } from "./harness/server.mjs";
export { startBrowser, ready } from "./harness/browser.mjs";
export { addAuthenticator } from "./harness/authenticator.mjs";
export { violations } from "./harness/axe.mjs";
export { Canaries } from "./harness/canary.mjs";
export { film, longFilm, notes } from "./harness/films.mjs";
export { Hand } from "./harness/hand.mjs";
export { Person, visit } from "./harness/person.mjs";
export { pdf, photo, png } from "./harness/papers.mjs";
export { count } from "./harness/rows.mjs";
export { disguises, searchBytes, searchFolder } from "./harness/secrets.mjs";
export { looks, shoot, wear } from "./harness/shots.mjs";
export { pages, assets } from "./harness/site.mjs";
