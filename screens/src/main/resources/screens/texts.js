// The words of a page in all three languages, so that a change of language needs no network.

export const LANGUAGES = [
  { tag: "kk", name: "Қазақша", short: "Қаз" },
  { tag: "ru", name: "Русский", short: "Рус" },
  { tag: "en", name: "English", short: "Eng" },
];

/// Loads `/screens/<page>.texts.<language>.json`, objects within objects whose names joined by dots
/// are the keys. Gives a function from a language to its `say`.
export async function loadTexts(...pages) {
  const tables = new Map();
  await Promise.all(
    LANGUAGES.map(async ({ tag }) => {
      const table = new Map();
      const files = await Promise.all(pages.map((page) => json(`/screens/${page}.texts.${tag}.json`)));
      files.forEach((file) => flatten("", file, table));
      tables.set(tag, table);
    }),
  );
  return (language) => speaker(language, tables.get(language));
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function flatten(prefix, tree, table) {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === "string") table.set(prefix + name, value);
    else flatten(`${prefix}${name}.`, value, table);
  }
}

function speaker(language, table) {
  const say = (key, values = {}) => {
    const sentence = table.get(key);
    if (sentence === undefined) throw new Error(`no text ${key} in ${language}`);
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  };
  say.language = language;
  say.has = (key) => table.has(key);
  // The form that follows this number: `key.one`, `key.few` or `key.many`.
  say.counted = (key, n, values = {}) => say(`${key}.${form(language, n)}`, { n, ...values });
  return say;
}

/// Unicode plural rules; Kazakh and English use `many` for all but one.
function form(language, n) {
  const category = new Intl.PluralRules(language).select(n);
  if (language === "ru") return category === "other" ? "many" : category;
  return category === "one" ? "one" : "many";
}

/// A name that the catalogue has in three languages.
export const named = (names, language) => names?.[language] ?? names?.kk ?? "";

/// `"A047"` as people read it: the letter of the same shape in Cyrillic, a space that never breaks.
export function shownNumber(number) {
  const look = { A: "А", E: "Е", K: "К", M: "М", T: "Т" };
  return number.replace(/^([A-Z])(\d+)$/, (_, letter, digits) => `${look[letter] ?? letter}\u00a0${digits}`);
}

/// Seconds as minutes to tell people: never shorter than expected, whole to 10, then by steps of 5;
/// as on paper.
export function toldMinutes(seconds) {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes <= 10 ? minutes : Math.ceil(minutes / 5) * 5;
}

/// A wait as `{p50, p90}` in seconds: `10–15`, or one number where both are the same.
export function toldRange(wait) {
  const from = toldMinutes(wait.p50);
  const to = toldMinutes(wait.p90);
  return from === to ? `${from}` : `${from}–${to}`;
}

/// `1 966 ₸`, with spaces that never break.
export const money = (kzt) => `${String(kzt).replace(/\B(?=(\d{3})+$)/g, "\u00a0")}\u00a0₸`;

/// `14:20` in the zone of the branch.
export const clock = (instant, zone) =>
  new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(instant);

/// `24.11` in the zone of the branch.
export const dayOf = (instant, zone) =>
  new Intl.DateTimeFormat("ru", { day: "2-digit", month: "2-digit", timeZone: zone }).format(instant);
