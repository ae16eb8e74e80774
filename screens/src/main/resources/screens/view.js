// What every page draws with.
import { html, svg, render, nothing } from "./lib/lit-html.js";

export { html, svg, render, nothing };

/// An icon of `icons.svg` beside a word; never alone.
export const icon = (name) =>
  html`<svg class="i" aria-hidden="true"><use href="/screens/icons.svg#${name}"></use></svg>`;

/// The horizon: sky, one sun, two hills. Decoration only.
export const horizon = () => html`<svg class="horizon" viewBox="0 0 1080 620" preserveAspectRatio="none" aria-hidden="true">
  <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
    <stop offset="0" stop-color="var(--sky-1)"/><stop offset=".62" stop-color="var(--sky-2)"/><stop offset="1" stop-color="var(--paper)"/>
  </linearGradient></defs>
  <rect width="1080" height="620" fill="url(#sky)"/>
  <circle class="sun" cx="778" cy="434" r="81" fill="#F5B81C"/>
  <path d="M0 471C216 409 389 434 562 465S929 496 1080 434V620H0Z" fill="var(--hill)"/>
  <path d="M0 533C270 459 540 546 778 521S1004 496 1080 521V620H0Z" fill="var(--paper)"/>
</svg>`;
