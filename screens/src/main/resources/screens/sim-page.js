// What the pages of simulated devices share: the state, asked for again and again, three languages,
// and a word to the device.
import { ask, sleep } from "./link.js";
import { LANGUAGES, loadTexts } from "./texts.js";
import { html, render } from "./view.js";

const EVERY_MS = 700;

/// Shows a device for ever. `draw(say, state)` draws all below the heading. Gives `put(address,
/// body)`, which tells the device something and looks again.
export async function showDevice({ texts, state: address, draw }) {
  const root = document.getElementById("page");
  const speak = await loadTexts(texts);
  let language = "kk";
  let state = null;
  let alive = true;

  async function look() {
    const answer = await ask("GET", address, { language });
    alive = answer.status === 200;
    if (alive) state = answer.body;
    show();
  }

  function show() {
    const say = speak(language);
    document.documentElement.lang = language;
    document.title = say("title");
    render(
      html`<header>
          <div><h1>${say("title")}</h1><p>${say("about")}</p></div>
          <nav aria-label=${say("language")}>
            ${LANGUAGES.map(
              ({ tag, name }) => html`<button class="button ${tag === language ? "main" : ""}" lang=${tag} aria-pressed=${tag === language}
                @click=${() => { language = tag; show(); }}>${name}</button>`,
            )}
          </nav>
        </header>
        ${alive ? "" : html`<p class="strip bad" role="status">${say("lost")}</p>`}
        ${state ? draw(say, state) : ""}`,
      root,
    );
  }

  (async () => {
    for (;;) {
      await look();
      await sleep(EVERY_MS);
    }
  })();

  return {
    async put(where, body) {
      await ask("PUT", where, { body, language });
      await look();
    },
  };
}
