// What a phone remembers, so that a reload or a closed page loses nothing. The receipt never leaves
// the phone: it stands behind `#`, which browsers send to nobody, and here.

const RECEIPT = "kezek.receipt";
const LANGUAGE = "kezek.language";

/// The branch forgets a ticket after its day and the next; so does the phone.
const KEPT_MS = 48 * 3_600_000;

/// The digits behind `#` and the token in the path, as the address has them; either may be "".
export function addressed() {
  const token = /^\/t\/([\w-]+)$/.exec(location.pathname)?.[1] ?? "";
  return { digits: location.hash.slice(1), token };
}

export function keepReceipt(digits) {
  write(RECEIPT, JSON.stringify({ digits, at: Date.now() }));
}

/// The digits kept last, or "".
export function keptReceipt() {
  try {
    const kept = JSON.parse(read(RECEIPT) ?? "null");
    return kept && Date.now() - kept.at < KEPT_MS ? String(kept.digits) : "";
  } catch (e) {
    console.warn(`what was kept is no receipt: ${e}`);
    return "";
  }
}

/// Leaves nothing of the ticket on this phone, nor in its address bar.
export function forgetReceipt() {
  write(RECEIPT, null);
  location.replace("/t");
}

export const chosenLanguage = () => read(LANGUAGE);

export const keepLanguage = (tag) => write(LANGUAGE, tag);

// A private window may have no memory; the page then lives by its address alone.
function read(name) {
  try {
    return localStorage.getItem(name);
  } catch (e) {
    console.warn(`this browser remembers nothing: ${e}`);
    return null;
  }
}

function write(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch (e) {
    console.warn(`this browser remembers nothing: ${e}`);
  }
}
