// Before the work: who sits here, and at which counter.
import { html, horizon, icon, nothing } from "./view.js";
import { named } from "./texts.js";
import { words } from "./desk-page.js";

export function signInPage(room, say) {
  const submit = async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { operator, secret } = form.elements;
    const typed = secret.value;
    if (!(await room.signIn(operator.value.trim(), typed))) {
      secret.value = "";
      secret.focus();
    }
  };
  return html`<section class="entry">
    ${horizon()}
    <form class="card door" @submit=${submit}>
      <h1>${say("sign.title")}</h1>
      <p class="quiet">${named(room.offer?.branch.name, say.language) || say("sign.product")}</p>
      ${room.note
        ? html`<p class="strip bad" role="alert" data-note lang=${room.note.lang ?? say.language}>
            ${icon("triangle-alert")} <span>${words(room.note, say)}</span></p>`
        : nothing}
      <label for="operator">${say("sign.operator")}</label>
      <input id="operator" name="operator" autocomplete="username" autocapitalize="none" spellcheck="false" required
        .value=${room.operator ?? ""}>
      <label for="secret">${say("sign.secret")}</label>
      <input id="secret" name="secret" type="password" autocomplete="current-password" required>
      <button id="sign-in" class="button main" type="submit">${icon("log-in")} ${say("sign.in")}</button>
    </form>
  </section>`;
}

export function countersPage(room, say) {
  return html`<section class="counters">
    <h1>${say("counters.title")}</h1>
    <p class="quiet">${say("counters.hint")}</p>
    <ul>
      ${room.desks.map((desk) => {
        const isFree = desk.state === "closed";
        return html`<li><button type="button" class="card counter" data-counter=${desk.counter}
          data-free=${isFree} ?disabled=${!isFree} @click=${() => room.choose(desk.counter)}>
          <b class="num">${desk.counter}</b>
          <span>${icon(isFree ? "door-closed" : "user")} ${say(isFree ? "counters.free" : "counters.taken")}</span>
        </button>${isFree ? nothing : taking(desk.counter, room, say)}</li>`;
      })}
    </ul>
  </section>`;
}

/// Takes the counter of somebody who has left it; asked twice, since it ends that desk.
function taking(counter, room, say) {
  return room.taking === counter
    ? html`<button type="button" class="button small danger" data-take-over=${counter} data-sure
        @click=${() => room.takeOver(counter)}>${icon("triangle-alert")} ${say("counters.sure")}</button>`
    : html`<button type="button" class="button small" data-take-over=${counter}
        @click=${() => room.ask(counter)}>${say("counters.take-over")}</button>`;
}
