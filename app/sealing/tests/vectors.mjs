// Writes the vectors in vectors/ that are not there yet: node app/sealing/tests/vectors.mjs
//
// A second writing-down of the formats, in another language and on other libraries (age-encryption, noble), so that the
// Rust side is never its own witness. Vectors that exist are never touched: whatever was once written must open for ever.
import { createECDH, webcrypto } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  aead, bech32, cat, cbor, derive, ed25519, expand, fixed, head, hex, identityToRecipient, member, scrypt,
  sealedDigest, secretLine, section, sha256, SUITE, toPassphrase, toSeed, u32, u64, url, utf8,
} from './format.mjs';

const { subtle } = webcrypto;

// --- what every vector stands on

const root = await member(fixed('root', 32));
const other = await member(fixed('other', 32));
const carnet = fixed('carnet', 32);
const otherCarnet = fixed('other carnet', 32);
const [health, team, daily] = [section('health'), section('team'), section('daily')];
const key = { health0: fixed('health 0', 32), health1: fixed('health 1', 32), team0: fixed('team 0', 32) };
const prf = fixed('prf', 32);
const passphrase = 'tortue violet escalier brume';
const where = (place, sec, epoch) => cat(place, sec, u32(epoch));
const first = Buffer.alloc(32);
const commitment = (secret, place, sec, epoch) => derive(secret, 'carnet/v1/section/commitment', where(place, sec, epoch));
const committed = [
  [health, 0, commitment(key.health0, first, health, 0)],
  [health, 1, commitment(key.health1, carnet, health, 1)],
  [team, 0, commitment(key.team0, first, team, 0)],
];

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeText = (code) => {
  let bits = BigInt(`0x${hex(code)}`);
  let rest = bits << 22n;
  for (let at = 149n; at >= 22n; at -= 1n) if (rest >> at & 1n) rest ^= 0x44ED1Dn << (at - 22n);
  bits = bits << 22n | (rest ^ 0x2CA21En);
  const letters = Array.from({ length: 30 }, (_, at) => ALPHABET[Number(bits >> BigInt(145 - 5 * at) & 31n)]);
  return letters.join('').match(/.{5}/g).join('-');
};
const code = fixed('code', 16);

// --- writing

const folder = new URL('vectors/', import.meta.url);
mkdirSync(folder, { recursive: true });
const vector = async (name, make) => {
  const file = new URL(`${name}.json`, folder);
  if (existsSync(file)) return;
  writeFileSync(file, `${JSON.stringify(await make(), null, 2)}\n`);
  console.log(`wrote ${name}`);
};

const keys = (...lines) => lines;
const line = (sec, epoch, secret) => [sec, epoch, secret];
const envelopePlain = (place, to, lines) => cat(SUITE, cbor([place, to.id, lines]));
const all = keys(line(health, 0, key.health0), line(health, 1, key.health1), line(team, 0, key.team0));

await vector('ground', async () => ({
  about: 'What the other vectors stand on: two accounts, two carnets, and a ring of three keys with what the log commits to.',
  object: 'ground',
  root: secretLine(root.seed), other: secretLine(other.seed), carnet: url(carnet), other_carnet: url(otherCarnet),
  prf: hex(prf), code: codeText(code), passphrase,
  committed: committed.map(([sec, epoch, digest]) => [url(sec), epoch, url(digest)]),
  ring: url(await toSeed(root.seed, envelopePlain(carnet, root, all))),
}));

await vector('labels', async () => ({
  about: 'Every line of the table of labels.',
  object: 'labels',
  labels: [
    ...['member/signing', 'root/shelf', 'root/own', 'wrap/prf', 'name/login', 'link/identity', 'link/access', 'link/bundle', 'upload']
      .map((label) => [label, 32, 0]),
    ['code/lookup', 16, 0], ['code/login', 16, 0], ['name/lookup', 10, 0], ['name/salt', 10, 0],
    ['section/commitment', 32, 52], ['section/back-link', 32, 52], ['box', 32, 1], ['notice/key', 32, 4], ['notice/name', 32, 32],
    ['entry', 32, 16, 'expand'], ['label', 32, 17, 'expand'],
  ].map(([text, input, context, only]) => {
    const label = `carnet/v1/${text}`;
    const [from, into] = [fixed(`input ${label}`, input), cat(fixed(`a ${label}`, 32), fixed(`b ${label}`, 32)).subarray(0, context)];
    return { label, input: hex(from), context: hex(into), output: hex(only ? expand(from, label, into) : derive(from, label, into)) };
  }),
}));

await vector('member', async () => {
  const bytes = utf8('any bytes at all');
  const signature = ed25519.sign(cat(utf8('carnet/v1/commit\0'), bytes), derive(root.seed, 'carnet/v1/member/signing'));
  return {
    about: 'The public keys, the id and a signature of an account.', object: 'member', root: secretLine(root.seed),
    id: url(root.id), signing: url(root.signing), recipient: await identityToRecipient(secretLine(root.seed)),
    kind: 'commit', bytes: url(bytes), signature: url(signature),
  };
});

// --- ways in

const rootLine = utf8(`${secretLine(root.seed)}\n`);
const prfPassphrase = url(derive(prf, 'carnet/v1/wrap/prf'));
const wrap = (name, about, way, outcome, make) => vector(name, async () => ({ about, object: 'wrap', way, ...outcome, sealed: url(await make()) }));
const opensRoot = { id: url(root.id) };
await wrap('wrap_prf', 'A passkey opens it.', 'prf', opensRoot, () => toPassphrase(prfPassphrase, 10, rootLine));
await wrap('wrap_code', 'The recovery code opens it.', 'code', opensRoot, () => toPassphrase(codeText(code), 10, rootLine));
await wrap('wrap_passphrase', 'The passphrase opens it.', 'passphrase', opensRoot, () => toPassphrase(passphrase, 16, rootLine));
await wrap('wrap_excessive_work', 'Work factor 18: minutes of somebody else\'s choosing.', 'prf', { refused: 'Work' }, () => toPassphrase(prfPassphrase, 18, rootLine));
await wrap('wrap_too_little_work', 'A passphrase wrap with the work factor of a random key.', 'passphrase', { refused: 'Work' }, () => toPassphrase(passphrase, 10, rootLine));
await wrap('wrap_other_passkey', 'Made for another passkey.', 'prf', { refused: 'WrongKey' }, () => toPassphrase(url(fixed('other prf', 32)), 10, rootLine));
await wrap('wrap_truncated', 'Its last byte is missing.', 'prf', { refused: 'Malformed' }, async () => (await toPassphrase(prfPassphrase, 10, rootLine)).subarray(0, -1));
await wrap('wrap_extended', 'A byte follows after its end.', 'prf', { refused: 'Malformed' }, async () => cat(await toPassphrase(prfPassphrase, 10, rootLine), [0]));
await wrap('wrap_not_a_passphrase_file', 'Sealed to a key instead of a passphrase.', 'prf', { refused: 'WrongKey' }, () => toSeed(root.seed, rootLine));
await wrap('wrap_no_root', 'Something else is inside.', 'prf', { refused: 'NoRoot' }, () => toPassphrase(prfPassphrase, 10, utf8('hello\n')));
await wrap('wrap_no_line_feed', 'The line does not end.', 'prf', { refused: 'NoRoot' }, () => toPassphrase(prfPassphrase, 10, rootLine.subarray(0, -1)));
await wrap('wrap_lower_case_root', 'The identity in another spelling.', 'prf', { refused: 'NoRoot' }, () => toPassphrase(prfPassphrase, 10, utf8(rootLine.toString().toLowerCase())));
await wrap('wrap_classic_root', 'An identity without the post-quantum half.', 'prf', { refused: 'NoRoot' }, () => toPassphrase(prfPassphrase, 10, utf8(`${bech32.encodeFromBytes('AGE-SECRET-KEY-', root.seed).toUpperCase()}\n`)));
await wrap('wrap_endless', 'Far more inside than a line.', 'prf', { refused: 'Malformed' }, () => toPassphrase(prfPassphrase, 10, Buffer.alloc(3000, 65)));

await vector('code', async () => ({
  about: 'What follows from a recovery code.', object: 'code', text: codeText(code),
  lookup: url(derive(code, 'carnet/v1/code/lookup')), token: url(derive(code, 'carnet/v1/code/login')),
}));
await vector('name', async () => {
  const name = utf8('zoe martin');
  const slow = scrypt(utf8(passphrase), derive(name, 'carnet/v1/name/salt'), { N: 2 ** 16, r: 8, p: 1, dkLen: 32 });
  return {
    about: 'What follows from a sign-in name and its passphrase.', object: 'name', typed: ' Zoé  MARTIN', passphrase,
    lookup: url(derive(name, 'carnet/v1/name/lookup')), token: url(derive(slow, 'carnet/v1/name/login')),
  };
});

// --- key envelopes and back links

const envelope = (name, about, outcome, make, named) => vector(name, async () => {
  const sealed = await make();
  return { about, object: 'envelope', ...outcome, digest: url(named ?? sealedDigest(sealed)), sealed: url(sealed) };
});
const toRoot = (plain) => toSeed(root.seed, plain);
await envelope('envelope', 'Three keys for one member.', { keys: 3 }, () => toRoot(envelopePlain(carnet, root, all)));
await envelope('envelope_of_genesis', 'First keys, sealed before the carnet has an id.', { keys: 2 }, () => toRoot(envelopePlain(first, root, [all[0], all[2]])));
await envelope('envelope_of_genesis_with_later_key', 'No carnet is named, and a key of a later epoch is inside.', { refused: 'WrongCarnet' }, () => toRoot(envelopePlain(first, root, all)));
await envelope('envelope_wrong_carnet', 'Moved here from another carnet.', { refused: 'WrongCarnet' }, () => toRoot(envelopePlain(otherCarnet, root, all)));
await envelope('envelope_wrong_recipient', 'Says that it is for somebody else.', { refused: 'WrongRecipient' }, () => toRoot(envelopePlain(carnet, other, all)));
await envelope('envelope_for_another', 'Sealed to somebody else.', { refused: 'NotForUs' }, () => toSeed(other.seed, envelopePlain(carnet, root, all)));
await envelope('envelope_not_named', 'Valid, and not the one that the grant names.', { refused: 'Digest' }, () => toRoot(envelopePlain(carnet, root, all)), fixed('another digest', 32));
await envelope('envelope_duplicate_key', 'The same section and epoch twice.', { refused: 'Order' }, () => toRoot(envelopePlain(carnet, root, [all[0], all[0], all[2]])));
await envelope('envelope_unordered', 'Keys not in the order of their sections.', { refused: 'Order' }, () => toRoot(envelopePlain(carnet, root, [all[2], all[0]])));
await envelope('envelope_without_keys', 'Brings nothing.', { refused: 'Size' }, () => toRoot(envelopePlain(carnet, root, [])));
await envelope('envelope_not_canonical', 'An epoch written with more bytes than it needs.', { refused: 'Malformed' }, () => toRoot(cat(SUITE, [0x83], cbor(carnet), cbor(root.id), [0x81, 0x83], cbor(health), [0x18, 0x00], cbor(key.health0))));
await envelope('envelope_with_a_tail', 'Something follows after the keys.', { refused: 'Malformed' }, () => toRoot(cat(envelopePlain(carnet, root, all), [0])));
await envelope('envelope_short_key', 'A key of 31 bytes.', { refused: 'Malformed' }, () => toRoot(envelopePlain(carnet, root, [line(health, 0, key.health0.subarray(1))])));
await envelope('envelope_newer', 'Of a suite that is not known yet.', { refused: 'Newer' }, () => toRoot(cat([2], envelopePlain(carnet, root, all).subarray(1))));
await envelope('envelope_truncated', 'Its last byte is missing.', { refused: 'Malformed' }, async () => (await toRoot(envelopePlain(carnet, root, all))).subarray(0, -1));

const backKey = (secret, place, sec, epoch) => derive(secret, 'carnet/v1/section/back-link', where(place, sec, epoch));
const back = (name, about, outcome, make) => vector(name, async () => ({ about, object: 'back_link', section: url(health), epoch: 1, ...outcome, sealed: url(make()) }));
const rightBack = (secret, n) => aead(backKey(key.health1, carnet, health, 1), where(carnet, health, 1), secret, n);
await back('back_link', 'The key of epoch 0 under the key of epoch 1.', {}, () => rightBack(key.health0, 'back'));
await back('back_link_wrong_key', 'Brings a key that the log did not commit to.', { refused: 'Mismatch' }, () => rightBack(fixed('wrong', 32), 'back wrong'));
await back('back_link_wrong_epoch', 'Made for another epoch.', { refused: 'BackLink' }, () => aead(backKey(key.health1, carnet, health, 2), where(carnet, health, 2), key.health0, 'back epoch'));
await back('back_link_wrong_carnet', 'Made in another carnet.', { refused: 'BackLink' }, () => aead(backKey(key.health1, otherCarnet, health, 1), where(otherCarnet, health, 1), key.health0, 'back carnet'));
await back('back_link_short_key', 'Brings a key of 31 bytes.', { refused: 'BackLink' }, () => rightBack(key.health0.subarray(1), 'back short'));
await back('back_link_truncated', 'Its last byte is missing.', { refused: 'BackLink' }, () => rightBack(key.health0, 'back cut').subarray(0, -1));

// --- entries and labels

const entry = fixed('entry', 16);
const entryKey = (secret, id) => expand(secret, 'carnet/v1/entry', id);
const entryData = ({ place = carnet, sec = health, epoch = 0, id = entry, author = root.id } = {}) => cat(place, sec, u32(epoch), id, author);
const pad = (text, length = 256) => { const padded = Buffer.alloc(length); utf8(text).copy(padded); padded[utf8(text).length] = 0x80; return padded; };
const text = '{"v":1,"kind":"note"}';
const entryVector = (name, about, outcome, make) => vector(name, async () => ({ about, object: 'entry', section: url(health), epoch: 0, entry: url(entry), author: url(root.id), ...outcome, sealed: url(make(name)) }));
const sealedEntry = (place = {}, plain = pad(text), secret = key.health0, suite = SUITE) => (name) => aead(entryKey(secret, place.id ?? entry), entryData(place), plain, name, suite);
await entryVector('entry', 'One entry.', { plain: text }, sealedEntry());
await entryVector('entry_in_a_larger_bucket', 'An entry of 1,100 bytes in its Padmé bucket.', { plain: 'x'.repeat(1100) }, sealedEntry({}, pad('x'.repeat(1100), 1152)));
await entryVector('entry_wrong_carnet', 'Sealed for another carnet.', { refused: 'Broken' }, sealedEntry({ place: otherCarnet }));
await entryVector('entry_wrong_section', 'Sealed for another section.', { refused: 'Broken' }, sealedEntry({ sec: daily }));
await entryVector('entry_wrong_epoch', 'Sealed for another epoch.', { refused: 'Broken' }, sealedEntry({ epoch: 1 }));
await entryVector('entry_swapped_id', 'Another entry put in its place.', { refused: 'Broken' }, sealedEntry({ id: fixed('other entry', 16) }));
await entryVector('entry_wrong_author', 'Written by another member.', { refused: 'Broken' }, sealedEntry({ author: other.id }));
await entryVector('entry_wrong_key', 'Sealed under the key of another epoch.', { refused: 'Broken' }, sealedEntry({}, pad(text), key.health1));
await entryVector('entry_newer', 'Of a suite that is not known yet.', { refused: 'Newer' }, sealedEntry({}, pad(text), key.health0, Buffer.of(2)));
await entryVector('entry_older', 'Of a suite that never was.', { refused: 'Broken' }, sealedEntry({}, pad(text), key.health0, Buffer.of(0)));
await entryVector('entry_without_padding', 'As long as its text.', { refused: 'Broken' }, sealedEntry({}, pad(text, text.length + 1)));
await entryVector('entry_without_mark', 'Padding without its mark.', { refused: 'Broken' }, sealedEntry({}, Buffer.alloc(256)));
await entryVector('entry_wrong_bucket', 'Padded more than it must be.', { refused: 'Broken' }, sealedEntry({}, pad(text, 512)));
await entryVector('entry_truncated', 'Its last byte is missing.', { refused: 'Broken' }, (name) => sealedEntry()(name).subarray(0, -1));
await entryVector('entry_empty', 'No bytes at all.', { refused: 'Broken' }, () => Buffer.alloc(0));
await entryVector('entry_suite_alone', 'Nothing behind the suite.', { refused: 'Broken' }, () => SUITE);
await entryVector('entry_without_key', 'In an epoch whose key is not here.', { epoch: 7, refused: 'Key' }, sealedEntry({ epoch: 7 }));

const labelVector = (name, about, outcome, make) => vector(name, async () => ({ about, object: 'label', section: url(team), member: url(root.id), ...outcome, sealed: url(make(name)) }));
const sealedLabel = (subject, epoch = 0, stated = epoch) => (name) => {
  const sealed = aead(expand(key.team0, 'carnet/v1/label', subject), cat(team, u32(epoch)), pad('Maman', 64), name);
  return cat(sealed.subarray(0, 1), u32(stated), sealed.subarray(1));
};
await labelVector('label', 'The name of a member.', { plain: 'Maman' }, sealedLabel(cat([0], root.id)));
await labelVector('label_of_another', 'The name of another member.', { refused: 'Broken' }, sealedLabel(cat([0], other.id)));
await labelVector('label_of_a_compartment', 'The name of a compartment with the same id.', { refused: 'Broken' }, sealedLabel(cat([1], root.id)));
await labelVector('label_wrong_epoch', 'Sealed in one epoch, says another.', { refused: 'Broken' }, sealedLabel(cat([0], root.id), 1, 0));
await labelVector('label_truncated', 'Its last byte is missing.', { refused: 'Broken' }, (name) => sealedLabel(cat([0], root.id))(name).subarray(0, -1));

// --- what an account keeps for itself

const boxVector = (name, about, outcome, make) => vector(name, async () => ({ about, object: 'box', kind: 1, name: 'note/1', ...outcome, sealed: url(make(name)) }));
const sealedBox = (kind = 1, record = 'note/1', secret = derive(root.seed, 'carnet/v1/root/shelf')) => (name) => aead(derive(secret, 'carnet/v1/box', [kind]), cat([kind], utf8(record)), utf8('a draft'), name);
await boxVector('box', 'A draft.', { plain: 'a draft' }, sealedBox());
await boxVector('box_wrong_kind', 'A record put in the place of a draft.', { refused: 'Broken' }, sealedBox(2));
await boxVector('box_swapped_record', 'Another draft put in its place.', { refused: 'Broken' }, sealedBox(1, 'note/2'));
await boxVector('box_other_account', 'Another account\'s.', { refused: 'Broken' }, sealedBox(1, 'note/1', derive(other.seed, 'carnet/v1/root/shelf')));
await boxVector('box_other_key', 'Sealed with the key for the server\'s side.', { refused: 'Broken' }, sealedBox(1, 'note/1', derive(root.seed, 'carnet/v1/root/own')));

await vector('notice', async () => {
  const [own, generation, iv] = [derive(root.seed, 'carnet/v1/root/own'), u32(7), fixed('notice nonce', 12)];
  const top = cat(SUITE, root.id, generation);
  const aes = await subtle.importKey('raw', derive(own, 'carnet/v1/notice/key', generation), 'AES-GCM', false, ['encrypt']);
  const said = '{"title":"Rendez-vous","body":"demain"}';
  const additionalData = cat(utf8('carnet/v1/notice\0'), top);
  const sealed = Buffer.from(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, aes, utf8(said.padEnd(512))));
  return {
    about: 'What a device shows as a reminder, and the name of a thing that the server keeps.', object: 'notice', generation: 7,
    plain: said, sealed: url(cat(top, iv, sealed)), thing: 'thing', name: url(derive(own, 'carnet/v1/notice/name', sha256(utf8('thing')))),
  };
});

// --- links and deposits

const s = fixed('link', 32);
const linkMember = await member(derive(s, 'carnet/v1/link/identity'));
const tray = await member(fixed('tray', 32));
const trayDigest = sha256(utf8('carnet/v1/tray-key\0'), SUITE, tray.recipient);
const fragment = (version, tail = Buffer.alloc(0)) => cat([version], s, carnet, u64(42), fixed('head', 32), tail);
const linkVector = (name, about, outcome, make) => vector(name, async () => ({ about, object: 'link', ...outcome, fragment: make() }));
const leads = { carnet: url(carnet), seq: 42, head: url(fixed('head', 32)), id: url(linkMember.id), token: url(derive(s, 'carnet/v1/link/access')) };
await linkVector('link', 'A link.', { ...leads, tray: null }, () => url(fragment(1)));
await linkVector('link_to_a_tray', 'A deposit link.', { ...leads, tray: url(trayDigest) }, () => url(fragment(1, trayDigest)));
await linkVector('link_newer', 'Of a version that is not known yet.', { refused: 'Newer' }, () => url(fragment(2)));
await linkVector('link_version_0', 'Of a version that never was.', { refused: 'Incomplete' }, () => url(fragment(0)));
await linkVector('link_truncated', 'Copied in part.', { refused: 'Incomplete' }, () => url(fragment(1)).slice(0, -4));
await linkVector('link_extended', 'With something after its end.', { refused: 'Incomplete' }, () => url(fragment(1, [0])));
await linkVector('link_padded', 'In another spelling of base64.', { refused: 'Incomplete' }, () => `${url(fragment(1))}=`);
await linkVector('link_not_base64url', 'With the characters of the other base64.', { refused: 'Incomplete' }, () => `+/${url(fragment(1)).slice(2)}`);

const linkId = sha256(utf8('carnet/v1/member\0'), SUITE, linkMember.signing, tray.recipient).subarray(0, 16);
const depositPlain = ({ place = carnet, link = linkId, counter = 3, content = pad('report') } = {}) => cat(SUITE, cbor([place, link, counter, content]));
const depositVector = (name, about, outcome, make) => vector(name, async () => ({ about, object: 'deposit', tray: secretLine(tray.seed), link: url(linkId), counter: 3, ...outcome, sealed: url(await make()) }));
const toTray = (plain) => toSeed(tray.seed, plain);
await depositVector('deposit', 'A deposit.', { plain: 'report' }, () => toTray(depositPlain()));
await depositVector('deposit_wrong_number', 'Put under another number.', { refused: 'WrongPlace' }, () => toTray(depositPlain({ counter: 4 })));
await depositVector('deposit_wrong_link', 'Left by another link.', { refused: 'WrongPlace' }, () => toTray(depositPlain({ link: other.id })));
await depositVector('deposit_wrong_carnet', 'Left in another carnet.', { refused: 'WrongPlace' }, () => toTray(depositPlain({ place: otherCarnet })));
await depositVector('deposit_other_tray', 'Sealed to another tray.', { refused: 'NotForUs' }, () => toSeed(other.seed, depositPlain()));
await depositVector('deposit_without_padding', 'As long as its text.', { refused: 'Malformed' }, () => toTray(depositPlain({ content: utf8('report') })));
await depositVector('deposit_newer', 'Of a suite that is not known yet.', { refused: 'Newer' }, () => toTray(cat([2], depositPlain().subarray(1))));
await depositVector('deposit_truncated', 'Its last byte is missing.', { refused: 'Malformed' }, async () => (await toTray(depositPlain())).subarray(0, -1));

// --- files: one sealed file of two chunks beside its vector; each failure is one edit of it

const fileSeed = fixed('file', 32);
const filePlain = Buffer.alloc(65536 + 10, 'carnet ');
const fileAt = new URL('file.age', folder);
if (!existsSync(fileAt)) writeFileSync(fileAt, await toSeed(fileSeed, filePlain));
const sealedFile = readFileSync(fileAt);
const payload = 65536 + 10 + 2 * 16;
const headLength = sealedFile.length - payload;
const fileVector = (name, about, edit, outcome, facts = {}) => vector(name, async () => ({
  about, object: 'file', secret: secretLine(fileSeed), size: filePlain.length, sha256: url(sha256(filePlain)),
  head: url(sha256(sealedFile.subarray(0, headLength))), sealed_size: sealedFile.length, edit, ...facts, ...outcome,
}));
await fileVector('file', 'A file of two chunks.', {}, { plain: 'carnet ' });
await fileVector('file_truncated', 'Its last byte is missing.', { cut: 1 }, { refused: 'Truncated' });
await fileVector('file_truncated_at_a_chunk', 'Its last chunk is missing.', { cut: 26 }, { refused: 'Truncated' });
await fileVector('file_extended', 'A byte follows after its end.', { append: 1 }, { refused: 'TooLong' });
await fileVector('file_flipped_payload', 'One bit of its first chunk is changed.', { flip: headLength + 100 }, { refused: 'Damaged { chunk: 0 }' });
await fileVector('file_flipped_tag', 'One bit of its last tag is changed.', { flip: sealedFile.length - 1 }, { refused: 'Damaged { chunk: 1 }' });
await fileVector('file_flipped_head', 'One bit of its header is changed.', { flip: 40 }, { refused: 'WrongFile' });
await fileVector('file_flipped_nonce', 'One bit of its nonce is changed.', { flip: headLength - 1 }, { refused: 'WrongFile' });
await fileVector('file_swapped', 'The entry names the head of another file.', {}, { refused: 'WrongFile' }, { head: url(fixed('other head', 32)) });
await fileVector('file_other_secret', 'The entry holds the identity of another file.', {}, { refused: 'WrongFile' }, { secret: secretLine(other.seed) });
await fileVector('file_wrong_content', 'The whole is not what the entry says.', {}, { refused: 'WrongContent' }, { sha256: url(fixed('other content', 32)) });
await fileVector('file_wrong_size', 'One byte shorter than the entry says.', {}, { refused: 'Truncated' }, { size: filePlain.length + 1, sealed_size: sealedFile.length + 1 });
await fileVector('file_last_chunk_in_the_middle', 'The entry says that its first chunk is its only one.', { keep: headLength + 65536 + 16 }, { refused: 'Damaged { chunk: 0 }' }, { size: 65536, sealed_size: headLength + 65536 + 16 });

// --- the urgent sheet: SMART Health Links, and our signature in the header

const wide = (n) => { const b = Buffer.alloc(8); b.writeBigUInt64BE(BigInt(n)); return b; };
const scalar = fixed('sheet signing', 32);
const sheetKey = fixed('sheet key', 32);
const pointOf = (secret) => { const curve = createECDH('prime256v1'); curve.setPrivateKey(secret); return curve.getPublicKey(); };
const manifestOf = (secret) => sha256(pointOf(secret));
const signer = (secret) => {
  const point = pointOf(secret);
  const jwk = { kty: 'EC', crv: 'P-256', d: url(secret), x: url(point.subarray(1, 33)), y: url(point.subarray(33)) };
  return subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
};
const bundle = '{"resourceType":"Bundle","type":"document","entry":[{"note":"Allergie à la pénicilline"}]}';
const sheet = async ({
  label = 'sheet', content = bundle, seq = 42, at = 1790000000, stated = { seq, at }, by = scalar, manifest = manifestOf(by),
  point = pointOf(by), key: sealingKey = sheetKey, deflate = deflateRawSync, seal = (whole) => whole, header = {},
} = {}) => {
  const plain = Buffer.from(content);
  const message = cat(utf8(`carnet/v1/${label}\0`), manifest, wide(seq), wide(at), sha256(plain));
  const sig = await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, await signer(by), message);
  const whole = { alg: 'dir', enc: 'A256GCM', zip: 'DEF', cty: 'application/fhir+json', carnet: seal({ key: url(point), ...stated, sig: url(sig) }), ...header };
  const protectedHeader = url(utf8(JSON.stringify(whole)));
  const [iv, aes] = [fixed(`nonce ${label} ${seq}`, 12), await subtle.importKey('raw', sealingKey, 'AES-GCM', false, ['encrypt'])];
  const sealed = Buffer.from(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(protectedHeader) }, aes, deflate(plain)));
  return [protectedHeader, '', url(iv), url(sealed.subarray(0, -16)), url(sealed.subarray(-16))].join('.');
};
const secretText = url(cat([1], scalar, sheetKey));
const sheetVector = (name, about, outcome, make) => vector(name, async () => ({ about, object: 'sheet', secret: secretText, manifest: url(manifestOf(scalar)), seq: 42, at: 1790000000, ...outcome, jwe: await make() }));
await sheetVector('sheet', 'A sheet.', { plain: bundle }, () => sheet());
await sheetVector('sheet_not_deflated', 'A sheet as another program may seal it.', { plain: bundle }, () => sheet({ deflate: (plain) => plain, header: { zip: undefined } }));
await sheetVector('sheet_signed_by_another', 'Sealed again by somebody who has the card only, and signed with a key of their own.', { refused: 'NotSigned' }, () => sheet({ by: fixed('another signer', 32) }));
await sheetVector('sheet_with_the_right_key_named', 'Signed with another key, and the right one is named.', { refused: 'NotSigned' }, () => sheet({ by: fixed('another signer', 32), point: pointOf(scalar), manifest: manifestOf(scalar) }));
await sheetVector('sheet_not_signed', 'Nobody vouches for it.', { refused: 'NotSigned' }, () => sheet({ seal: () => undefined }));
await sheetVector('sheet_for_another_manifest', 'Signed for another link.', { refused: 'NotSigned' }, () => sheet({ manifest: fixed('another manifest', 32) }));
await sheetVector('sheet_made_newer', 'An old sheet that says that it is a newer one.', { refused: 'NotSigned' }, () => sheet({ stated: { seq: 43, at: 1790000000 } }));
await sheetVector('sheet_made_younger', 'An old sheet that says that it was made later.', { refused: 'NotSigned' }, () => sheet({ stated: { seq: 42, at: 1790000001 } }));
await sheetVector('sheet_signed_as_something_else', 'Signed for another purpose.', { refused: 'NotSigned' }, () => sheet({ label: 'other' }));
await sheetVector('sheet_with_a_compressed_point', 'Its key in another spelling.', { refused: 'NotSigned' }, () => sheet({ point: cat([2], pointOf(scalar).subarray(1, 33)) }));
await sheetVector('sheet_of_another_key', 'Sealed with another key.', { refused: 'Broken' }, () => sheet({ key: fixed('another sheet key', 32) }));
await sheetVector('sheet_truncated', 'Copied in part.', { refused: 'Malformed' }, async () => (await sheet()).slice(0, -40));
await sheetVector('sheet_without_its_tag', 'Its last byte is missing.', { refused: 'Malformed' }, async () => (await sheet()).slice(0, -2));
await sheetVector('sheet_with_another_header', 'Its header was changed.', { refused: 'Broken' }, async () => {
  const parts = (await sheet()).split('.');
  return [url(utf8(Buffer.from(parts[0], 'base64url').toString().replace('application/fhir+json', 'application/fhir+xml '))), ...parts.slice(1)].join('.');
});
await sheetVector('sheet_with_an_algorithm', 'It says that its key is wrapped.', { refused: 'Malformed' }, () => sheet({ header: { alg: 'A256KW' } }));
await sheetVector('sheet_of_another_cipher', 'It says that it is of another cipher.', { refused: 'Malformed' }, () => sheet({ header: { enc: 'A128GCM' } }));
await sheetVector('sheet_of_six_parts', 'A part more than there are.', { refused: 'Malformed' }, async () => `${await sheet()}.`);
await sheetVector('sheet_padded', 'In another spelling of base64.', { refused: 'Malformed' }, async () => `${await sheet()}=`);
await sheetVector('sheet_endless', 'Inflates to sixty-four million spaces.', { refused: 'TooLong' }, () => sheet({ content: Buffer.alloc(64_000_000, 32) }));
await sheetVector('sheet_not_of_deflate', 'Says that it is deflated, and is not.', { refused: 'Malformed' }, () => sheet({ deflate: (plain) => plain }));
await vector('shlink', async () => ({
  about: 'The address of an urgent link.', object: 'shlink', secret: secretText,
  shlink: `shlink:/${url(utf8(JSON.stringify({ url: `https://carnet.example/shl/${url(manifestOf(scalar))}`, flag: 'LP', key: url(sheetKey), exp: 1800000000, label: 'Carnet' })))}`,
}));
await vector('typed_code', async () => {
  const typed = fixed('typed code', 10);
  const check = BigInt(`0x${hex(sha256(utf8('carnet/v1/typed-code\0'), typed)).slice(0, 5)}`);
  const bits = BigInt(`0x${hex(typed)}`) << 20n | check;
  const text = Array.from({ length: 20 }, (_, at) => ALPHABET[Number(bits >> BigInt(95 - 5 * at) & 31n)]).join('');
  const base = await subtle.importKey('raw', utf8(text), 'PBKDF2', false, ['deriveBits']);
  const derived = Buffer.from(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: utf8('carnet/v1/typed-code'), iterations: 600000 }, base, 512));
  const iv = fixed('typed code nonce', 12);
  const aes = await subtle.importKey('raw', derived.subarray(32), 'AES-GCM', false, ['encrypt']);
  const sealed = cat(iv, Buffer.from(await subtle.encrypt({ name: 'AES-GCM', iv }, aes, utf8('shlink:/abc'))));
  return { about: 'A typed code, and the address that it opens.', object: 'typed_code', text: text.match(/.{4}/g).join('-'), lookup: url(derived.subarray(0, 32)), sealed: url(sealed), plain: 'shlink:/abc' };
});
