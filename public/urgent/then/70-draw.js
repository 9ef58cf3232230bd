// The sheet itself, drawn into any element: what a physician sees, and what a parent sees before.

// A vital part of more characters is set smaller on paper.
const DENSE = 3000;

function headOf(sheet, words, now, preview) {
  const months = monthsSince(sheet.born, now);
  const age = months === undefined || months < 0 ? "" : months < 36 ? words.months(months) : words.years(Math.floor(months / 12));
  const born = sheet.born ? (own(words.born, sheet.sex) || words.born.other) + " " + day(sheet.born, words) : "";
  const sex = own(words.sex, sheet.sex) || "";
  const weight = sheet.weight;
  const lines = [element("p", "u-born", [born, age, sex].filter(Boolean).join(" · "))];
  if (weight) {
    const when = weight.date ? " (" + day(weight.date, words) + ")" : "";
    const value = weight.value.toLocaleString(words.tag) + " " + weight.unit;
    lines.push(element("p", "u-weight", [words.weight + " ", element("b", "", value), when]));
  }
  const who = element("div", "u-name", [element(preview ? "p" : "h1", "u-title", oneOf(sheet.name, words) || sheet.name || words.sheet)].concat(lines));
  if (!sheet.photo) return element("header", "u-who", who);
  const photo = element("img", "u-photo");
  photo.alt = "";
  photo.src = sheet.photo;
  return element("header", "u-who", [photo, who]);
}

function banner(kind, words) {
  return element("p", "u-banner u-" + kind, words);
}

// Whether somebody answers for what follows, and since when.
function confirmation(sheet, words, now, older) {
  const all = [];
  if (older !== undefined) all.push(banner("alarm", words.older(dayOf(older, words))));
  if (!sheet.confirmed || !sheet.confirmed.on) return all.concat([banner("caution", words.never)]);
  const on = day(sheet.confirmed.on, words);
  const months = monthsSince(sheet.confirmed.on, now);
  if (months >= 12) all.push(banner("caution", words.year(on)));
  else if (months >= 6) all.push(banner("caution", words.half(on)));
  return all.concat([element("p", "u-confirmed", words.confirmed(sheet.confirmed.by, on))]);
}

function statement(section, words) {
  if (section.none) return element("p", "u-none", own(words.noneOf, section.code) || words.none);
  return element("p", "u-unknown", words.unknown);
}

// What is given in French and English is told in one of them; nothing if it is not given in both.
function oneOf(text, words) {
  const both = text.split(" · ");
  return both.length === 2 ? both[words === FRENCH ? 0 : 1] : "";
}

function titleOf(section, words) {
  return oneOf(section.title, words) || own(words.titles, section.code) || section.title || words.untitled;
}

function drawSection(section, words, budget, language) {
  const told = (div) => {
    const made = mark(narrative(div, budget), words);
    if (language) made.lang = language;
    return made;
  };
  const body = [];
  if (section.none || section.unknown || (!section.div && !section.parts.length)) body.push(statement(section, words));
  else if (section.div) body.push(told(section.div));
  for (const part of section.parts) {
    if (part.title) body.push(element("h3", "", part.title));
    if (part.div) body.push(told(part.div));
  }
  const made = element("section", "u-part u-" + section.code.replace(/[^\w-]/g, ""), [element("h2", "", titleOf(section, words))].concat(body));
  if (section.code === VITAL[0] || section.code === VITAL[1]) {
    made.classList.add(section.none || section.unknown ? "u-calm" : "u-danger");
  }
  return made;
}

function replyOf(sheet, words, preview) {
  const link = element(preview ? "span" : "a", "u-do", words.reply);
  if (!preview) {
    link.href = sheet.deposit;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  return element("section", "u-reply", [link, element("p", "u-hint", words.replyWhy)]);
}

// Draws a Bundle (an object, or its JSON text) into an element, in place of whatever was there. Options: `lang` "fr" or
// "en"; `preview` for a sheet that is not read through a card; `sealed`, its date in seconds; `older`, the date of a newer
// one that this device saw; `now`; `documents`, which draws the list of documents into a section of its own.
function draw(place, bundle, options) {
  const chosen = options || {};
  const words = WORDS[chosen.lang] || FRENCH;
  const now = chosen.now || new Date();
  let sheet;
  try {
    sheet = readBundle(typeof bundle === "string" ? JSON.parse(bundle) : bundle);
  } catch (error) {
    throw error.why ? error : no("broken");
  }
  const budget = { left: TOKENS };
  const part = (section) => drawSection(section, words, budget, sheet.language);
  const vital = element("div", "u-vital", sheet.sections.vital.map(part));
  // On paper it keeps to the first sheet: see the style.
  if (vital.textContent.length > DENSE) vital.classList.add("u-dense");
  const rest = element("div", "u-rest", sheet.sections.rest.map(part));
  const head = [headOf(sheet, words, now, chosen.preview)].concat(confirmation(sheet, words, now, chosen.older));
  if (vital.querySelector("." + MARK) || rest.querySelector("." + MARK)) {
    head.push(element("p", "u-legend", [element("span", MARK, words.mark), " " + words.unconfirmed]));
  }
  const all = head.concat([vital, rest]);
  if (sheet.documents.length) {
    const titles = element("ul", "u-files", sheet.documents.map((one) => element("li", "", one.title || words.untitled)));
    const section = element("section", "u-part u-documents", [element("h2", "", words.documents), titles]);
    if (chosen.documents) chosen.documents(section, sheet.documents, words);
    all.push(section);
  }
  if (sheet.deposit) all.push(replyOf(sheet, words, chosen.preview));
  if (chosen.sealed !== undefined) all.push(element("p", "u-sealed", words.sealed(dayOf(chosen.sealed, words))));
  empty(place);
  place.classList.add("carnet-sheet");
  place.lang = words.tag.slice(0, 2);
  for (const one of all) place.appendChild(one);
  return sheet;
}
window.carnetSheet.draw = draw;
