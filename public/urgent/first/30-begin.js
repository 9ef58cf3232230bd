// What happens before anything else: the link is taken out of the address bar, and the sheet asked for, while the rest of
// this page is still on its way.

// The fragment, which then stands nowhere any more.
function takeFragment() {
  const fragment = location.hash.slice(1);
  if (fragment) history.replaceState(null, "", location.pathname);
  return fragment;
}

// What a fragment leads to: a link, and the answer under way unless a passcode must be given first.
function follow(text) {
  const begun = {};
  try {
    begun.link = readLink(text);
    if (!begun.link.passcode) {
      begun.answer = ask(begun.link);
      // Whoever waits for it is told; until then a failure is nobody's.
      begun.answer.catch(() => {});
    }
  } catch (error) {
    begun.trouble = error.why ? error : no("link");
  }
  return begun;
}

function capable() {
  return Boolean(window.crypto && crypto.subtle && window.fetch && window.TextDecoder && window.DOMParser);
}

window.carnetSheet = { parts: { no, utf8, fromBase64url, toBase64url, join, readLink, post, ask, takeFragment, follow } };

// On any other page this script only offers to draw.
if (document.documentElement.hasAttribute("data-urgent")) {
  const fragment = takeFragment();
  if (capable()) {
    document.documentElement.className = "runs";
    if (fragment) window.carnetSheet.begun = follow(fragment);
  }
}
