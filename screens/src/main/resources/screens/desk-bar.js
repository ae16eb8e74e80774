// The actions below, with their keys printed on them. What cannot be done stays and says why.
import { html, icon, nothing } from "./view.js";
import { ACTIONS, press, secondsTo, whyNot } from "./desk-actions.js";

/// @param note what was said last, shown just above so that nothing moves
export const actionBar = (room, say, note) =>
  html`<footer class="bar" role="group" aria-label=${say("actions")}>
    <div class="above">${undo(room, say)} ${note}</div>
    ${ACTIONS.map((action) => key(action, room, say))}
    <button type="button" class="button key more" data-action="more" aria-haspopup="dialog" @click=${() => room.more.open(null)}>
      <span>${say("more.open-list")}</span> <kbd>Ctrl+K</kbd>
    </button>
  </footer>`;

function undo(room, say) {
  if (whyNot("undo", room)) return nothing;
  return html`<button type="button" class="button undo" data-action="undo" @click=${() => press("undo", room)}>
    ${icon("undo-2")} ${say("action.undo")} <b class="num">${secondsTo(room.desk.undoUntil, room)}</b> <kbd>Ctrl+Z</kbd>
  </button>`;
}

function key({ name, icon: picture, keys }, room, say) {
  const why = whyNot(name, room);
  const isFocus = name === "start" && room.desk.state === "called";
  // Not `disabled`: a key that cannot be pressed now can still be reached, and says why.
  return html`<button type="button" class="button key ${main(room) === name ? "main" : ""}" data-action=${name}
    aria-disabled=${why !== null} ?data-focus=${isFocus} aria-describedby=${why ? `why-${name}` : nothing}
    @click=${() => press(name, room)}>
    ${icon(picture)}
    <span class="label">${say(`action.${name}`)}
      <small id="why-${name}" class="num">${why ? say(why.key, why.values) : side(name, room, say)}</small></span>
    <kbd>${keys}</kbd>
  </button>`;
}

/// What the key does besides.
const side = (name, room, say) =>
  name === "call-next" && room.desk.state === "serving"
    ? say(room.desk.closing ? "action.closes" : room.desk.pausing ? "action.pauses" : "action.finishes")
    : nothing;

/// The one step that usually comes next.
const main = (room) => (room.desk.state === "called" ? "start" : "call-next");
