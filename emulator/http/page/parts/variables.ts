import { environment, signInWays, wayNames } from "../../../world/accounts/sign-in-ways";
import type { World } from "../../../world/world";
import { html, type Markup } from "../markup/html";

type Way = keyof typeof wayNames;

const isWay = (name: string): name is Way => Object.hasOwn(wayNames, name);

/** The variables as lines for a shell: those of one way to sign in, or those that the command prints. */
export function variableLines({ url, tokens, clock }: World, way: string | null): string {
  const variables = way !== null && isWay(way) ? signInWays(url(), tokens, clock)[wayNames[way]] : environment(url());
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}=${value}\n`)
    .join("");
}

/** The choice of a way, and the lines to copy. */
export function variablesPart(world: World): Markup {
  const ways = Object.keys(wayNames).map((name) => html`<option value="${name}">${name}</option>`);
  return html`<p class="row"><label for="way">Sign in by</label><select id="way"><option value="">password or keys</option>${ways}</select>
<button type="button" id="copy" class="main">Copy the variables</button></p>
<p id="copied" class="note"></p>
<pre id="variables" tabindex="0" role="region" aria-label="Variables for a shell">${variableLines(world, null)}</pre>
<p class="note">Paste them into the shell in which you run <code>pulumi</code>. The account is made up; its password and keys open nothing else.</p>`;
}
