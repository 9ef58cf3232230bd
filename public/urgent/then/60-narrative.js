// The narrative of a section, made anew from what may stand in one: text, and a few elements without any attribute but the
// mark of what is not confirmed (in this page's words), and telephone numbers to call. Everything else is left out, scripts and styles with their
// content. No parser of the browser ever sees it as markup.

const KEPT = {
  div: "div", p: "p", ul: "ul", ol: "ol", li: "li", b: "b", strong: "b", i: "span", em: "span", br: "br", span: "span",
  h1: "h3", h2: "h3", h3: "h3", h4: "h4", dl: "dl", dt: "dt", dd: "dd", table: "table", thead: "thead", tbody: "tbody",
  tr: "tr", th: "th", td: "td",
};
const DROPPED = /^(script|style|template|noscript|iframe|object|svg|math|head|title|textarea|select|audio|video|canvas)$/;
const MARK = "mark-unconfirmed";
const DEEP = 24;
const LONG = 500000;
const TOKENS = 40000;
const TOKEN = /<!-{2}[^]*?-->|<(\/?)([A-Za-z][A-Za-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|[^<]+|</g;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const PHONE = /(?:\+\d{1,3}[ .]?|\b0)[1-9](?:[ .-]?\d{2}){4}\b/g;

// What a map has under a name that was received; never what every object has.
function own(map, name) {
  return Object.prototype.hasOwnProperty.call(map, name) ? map[name] : undefined;
}

function decoded(text) {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([a-z]{2,4}));/g, (whole, number, hex, name) => {
    if (name) return own(ENTITIES, name) || whole;
    const code = number ? Number(number) : parseInt(hex, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : "";
  });
}

function attribute(attributes, name) {
  const found = new RegExp("(?:^|\\s)" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')").exec(attributes);
  return found ? decoded(found[1] || found[2] || "") : "";
}

function phone(shown, number) {
  const link = element("a", "u-phone", shown);
  link.href = "tel:" + number.replace(/[^\d+]/g, "");
  return link;
}

// Text with its telephone numbers made ready to be called.
function addText(text, into) {
  let from = 0;
  if (into.nodeName !== "A") {
    text.replace(PHONE, (number, at) => {
      into.appendChild(document.createTextNode(text.slice(from, at)));
      into.appendChild(phone(number, number));
      from = at + number.length;
      return number;
    });
  }
  into.appendChild(document.createTextNode(text.slice(from)));
}

// The element that stands for a tag; none for one that only its content is kept of.
function elementOf(name, attributes) {
  const target = name === "a" ? attribute(attributes, "href") : "";
  if (/^tel:\+?[\d .()-]{3,24}$/.test(target)) return phone("", target.slice(4));
  const kept = own(KEPT, name);
  return kept ? element(kept, attribute(attributes, "class") === MARK ? MARK : "") : null;
}

function mark(whole, words) {
  Array.prototype.forEach.call(whole.querySelectorAll("span." + MARK), (one) => {
    one.textContent = words.mark;
    one.lang = words.tag.slice(0, 2);
  });
  return whole;
}

function narrative(div, budget) {
  const source = String(div);
  if (source.length > LONG) throw no("broken");
  const whole = element("div", "u-text");
  // The open tags: what they are called, and where their content goes. The outermost div is this one.
  const open = [];
  const place = () => (open.length ? open[open.length - 1].place : whole);
  let dropping = "";
  let nested = 0;
  const opened = (name, attributes) => {
    const outermost = open.length === 0 && name === "div" && !whole.firstChild;
    const made = outermost || open.length >= DEEP ? null : elementOf(name, attributes);
    if (made) place().appendChild(made);
    if (name !== "br" && !/\/\s*$/.test(attributes)) open.push({ name, place: made || place() });
  };
  const closed = (name) => {
    let at = open.length - 1;
    while (at >= 0 && open[at].name !== name) at -= 1;
    if (at >= 0) open.length = at;
  };
  source.replace(TOKEN, (token, slash, tag, attributes) => {
    budget.left -= 1;
    if (budget.left < 0) throw no("broken");
    const name = tag ? tag.toLowerCase() : "";
    if (dropping) {
      if (name === dropping && !/\/\s*$/.test(attributes)) nested += slash ? -1 : 1;
      if (nested === 0) dropping = "";
    } else if (name && slash) closed(name);
    else if (name && DROPPED.test(name)) {
      if (/\/\s*$/.test(attributes)) return "";
      dropping = name;
      nested = 1;
    } else if (name) opened(name, attributes);
    else if (token.slice(0, 2) !== "<!") addText(decoded(token), place());
    return "";
  });
  // What would hide the rest of the text hides that it does.
  if (dropping) throw no("broken");
  return whole;
}
