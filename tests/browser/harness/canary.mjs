// What must never leave the browser, gathered while a test goes on, and searched for wherever the server could have it.

import { searchBytes, searchFolder } from "./secrets.mjs";

export class Canaries {
  #secrets = {};

  /** Plants a text or bytes under a name. Short ones would be found by chance. */
  plant(name, secret) {
    if (Buffer.from(secret).length < 8) throw new Error(`${name} is too short to be searched for`);
    this.#secrets[name] = secret;
  }

  /** Learns every PRF output that an authenticator gives to the page, before the page can wipe it. */
  async watchPasskeys(page) {
    await page.exposeFunction("carnetTestLearns", (bytes) => {
      this.plant(`PRF output ${Object.keys(this.#secrets).length}`, Buffer.from(bytes));
    });
    await page.addInitScript(() => {
      const container = globalThis.CredentialsContainer?.prototype;
      for (const method of ["create", "get"]) {
        const real = container?.[method];
        if (!real) continue;
        container[method] = async function (...given) {
          const credential = await real.apply(this, given);
          const first = credential?.getClientExtensionResults?.().prf?.results?.first;
          if (first) globalThis.carnetTestLearns([...new Uint8Array(first)]);
          return credential;
        };
      }
    });
  }

  /** A recovery code as people and programs could write it. */
  plantCode(groups) {
    for (const between of ["", " ", "-"]) {
      this.plant(`recovery code, "${between}" between`, groups.join(between));
      this.plant(`recovery code in small letters, "${between}" between`, groups.join(between).toLowerCase());
    }
  }

  /** The names of all that was planted. */
  names() {
    return Object.keys(this.#secrets);
  }

  /** Where any was found: in what the browser sent, the log, the database or a stored file. */
  search(server) {
    const { sent } = server.traffic();
    return [
      ...searchBytes(sent, this.#secrets).map((name) => `sent: ${name}`),
      ...searchBytes(Buffer.from(server.log()), this.#secrets).map((name) => `log: ${name}`),
      ...searchFolder(server.data, this.#secrets),
    ];
  }
}
