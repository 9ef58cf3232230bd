// The link of a card: a SMART Health Link (HL7, STU 1) of this very site.

// More than any link of ours takes.
const LINK = 2000;

// Reads `shlink:/…`, with or without an address before it. Only links of this origin are followed: nothing ever leaves it.
function readLink(text) {
  const found = /shlink:\/([A-Za-z0-9_-]+)\s*$/.exec(text.indexOf("%") < 0 ? text : decodeURIComponent(text));
  if (!found || text.length > LINK) throw no("link");
  let told;
  try {
    told = JSON.parse(new TextDecoder().decode(fromBase64url(found[1])));
  } catch (error) {
    throw no("link");
  }
  if (!told || typeof told.url !== "string" || typeof told.key !== "string") throw no("link");
  const url = /^(https?:\/\/[^/]+)\/shl\/([A-Za-z0-9_-]{43})$/.exec(told.url);
  if (!url) throw no(told.url.indexOf(location.origin + "/") === 0 ? "link" : "foreign");
  if (url[1] !== location.origin) throw no("foreign");
  if (!/^[A-Za-z0-9_-]{43}$/.test(told.key)) throw no("link");
  return { id: url[2], key: told.key, passcode: /P/.test(String(told.flag || "")) };
}

// Posts, and gives the answer back; every failure is a reason that people can be told.
async function post(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw no("network");
  }
  if (answer.status === 401) throw no("passcode", { left: (await said(answer)).remainingAttempts });
  if (answer.status === 404) throw no("gone");
  if (answer.status === 429) throw no("busy");
  if (!answer.ok) throw no("server");
  return said(answer);
}

async function said(answer) {
  try {
    return (await answer.json()) || {};
  } catch (error) {
    throw no("server");
  }
}

// Asks for the sheet: a passcode if the link has one, and who reads if the documents are wanted.
function ask(link, passcode, reader) {
  const body = { recipient: "carnet" };
  if (passcode) body.passcode = passcode;
  if (reader) body.reader = reader;
  return post("/shl/" + link.id, body);
}
