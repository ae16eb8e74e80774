// The questions of the panel.
import { html, nothing } from "./view.js";
import { clock, named, shownNumber } from "./texts.js";
import { MINUTES, OTHER, OTHER_MAX_CHARS, isAsked, reasonsFor } from "./desk-more.js";
import { documentsOf } from "./desk-offer.js";

/// @param isFirst whether the form begins with it
export function field(name, isFirst, room, say) {
  const { more } = room;
  if (!isAsked(name, more.action, more.values)) return nothing;
  switch (name) {
    case "reason":
      return radios("reason", isFirst, room, say, reasons(room, say));
    case "until":
      return radios("until", isFirst, room, say, MINUTES.map((n) => ({ value: n, words: n ? say("more.minutes", { n }) : say("more.open-end") })));
    case "document":
      return radios("document", isFirst, room, say, papers(room, say));
    case "parked":
      return radios("parked", isFirst, room, say, parked(room, say));
    case "target":
      return select("target", isFirst, room, say, [counters(room, say), groups(room, say)]);
    case "service":
      return select("service", isFirst, room, say, services(room, say));
    case "number":
      return line("number", isFirst, room, say, 12);
    case "other":
      return line("other", isFirst, room, say, OTHER_MAX_CHARS);
    default:
      return check(name, room, say);
  }
}

const reasons = (room, say) =>
  reasonsFor(room.more.action, room).map((code) => ({
    value: code,
    words: say.has(`reason.${code}`) ? say(`reason.${code}`) : code,
  }));

const papers = (room, say) => [
  ...documentsOf(room).asked.map(({ code, name }) => ({ value: code, words: named(name, say.language) })),
  { value: OTHER, words: say("more.other-paper") },
];

const parked = (room, say) =>
  room.parked.map(({ number, until }) => ({
    value: number,
    words: until
      ? say("more.parked-until", { number: shownNumber(number), time: clock(Date.parse(until), room.offer?.branch.zone) })
      : shownNumber(number),
  }));

const counters = (room, say) => ({
  label: say("more.counters"),
  options: room.desks
    .filter(({ counter, state }) => counter !== room.counter && state !== "closed")
    .map(({ counter }) => ({ value: `counter:${counter}`, words: say("counter", { n: counter }) })),
});

const groups = (room, say) => ({
  label: say("more.groups"),
  options: (room.offer?.groups ?? []).map(({ code, name }) => ({ value: `group:${code}`, words: named(name, say.language) })),
});

const services = (room, say) =>
  (room.offer?.groups ?? []).map((group) => ({
    label: named(group.name, say.language),
    options: group.services.map(({ code, name }) => ({ value: code, words: named(name, say.language) })),
  }));

function radios(name, isFirst, room, say, options) {
  const { more } = room;
  return html`<fieldset class="list" data-field=${name}>
    <legend>${say(`more.field.${name}`)}</legend>
    ${options.map(
      ({ value, words }, i) => html`<label data-value=${value}>
        <input type="radio" name=${name} value=${value} ?data-first=${isFirst && i === 0} .checked=${more.values[name] === value}
          @change=${() => more.set(name, value)}>
        <span>${words}</span>
        ${isFirst && i < 9 ? html`<kbd>${i + 1}</kbd>` : nothing}
      </label>`,
    )}
  </fieldset>`;
}

function select(name, isFirst, room, say, lists) {
  return html`<label class="field" data-field=${name}><span>${say(`more.field.${name}`)}</span>
    <select name=${name} ?data-first=${isFirst} @change=${(event) => room.more.set(name, event.target.value)}>
      <option value="">${say("more.choose")}</option>
      ${lists
        .filter(({ options }) => options.length)
        .map(
          ({ label, options }) => html`<optgroup label=${label}>
            ${options.map(({ value, words }) => html`<option value=${value}>${words}</option>`)}
          </optgroup>`,
        )}
    </select>
  </label>`;
}

const line = (name, isFirst, room, say, chars) => html`<label class="field" data-field=${name}>
  <span>${say(`more.field.${name}`)}</span>
  <input type="text" name=${name} maxlength=${chars} autocomplete="off" spellcheck="false" ?data-first=${isFirst}
    .value=${room.more.values[name] ?? ""} @input=${(event) => room.more.set(name, event.target.value)}>
</label>`;

const check = (name, room, say) => html`<label class="check" data-field=${name}>
  <input type="checkbox" name=${name} .checked=${room.more.values[name] === true}
    @change=${(event) => room.more.set(name, event.target.checked)}>
  <span>${say(`more.field.${name}`)}</span>
</label>`;
