// The right side: who waits for this desk, to read and never to choose from.
import { html, icon, nothing } from "./view.js";
import { named, shownNumber } from "./texts.js";
import { groupOf, lineOf, maxWait } from "./desk-offer.js";

export function linePart(room, say) {
  const line = lineOf(room);
  return html`<aside class="line" aria-labelledby="line-title">
    <h2 id="line-title"><span>${say("line.title")}</span> <span class="quiet num">${line.length}</span></h2>
    ${line.length ? nothing : html`<p class="quiet">${say("line.nobody")}</p>`}
    <ol tabindex=${line.length ? 0 : -1} aria-labelledby="line-title">${line.map((one) => row(one, room, say))}</ol>
  </aside>`;
}

function row(one, room, say) {
  const group = groupOf(room, one.group);
  const minutes = Math.max(0, Math.floor((room.now() - Date.parse(one.since)) / 60_000));
  const isLate = maxWait(group) > 0 && minutes >= maxWait(group);
  return html`<li data-waiting=${one.number}>
    <b class="num">${shownNumber(one.number)}</b>
    <span>${named(group?.name, say.language) || one.group}
      ${one.isHelp ? html`<small class="quiet">${say("line.help")}</small>` : nothing}</span>
    <span class="num ${isLate ? "late" : ""}">${isLate ? icon("clock") : nothing} ${say("line.minutes", { n: minutes })}</span>
  </li>`;
}
