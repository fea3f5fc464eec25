import { html, type Markup } from "./markup/html";
import { spans, usualSpan } from "./parts/instances";

/** Where everything is that the page loads. */
export const pagePath = "/_emulator/page/";

const example = `{
  "on": { "method": "PUT" },
  "with": { "kind": "busy", "code": 4026 }
}`;

/** What the page shows; each but `variables` is renewed while it is open. */
export interface Parts {
  readonly summary: Markup;
  readonly instances: Markup;
  readonly calls: Markup;
  readonly faults: Markup;
}

function section(name: string, title: string, tools: Markup, content: Markup): Markup {
  return html`<section aria-labelledby="${name}"><div class="title"><h2 id="${name}" tabindex="-1">${title}</h2>${tools}</div>
${content}</section>`;
}

const renewed = (name: keyof Parts, content: Markup) => html`<div data-part="${name}">${content}</div>`;

const minutes = spans.map(
  (count) => html`<option value="${count}"${count === usualSpan ? html` selected` : ""}>${count} min</option>`,
);

const ownFault = html`<form id="own-fault" novalidate><label for="plan">A fault of your own, as JSON</label>
<textarea id="plan" rows="4" spellcheck="false" aria-describedby="plan-refused">${example}</textarea>
<p id="plan-refused" class="refused" role="alert"></p>
<p><button type="submit">Plan it</button></p></form>`;

// The later ones rely on the earlier ones.
const styles = ["theme", "layout", "instances", "calls", "controls"].map(
  (name) => html`<link rel="stylesheet" href="${pagePath}${name}.css">\n`,
);

const none = html``;

/** The whole page. */
export function document(parts: Parts, variables: Markup, newest: number): string {
  const { summary, instances, calls, faults } = parts;
  const choice = html`<span class="row"><label for="minutes">Show the last</label><select id="minutes" autocomplete="off">${minutes}</select></span>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Local DCS</title>
<link rel="icon" href="${pagePath}icon.svg">
${styles}
<script type="module" src="${pagePath}page.mjs"></script>
</head>
<body data-newest="${newest}">
<header>
<nav aria-label="Parts of this page"><a href="#instances">Instances</a> <a href="#calls">Last calls</a> <a href="#variables-title">Variables</a> <a href="#faults">Faults</a></nav>
<h1>Local DCS</h1>
${renewed("summary", summary)}
<p id="lost" class="refused" role="alert"></p>
<noscript><p class="refused">Without JavaScript this page shows the moment it was loaded, and its buttons do nothing.</p></noscript>
</header>
<main>
<div class="column wide">
${section("instances", "Instances", choice, renewed("instances", instances))}
${section("calls", "Last calls", none, renewed("calls", calls))}
</div>
<div class="column">
${section("variables-title", "Variables", none, variables)}
${section("faults", "Faults", none, html`${renewed("faults", faults)}${ownFault}`)}
</div>
</main>
<p id="news" class="hidden" aria-live="polite"></p>
</body>
</html>
`.text;
}
