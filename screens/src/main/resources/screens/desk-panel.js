// The panel of the rarer actions: a list, then one short form. Digits choose, Enter sends, Esc
// goes back.
import { html, icon, nothing } from "./view.js";
import { OTHERS, lacks, membersOf, otherNamed, whyNotOther } from "./desk-more.js";
import { field } from "./desk-fields.js";
import { words } from "./desk-page.js";

export function panel(room, say) {
  const { more } = room;
  queueMicrotask(() => follow(document.getElementById("more"), room));
  return html`<dialog id="more" aria-labelledby="more-title" data-more=${more.action ?? "list"}
    @cancel=${(event) => cancel(event, more)} @close=${() => more.shown && more.close()}>
    ${more.shown ? html`${said(room, say)} ${more.action ? form(room, say) : list(room, say)}` : nothing}
  </dialog>`;
}

let placed = null; // what the focus was last placed for

/// The browser keeps the focus within a dialog; each step of it begins at its first question.
function follow(dialog, room) {
  const { more } = room;
  if (!dialog) return;
  if (more.shown !== dialog.open) {
    if (more.shown) dialog.showModal();
    else {
      dialog.close();
      // The browser would go back to where the panel was opened; the work may have moved on.
      document.querySelector("[data-focus]")?.focus();
    }
  }
  const step = more.shown ? (more.action ?? "list") : null;
  if (step !== placed) {
    placed = step;
    if (step === "transfer") room.lookAround();
    dialog.querySelector("[data-first]")?.focus();
  }
}

function cancel(event, more) {
  if (!more.action) return;
  event.preventDefault();
  more.choose(null);
}

/// A refusal belongs to the form that it answers.
const said = (room, say) =>
  room.note
    ? html`<p class="strip bad" role="alert" data-note lang=${room.note.lang ?? say.language}>
        ${icon("triangle-alert")} <span>${words(room.note, say)}</span></p>`
    : nothing;

function list(room, say) {
  const first = OTHERS.findIndex(({ name }) => !whyNotOther(name, room));
  return html`
    <h2 id="more-title">${icon("list")} ${say("more.title")}</h2>
    <ol class="others">
      ${OTHERS.map((action, i) => choice(action, i, i === first, room, say))}
    </ol>
    <div class="ends"><button type="button" class="button" data-action="more-close" @click=${() => room.more.close()}>
      ${say("more.close")} <kbd>Esc</kbd></button></div>`;
}

function choice({ name, icon: picture, keys, open }, i, isFirst, room, say) {
  const why = whyNotOther(name, room);
  return html`<li><button type="button" class="button other" data-other=${name} aria-disabled=${why !== null}
    ?data-first=${isFirst} @click=${() => why ?? room.more.choose(name)}>
    ${icon(picture)}
    <span class="label">${say(`more.${name}.name`)}
      <small>${why ? say(why.key, why.values) : open ? say("more.open") : nothing}</small></span>
    ${keys ? html`<kbd>${keys}</kbd>` : nothing}
    <kbd>${(i + 1) % 10}</kbd>
  </button></li>`;
}

function form(room, say) {
  const { more } = room;
  const action = otherNamed(more.action);
  const lacking = lacks(action.name, more.values);
  const why = whyNotOther(action.name, room);
  const submit = (event) => {
    event.preventDefault();
    if (!lacking && !why) send(room);
  };
  return html`<form @submit=${submit}>
    <h2 id="more-title">${icon(action.icon)} ${say(`more.${action.name}.name`)}</h2>
    <p class="quiet">${say(`more.${action.name}.hint`)}</p>
    ${action.open ? html`<p class="strip open">${icon("eye")} <span>${say("more.public")}</span></p>` : nothing}
    ${action.fields.map((name, i) => field(name, i === 0, room, say))}
    <div class="ends">
      <button type="button" class="button" data-action="more-back" @click=${() => more.choose(null)}>${say("more.back")} <kbd>Esc</kbd></button>
      <span class="quiet">${why ? say(why.key, why.values) : lacking ? say(lacking) : nothing}</span>
      <button type="submit" class="button main" data-action="more-send" aria-disabled=${lacking !== null || why !== null}>
        ${icon("check")} ${say(`more.${action.name}.do`)} <kbd>Enter</kbd></button>
    </div>
  </form>`;
}

async function send(room) {
  const { more } = room;
  const { action } = more;
  const done = await room.act(action, membersOf(action, more.values, room));
  if (done && more.action === action) more.close();
}
