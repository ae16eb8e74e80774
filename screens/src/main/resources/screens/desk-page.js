// The page around the work: the bar above, what is lost, what was said, the list of keys.
import { html, icon, nothing } from "./view.js";
import { LANGUAGES, clock, named, shownNumber } from "./texts.js";
import { countersPage, signInPage } from "./desk-entry.js";
import { visitPart } from "./desk-visit.js";
import { linePart } from "./desk-line.js";
import { actionBar } from "./desk-bar.js";
import { keysDialog } from "./desk-help.js";
import { panel } from "./desk-panel.js";
import { groupOf } from "./desk-offer.js";

export function page(room, say, chooseLanguage) {
  return html`
    ${topBar(room, say, chooseLanguage)}
    <div class="said">${strip(room, say)} ${hasBar(room) ? nothing : note(room, say)}</div>
    ${body(room, say)}
    <p class="unseen" role="status" data-live>${spoken(room, say)}</p>
    ${keysDialog(room, say)} ${panel(room, say)}
  `;
}

function body(room, say) {
  switch (room.screen) {
    case "sign-in":
      return signInPage(room, say);
    case "counters":
      return countersPage(room, say);
    case "desk":
      return room.desk ? desk(room, say) : html`<p class="calm">${say("loading")}</p>`;
    default:
      return html`<p class="calm">${say("loading")}</p>`;
  }
}

const hasBar = (room) => room.screen === "desk" && room.desk !== null && room.desk.state !== "closed";

function desk(room, say) {
  const { state, number } = room.desk;
  return html`
    <section class="work" data-state=${state} data-number=${number ?? ""} data-counter=${room.counter}>
      ${visitPart(room, say)}
    </section>
    ${hasBar(room) ? html`${linePart(room, say)} ${actionBar(room, say, note(room, say))}` : nothing}
  `;
}

function topBar(room, say, chooseLanguage) {
  const isIn = room.screen === "desk" || room.screen === "counters";
  return html`<header class="top">
    <b class="where">${room.counter ? say("counter", { n: room.counter }) : say("title")}</b>
    ${isIn ? html`<span class="who" title=${who(room, say)}>${who(room, say)}</span>` : nothing}
    <span class="gap"></span>
    ${room.screen === "desk" && room.desk ? pill(room, say) : nothing}
    <div class="languages" role="group" aria-label=${say("languages.label")}>
      ${LANGUAGES.map(
        ({ tag, name, short }) => html`<button type="button" lang=${tag} data-language=${tag} title=${name}
          aria-pressed=${tag === say.language} @click=${() => chooseLanguage(tag)}>${short}</button>`,
      )}
    </div>
    ${isIn ? tools(room, say) : nothing}
  </header>`;
}

function who(room, say) {
  const groups = (room.desk?.primary ?? []).map((code) => named(groupOf(room, code)?.name, say.language) || code);
  return [room.operator, groups.join(", ")].filter(Boolean).join(" · ");
}

const PILL = { ready: "user-check", called: "bell-ring", serving: "user-check", "wrap-up": "file-check", paused: "coffee" };

const pill = (room, say) => html`<span class="pill ${room.desk.state}">
  ${icon(PILL[room.desk.state] ?? "door-closed")} ${say(`state.${room.desk.state}`)}
</span>`;

function tools(room, say) {
  const isOpen = hasBar(room);
  const takenBack = room.desk && (room.desk.closing || room.desk.pausing);
  return html`
    ${takenBack
      ? html`<button type="button" class="button small" data-action="resume" title=${say("take-back")}
          @click=${() => room.act("resume")}>${icon("undo-2")} ${say(room.desk.closing ? "closing" : "pausing")}</button>`
      : nothing}
    ${isOpen && !takenBack
      ? html`<button type="button" class="button small" data-action="close"
          @click=${() => room.act("close")}>${icon("door-closed")} ${say("close")}</button>`
      : nothing}
    ${isOpen
      ? html`<button type="button" class="button small bare" data-action="keys" aria-label=${say("keys.title")}
          title=${`${say("keys.title")} (Shift+?)`} @click=${() => room.showKeys(true)}>${icon("keyboard")}</button>`
      : nothing}
    <button type="button" class="button small ${isOpen ? "bare" : ""}" data-action="sign-out" aria-label=${say("sign.out")}
      title=${say("sign.out")} @click=${() => room.signOut()}>${icon("log-out")} ${isOpen ? nothing : say("sign.out")}</button>
  `;
}

function strip(room, say) {
  if (!room.connection.isLost) return nothing;
  const values = { time: clock(room.connection.lastWord, room.offer?.branch.zone) };
  return html`<p class="strip" data-lost>${icon("wifi-off")}
    <span>${say(room.busy ? "lost.sending" : "lost.waiting", values)}</span></p>`;
}

function note(room, say) {
  const { note } = room;
  if (!note || room.screen === "sign-in" || room.more.shown) return nothing;
  return html`<p class="strip said-now" data-note lang=${note.lang ?? say.language}>${icon("info")}
    <span>${words(note, say)}</span>
    <button type="button" class="plain" aria-label=${say("dismiss")} @click=${() => room.dismiss()}>${icon("x")}</button>
  </p>`;
}

/// What was said, in the server's words or in ours.
export function words(note, say) {
  if (note.text) return note.text;
  const { number } = note.values ?? {};
  const said = say(note.key, number ? { ...note.values, number: shownNumber(number) } : note.values);
  if (!note.action) return said;
  const action = say.has(`action.${note.action}`) ? `action.${note.action}` : `more.${note.action}.name`;
  return say("note.action", { action: say(action), why: said });
}

/// For ears: the state, then what was said.
function spoken(room, say) {
  if (room.screen !== "desk" || !room.desk) return "";
  const { state, number } = room.desk;
  const parts = [say(`state.${state}`), number ? shownNumber(number) : ""];
  if (room.note) parts.push(words(room.note, say));
  if (room.connection.isLost) parts.push(say("no.connection"));
  return parts.filter(Boolean).join(". ");
}
