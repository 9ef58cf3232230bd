// Elements from names, classes and texts: nothing that was received is ever read as markup.

function element(name, className, children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const child of [].concat(children === undefined ? [] : children)) {
    if (child === null || child === "") continue;
    made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  }
  return made;
}

function button(className, text, act) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

// A field with its label above and room for what is wrong with it.
function field(name, label, hint) {
  const input = element("input");
  input.id = "u-" + name;
  input.name = name;
  input.type = "text";
  input.maxLength = 100;
  input.required = true;
  input.autocomplete = "off";
  input.setAttribute("autocapitalize", "off");
  input.setAttribute("spellcheck", "false");
  const above = element("label", "", label);
  above.htmlFor = input.id;
  const wrong = element("p", "u-wrong");
  wrong.id = input.id + "-wrong";
  wrong.setAttribute("role", "alert");
  const why = hint ? element("p", "u-hint", hint) : null;
  if (why) why.id = input.id + "-why";
  input.setAttribute("aria-describedby", (why ? why.id + " " : "") + wrong.id);
  const tell = (text) => {
    wrong.textContent = text || "";
    if (text) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    if (text) input.focus();
  };
  return { input, tell, all: element("div", "u-field", [above, why, input, wrong]) };
}

function empty(place) {
  while (place.firstChild) place.removeChild(place.firstChild);
}

// `2016`, `2016-03`, `2016-03-12`, or a moment: as people write it; what is no date stays as it is.
function day(text, words) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(String(text || ""));
  if (!found) return String(text || "").slice(0, 40);
  const date = new Date(Number(found[1]), Number(found[2] || 1) - 1, Number(found[3] || 1));
  const how = { year: "numeric" };
  if (found[2]) how.month = "long";
  if (found[3]) how.day = "numeric";
  return date.toLocaleDateString(words.tag, how);
}

// A moment in seconds, as a day here.
function dayOf(seconds, words) {
  return new Date(seconds * 1000).toLocaleDateString(words.tag, { day: "numeric", month: "long", year: "numeric" });
}

// Whole months from a date to a moment; nothing if the text is no date.
function monthsSince(text, now) {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(String(text || ""));
  if (!found) return undefined;
  const months = (now.getFullYear() - Number(found[1])) * 12 + now.getMonth() + 1 - Number(found[2]);
  return months - (now.getDate() < Number(found[3] || 1) ? 1 : 0);
}
