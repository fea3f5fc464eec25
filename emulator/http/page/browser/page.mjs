import { listen, say } from "./actions.mjs";
import { renew } from "./renew.mjs";

const everyMs = 1000;
const lost = document.getElementById("lost");
const minutes = document.getElementById("minutes");
const parser = new DOMParser();
let newest = Number(document.body.dataset.newest);
let timer;
let running;

function show(name, html) {
  const part = document.querySelector(`[data-part="${name}"]`);
  const fresh = part.cloneNode(false);
  fresh.append(...parser.parseFromString(html, "text/html").body.childNodes);
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  renew(part, fresh);
  // What had the focus may be gone; without this the keyboard would start at the top of the page again.
  if (focused !== null && !focused.isConnected) part.closest("section").querySelector("h2").focus();
}

function tell(news) {
  if (news.length > 3) say(`${news.length} states have changed.`);
  else if (news.length > 0) say(news.join(" "));
}

function lose(message) {
  if (lost.textContent !== message) lost.textContent = message;
}

async function once() {
  clearTimeout(timer);
  try {
    const address = `/_emulator/page/parts?minutes=${minutes.value}&since=${newest}`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw new Error((await answer.json()).message);
    const seen = await answer.json();
    for (const [name, html] of Object.entries(seen.parts)) show(name, html);
    tell(seen.news);
    newest = seen.newest;
    lose("");
  } catch {
    lose("The local DCS does not answer. This page asks again every second.");
  }
  if (!document.hidden) timer = setTimeout(look, everyMs);
}

/** Shows how things are now; a look that is under way is waited for, because it may have begun before a change. */
async function look() {
  await running;
  running = once();
  await running;
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) clearTimeout(timer);
  else look();
});
minutes.addEventListener("change", look);
listen(look);
look();
