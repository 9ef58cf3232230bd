// Passkeys as a real browser has them: one prompt gives the secret that unlocks, and it never leaves.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openModule, serveModule } from "./harness/module.mjs";
import { addAuthenticator, startBrowser } from "./harness.mjs";

let server, browser, page;

before(async () => {
  server = await serveModule();
  browser = await startBrowser({ origin: server.origin });
  page = browser.page;
  await openModule(page);
});

after(async () => {
  await browser?.stop();
  server?.stop();
});

/** In the page: the options of a server that asks for less than it should. */
const helpers = () => {
  const random = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  const base64url = (text) => text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  window.creation = (user, more = {}) =>
    JSON.stringify({
      rp: { id: "localhost", name: "Carnet" },
      user: { id: user, name: "Claire", displayName: "Claire" },
      challenge: base64url(random()),
      pubKeyCredParams: [-7, -257].map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: { residentKey: "discouraged", userVerification: "discouraged" },
      ...more,
    });
  window.use = (more = {}) => JSON.stringify({ rpId: "localhost", challenge: base64url(random()), ...more });
  // What the browser hands out is remembered, to look for it afterwards.
  window.handed = [];
  for (const method of ["create", "get"]) {
    const ask = navigator.credentials[method].bind(navigator.credentials);
    navigator.credentials[method] = async (options) => {
      if (method === "create" && window.shy) delete options.publicKey.extensions.prf.eval;
      const credential = await ask(options);
      const secret = credential.getClientExtensionResults().prf?.results?.first;
      const copy = secret && base64url(btoa(String.fromCharCode(...new Uint8Array(secret))));
      window.handed.push({ method, credential, secret, copy, asked: options.publicKey });
      return credential;
    };
  }
  window.said = (promise) => promise.then(() => "done", (error) => error.message);
};

async function somebody(options) {
  const authenticator = await addAuthenticator(page, options);
  await openModule(page);
  await page.evaluate(helpers);
  return authenticator;
}

describe("passkeys", () => {
  test("one prompt signs in and unlocks, whether the passkey is named or not", async () => {
    const authenticator = await somebody();
    const seen = await page.evaluate(async () => {
      const person = (window.person = new window.store.Person());
      const made = JSON.parse(await person.create(window.creation(person.id())));
      const named = { allowCredentials: [{ type: "public-key", id: made.id }] };
      const used = JSON.parse(await person.get(window.use(named)));
      const found = JSON.parse(await person.get(window.use()));
      return { me: person.id(), made, used, found, prompts: window.handed.length, available: await window.store.available() };
    });
    assert.equal(seen.available, true);
    assert.equal(seen.prompts, 3);
    assert.deepEqual([seen.used.opens, seen.found.opens], [true, true]);
    assert.deepEqual([seen.used.account, seen.found.account], [seen.me, seen.me]);
    assert.deepEqual([seen.used.id, seen.found.id], [seen.made.id, seen.made.id]);
    const [passkey] = await authenticator.passkeys();
    assert.equal(passkey.isResidentCredential, true);
    await authenticator.remove();
  });

  test("the secret is in nothing that could be sent, and is wiped", async () => {
    const authenticator = await somebody();
    const seen = await page.evaluate(async () => {
      const person = new window.store.Person();
      const posted = [await person.create(window.creation(person.id())), await person.get(window.use())];
      return window.handed.map(({ credential, secret, copy, asked }) => ({
        copied: copy.length,
        posted: posted.some((text) => text.includes(copy)),
        wiped: new Uint8Array(secret).every((byte) => byte === 0),
        left: JSON.stringify(credential.toJSON()).includes(copy),
        input: new TextDecoder().decode(asked.extensions.prf.eval.first),
      }));
    });
    const clean = { copied: 43, posted: false, wiped: true, left: false, input: "carnet/v1/prf" };
    assert.deepEqual(seen, [clean, clean]);
    await authenticator.remove();
  });

  test("an authenticator that gives its secret only in use is used at once", async () => {
    const authenticator = await somebody();
    const seen = await page.evaluate(async () => {
      window.shy = true;
      const person = new window.store.Person();
      await person.create(window.creation(person.id()));
      const used = JSON.parse(await person.get(window.use()));
      return { methods: window.handed.map(({ method }) => method), opens: used.opens };
    });
    assert.deepEqual(seen, { methods: ["create", "get", "get"], opens: true });
    await authenticator.remove();
  });

  test("an authenticator without the secret is told apart, and keeps no useless passkey", async () => {
    const authenticator = await somebody({ prf: false });
    const said = await page.evaluate(async () => {
      const person = new window.store.Person();
      return window.said(person.create(window.creation(person.id())));
    });
    assert.equal(said, "PrfMissing");
    assert.deepEqual(await authenticator.passkeys(), []);
    await authenticator.remove();
  });

  test("options for somebody else are refused before anybody is asked", async () => {
    const authenticator = await somebody();
    const seen = await page.evaluate(async () => {
      const [person, other] = [new window.store.Person(), new window.store.Person()];
      const said = await window.said(person.create(window.creation(other.id())));
      return { said, prompts: window.handed.length };
    });
    assert.deepEqual(seen, { said: "WrongAccount", prompts: 0 });
    await authenticator.remove();
  });

  test("a person who turns away, and a passkey that is there already, are no faults", async () => {
    const authenticator = await somebody();
    const said = await page.evaluate(async () => {
      const person = (window.person = new window.store.Person());
      const made = JSON.parse(await person.create(window.creation(person.id())));
      const excludeCredentials = [{ type: "public-key", id: made.id }];
      return window.said(person.create(window.creation(person.id(), { excludeCredentials })));
    });
    assert.equal(said, "NotAllowed");
    await authenticator.verified(false);
    assert.equal(await page.evaluate(() => window.said(window.person.get(window.use()))), "Cancelled");
    await authenticator.remove();
  });
});
