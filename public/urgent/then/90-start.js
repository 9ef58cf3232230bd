// From a link to the sheet on the screen.

// The answer is there: opened, checked, compared with what this device saw before, and drawn.
async function arrive(link, answer, passcode) {
  const files = list(answer.files);
  if (!files.length) throw no("broken");
  const opened = await openEnvelope(await fetchFile(files[0]), link, SHEET);
  showSheet(link, passcode, opened, await remember(link.id, opened.seq, opened.at));
}

async function begin(begun) {
  if (begun.trouble) return showTrouble(begun.trouble.why);
  if (!begun.answer) return showPasscode(begun.link);
  showWaiting();
  const retry = () => begin({ link: begun.link, answer: ask(begun.link) });
  try {
    await arrive(begun.link, await begun.answer);
  } catch (error) {
    if (error.why === "passcode") return showPasscode(begun.link, error.left);
    const passing = ["network", "busy", "server"].indexOf(error.why) >= 0;
    showTrouble(error.why, passing ? retry : null);
  }
  return undefined;
}

function language() {
  const other = document.getElementById("u-language");
  const name = () => {
    document.documentElement.lang = page.words.tag.slice(0, 2);
    other.lang = page.words === FRENCH ? "en" : "fr";
    other.textContent = page.words.other;
  };
  other.addEventListener("click", () => {
    page.words = page.words === FRENCH ? ENGLISH : FRENCH;
    name();
    page.again();
  });
  name();
}

if (document.documentElement.className === "runs") {
  page.main = document.getElementById("u-main");
  language();
  // A second card scanned into the same tab changes the fragment alone.
  window.addEventListener("hashchange", () => {
    const fragment = takeFragment();
    if (fragment) begin(follow(fragment));
  });
  if (window.carnetSheet.begun) begin(window.carnetSheet.begun);
  else showTyped();
}
