// The page around the sheet: waiting, asking for a code or a passcode, saying what went wrong, the sheet.

const page = {
  words: WORDS[/^fr/i.test(navigator.language || "fr") ? "fr" : "en"],
  main: null,
  // Draws what is shown now again, after the language was changed.
  again: () => {},
};

function show(make) {
  page.again = () => {
    const made = [].concat(make(page.words));
    empty(page.main);
    page.main.className = "";
    made.forEach((one) => page.main.appendChild(one));
  };
  page.again();
}

function focusHeading() {
  const heading = page.main.querySelector("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

function showWaiting() {
  show((words) => {
    const wait = element("p", "u-wait", words.opening);
    wait.setAttribute("role", "status");
    return wait;
  });
}

// What happened, what it can mean, and what to do: the sheet is not all there is, the card itself says the most urgent.
function showTrouble(why, retry) {
  show((words) => {
    const [title, means] = words.troubles[why] || words.troubles.broken;
    const acts = [];
    if (retry) acts.push(button("u-do", words.again, retry));
    acts.push(button(retry ? "u-go" : "u-do", words.byCode, showTyped));
    const more = [element("p", "", means), element("p", "u-meanwhile", words.meanwhile), element("p", "u-acts", acts)];
    return element("section", "u-trouble", [element("h1", "", title)].concat(more));
  });
  focusHeading();
}

// One field and one button; `act` gets what was written and a way to tell what is wrong with it.
function form(title, why, name, go, act) {
  const asked = field(name, title, why);
  asked.all.firstChild.className = "u-asked";
  const press = element("button", "u-do", go);
  const wait = element("p", "u-hint");
  wait.setAttribute("role", "status");
  const made = element("form", "u-form", [element("h1", "u-away", title), asked.all, press, wait]);
  made.noValidate = true;
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    press.disabled = true;
    asked.tell("");
    await act(asked.input.value, asked.tell, (text) => (wait.textContent = text));
    wait.textContent = "";
    press.disabled = false;
  });
  return { made, input: asked.input };
}

function showTyped() {
  show((words) => {
    const typed = form(words.code, words.codeWhy, "code", words.codeOpen, async (value, tell, wait) => {
      if (/shlink:\//.test(value)) return begin(follow(value));
      let code;
      try {
        code = await readTyped(value);
      } catch (error) {
        return tell(error.why === "checksum" ? words.checksum : words[error.why](error.letter || error.count));
      }
      wait(words.codeCheck);
      try {
        return begin(follow(await linkOf(code)));
      } catch (error) {
        return showTrouble(error.why, error.why === "gone" || error.why === "key" ? null : showTyped);
      }
    });
    typed.input.className = "u-code";
    typed.input.maxLength = 2000;
    return [typed.made, element("p", "u-hint", words.meanwhile)];
  });
}

function showPasscode(link, left) {
  const told = { left, wrong: false };
  show((words) => {
    const asked = form(words.passcode, words.passcodeWhy, "passcode", words.passcodeOpen, async (value, tell) => {
      if (!value.trim()) return tell(words.passcode + " ?");
      try {
        const answer = await ask(link, value.trim());
        return await arrive(link, answer, value.trim());
      } catch (error) {
        if (error.why === "passcode") return tell(words.passcodeWrong(error.left));
        return showTrouble(error.why, error.why === "gone" ? null : () => showPasscode(link));
      }
    });
    if (told.wrong) asked.made.querySelector(".u-wrong").textContent = words.passcodeWrong(told.left);
    return asked.made;
  });
}

function showSheet(link, passcode, opened, older) {
  page.again = () => {
    const lang = page.words === FRENCH ? "fr" : "en";
    const told = { lang, sealed: opened.at, older, documents: documentsBy(link, passcode) };
    const sheet = draw(page.main, opened.content, told);
    const print = button("u-go u-print", page.words.print, () => window.print());
    page.main.appendChild(element("p", "u-acts", print));
    paperFoot(page.words.printed(sheet.name, dayOf(opened.at, page.words)));
  };
  page.again();
}

// Name and date at the foot of every printed page, where the browser can do that. Not in the title of the window: the
// browser would keep the name in its history.
function paperFoot(line) {
  const css = line.replace(/[^A-Za-z0-9 ]/g, (letter) => "\\" + letter.codePointAt(0).toString(16) + " ");
  const sheet = document.styleSheets[0];
  try {
    if (paperFoot.at !== undefined) sheet.deleteRule(paperFoot.at);
    paperFoot.at = sheet.cssRules.length;
    sheet.insertRule('@page { @bottom-left { content: "' + css + '"; } }', paperFoot.at);
  } catch (error) {
    paperFoot.at = undefined;
  }
}
