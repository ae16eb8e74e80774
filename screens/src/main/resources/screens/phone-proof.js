// The proof in words first, the hash second: why others went before, and what the log vouches for.
import { html, icon, nothing } from "./view.js";
import { clock, shownNumber } from "./texts.js";
import { shortRoot } from "./receipt.js";

/// Each call that overtook this visit, with its reason; never the ground of another person. It is
/// what the branch says of its log: the page does not compute the law again, and says so. From a
/// branch whose log failed the check it is not repeated.
export function orderCard({ visit, overtakes, isOver, proof, offer }, say) {
  if (!visit || !overtakes || proof.state === "failed" || (isOver && overtakes.length === 0)) return nothing;
  const isKept = overtakes.every((one) => one.rule !== "override");
  return html`<section class="card" id="order" data-order=${isKept ? "kept" : "override"}>
    <h2 class=${isKept ? "good" : "care"}>${icon(isKept ? "shield-check" : "shield-alert")} ${say(isKept ? "order.kept" : "order.override")}</h2>
    <p>${overtakes.length === 0 ? say("order.nobody") : say.counted("order.some", overtakes.length)}</p>
    ${overtakes.length > 0
      ? html`<dl>
          ${overtakes.map(
            (one) => html`<dt class="num">${one.number ? shownNumber(one.number) : one.index}</dt>
              <dd data-reason=${one.reason ?? ""}>${reason(one, offer, say)}</dd>`,
          )}
        </dl>`
      : nothing}
    ${visit.offline ? html`<p>${say("order.offline", { time: clock(Date.parse(visit.offline.knownFrom), offer?.branch.zone) })}</p>` : nothing}
    <p class="quiet">${say("order.source")}</p>
  </section>`;
}

function reason({ reason: code, slot }, offer, say) {
  if (code === "booking") return say("reason.booking", { time: clock(Date.parse(slot), offer?.branch.zone) });
  return code && say.has(`reason.${code}`) ? say(`reason.${code}`) : say("reason.other", { code: code ?? "?" });
}

const SIGNS = {
  checking: ["", "hourglass"],
  ok: ["good", "shield-check"],
  short: ["good", "shield-check"],
  failed: ["bad", "shield-alert"],
  unreachable: ["", "wifi-off"],
  absent: ["", "qr-code"],
};

export function proofCard(seen, say) {
  const { proof, token } = seen;
  if (seen.state === "damaged" || seen.state === "none") return nothing;
  const [tone, sign] = SIGNS[proof.state];
  const isSound = proof.state === "ok" || proof.state === "short";
  return html`<section class="card proof ${tone}" id="proof">
    <h2 class=${tone}>${icon(sign)} ${say(`proof.${proof.state}`)}</h2>
    ${sentences(seen, say).map((sentence) => html`<p>${sentence}</p>`)}
    ${proof.root
      ? html`<dl>
          <dt>${say("proof.key")}</dt>
          <dd><b class="num" id="key">${shortRoot(proof.root)}</b> · ${say("proof.same")}<br />${entries(proof.receiptSize, say)}</dd>
        </dl>`
      : nothing}
    ${isSound && seen.visit
      ? html`<a class="link" href="/api/v1/visits/${token}/proof" download="${seen.number}.tlog-proof">${icon("arrow-down")} ${say("proof.download")}</a>`
      : nothing}
  </section>`;
}

function sentences(seen, say) {
  const { proof, seals, offer } = seen;
  switch (proof.state) {
    case "checking":
      return [];
    case "failed":
      return [say(`why.${proof.why}`)];
    case "unreachable":
    case "absent":
      return [say(`proof.text.${proof.state}`)];
    default: {
      const ticket = proof.ticket && {
        number: shownNumber(proof.ticket.number),
        time: written(proof.ticket.arrival, offer?.branch.zone, say),
        place: proof.place,
      };
      return [
        ticket ? say("proof.text.ok", ticket) : say("proof.text.short"),
        ...(seals === "" ? [say("proof.sealed")] : []),
        say(proof.why === "not-compared" ? "proof.not-compared" : "proof.grown"),
      ];
    }
  }
}

/// As on the ticket: `2026 ж. 22 қараша, 14:20`, in the zone of the branch.
function written(instant, zone, say) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const month = say(`ticket.month.${Number(part.month)}`);
  return say("ticket.date", { year: part.year, month, day: Number(part.day), time: `${part.hour}:${part.minute}` });
}

/// As on the ticket: `Журналда 4 712 жазба`.
function entries(size, say) {
  const n = Number(size);
  const told = String(n).replace(/\B(?=(\d{3})+$)/g, say("ticket.thousands"));
  const form = say.counted("ticket.entries", n);
  return say("ticket.log", { n: told, entries: form });
}
