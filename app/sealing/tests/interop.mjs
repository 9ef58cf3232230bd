// The reference package's side of interop.rs: node interop.mjs COMMAND < input > output
import { readFileSync, writeFileSync } from 'node:fs';

const reference = new URL('../../../tests/browser/node_modules/age-encryption/dist/index.js', import.meta.url);
const { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } = await import(reference);

const [command, argument] = process.argv.slice(2);
const input = readFileSync(0);
const print = (bytes) => writeFileSync(1, bytes);

/** Seals to an age1pq… recipient, or opens with an identity or a passphrase. */
switch (command) {
  case 'identity': {
    print(await generateHybridIdentity());
    break;
  }
  case 'recipient': {
    print(await identityToRecipient(argument));
    break;
  }
  case 'seal': {
    const encrypter = new Encrypter();
    encrypter.addRecipient(argument);
    print(await encrypter.encrypt(input));
    break;
  }
  case 'open': {
    const decrypter = new Decrypter();
    decrypter.addIdentity(argument);
    print(await decrypter.decrypt(input));
    break;
  }
  case 'open-passphrase': {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(argument);
    print(await decrypter.decrypt(input));
    break;
  }
  case 'seal-passphrase': {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(argument);
    encrypter.setScryptWorkFactor(10);
    print(await encrypter.encrypt(input));
    break;
  }
  default:
    throw new Error(`no command ${command}`);
}
