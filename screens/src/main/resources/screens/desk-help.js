// The list of keys.
import { html, icon } from "./view.js";
import { ACTIONS } from "./desk-actions.js";
import { setSingleKeys, singleKeys } from "./desk-keys.js";

const OTHERS = [
  { name: "more", keys: "Ctrl+K" },
  { name: "pause", keys: "F9" },
  { name: "park", keys: "Alt+P" },
  { name: "transfer", keys: "Alt+T" },
  { name: "undo", keys: "Ctrl+Z" },
  { name: "tick", keys: "1 – 9" },
  { name: "keys", keys: "Shift+?" },
];

export function keysDialog(room, say) {
  // The dialog opens as a property of the page's state; the browser keeps the focus within it.
  const follow = (dialog) => {
    if (dialog && room.keysShown !== dialog.open) {
      if (room.keysShown) dialog.showModal();
      else dialog.close();
    }
  };
  queueMicrotask(() => follow(document.getElementById("keys")));
  return html`<dialog id="keys" aria-labelledby="keys-title" @close=${() => room.showKeys(false)}>
    <h2 id="keys-title">${icon("keyboard")} ${say("keys.title")}</h2>
    <dl>
      ${[...ACTIONS, ...OTHERS].map(
        ({ name, keys }) => html`<div><dt><kbd>${keys}</kbd></dt><dd>${say(`keys.${name}`)}</dd></div>`,
      )}
    </dl>
    <label><input type="checkbox" .checked=${singleKeys()} @change=${(event) => setSingleKeys(event.target.checked)}>
      <span>${say("keys.single")}</span></label>
    <button type="button" class="button" data-action="keys-close" @click=${() => room.showKeys(false)}>${say("keys.close")}</button>
  </dialog>`;
}
