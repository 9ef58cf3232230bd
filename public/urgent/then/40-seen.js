// The newest sheet of each card that this device has seen, so that an older one does not pass unnoticed. No name, no content:
// a hash of the card's public name, a number and a date.

const PLACE = "carnet-sheets";
const CARDS = 50;

// Remembers this sheet; gives back the date (seconds) of a newer one that was seen before, or nothing.
async function remember(id, seq, at) {
  const name = toBase64url((await sha256(utf8("seen " + id))).subarray(0, 12));
  try {
    const all = JSON.parse(localStorage.getItem(PLACE) || "[]").filter((one) => Array.isArray(one) && one.length === 3);
    const known = all.filter((one) => one[0] === name)[0];
    if (known && known[1] > seq) return Number(known[2]);
    const others = all.filter((one) => one[0] !== name).slice(-(CARDS - 1));
    localStorage.setItem(PLACE, JSON.stringify(others.concat([[name, seq, at]])));
  } catch (error) {
    // A browser that keeps nothing cannot compare; the sheet's date is on it all the same.
  }
  return undefined;
}
