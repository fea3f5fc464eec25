const faults = "/_emulator/faults";
const news = document.getElementById("news");
const way = document.getElementById("way");
const variables = document.getElementById("variables");
const refused = document.getElementById("plan-refused");

/** Has the text read out by a screen reader. */
export function say(text) {
  news.textContent = text;
}

/** Resolves to the reason of a refusal, or to an empty text. */
async function ask(method, address, body) {
  const headers = body === undefined ? {} : { "content-type": "application/json" };
  try {
    const answer = await fetch(address, { method, body, headers });
    return answer.ok ? "" : (await answer.json()).message;
  } catch {
    return "The local DCS does not answer.";
  }
}

async function toggle({ dataset, textContent }) {
  const on = dataset.fault === "";
  const reason = await (on ? ask("POST", faults, dataset.plan) : ask("DELETE", `${faults}/${dataset.fault}`));
  return reason || `${textContent}: ${on ? "on" : "off"}.`;
}

async function remove({ dataset }) {
  const one = dataset.remove !== "";
  return (
    (await ask("DELETE", one ? `${faults}/${dataset.remove}` : faults)) ||
    (one ? "Fault removed." : "All faults removed.")
  );
}

async function showVariables() {
  const answer = await fetch(`/_emulator/page/variables?way=${way.value}`);
  variables.textContent = await answer.text();
}

async function copy() {
  // A passcode is good for half a minute.
  if (way.value === "mfa") await showVariables();
  try {
    await navigator.clipboard.writeText(variables.textContent);
    return "The variables are copied.";
  } catch {
    getSelection().selectAllChildren(variables);
    return "The browser does not let the page copy. The variables are selected: press Ctrl+C.";
  }
}

async function planOwn() {
  const reason = await ask("POST", faults, document.getElementById("plan").value);
  refused.textContent = reason;
  return reason || "Fault planned.";
}

const byMouseOrKey = [
  ["[data-plan]", toggle],
  ["[data-remove]", remove],
  ["#copy", copy],
];

/** Lets buttons and fields do what they say; `look` shows the page anew. */
export function listen(look) {
  let busy = false;
  const act = async (action, element) => {
    if (busy) return;
    busy = true;
    try {
      const outcome = await action(element);
      await look();
      say(outcome);
      document.getElementById("copied").textContent = action === copy ? outcome : "";
    } finally {
      busy = false;
    }
  };
  document.addEventListener("click", ({ target }) => {
    for (const [selector, action] of byMouseOrKey) {
      const element = target.closest(selector);
      if (element !== null) act(action, element);
    }
  });
  document.getElementById("own-fault").addEventListener("submit", (event) => {
    event.preventDefault();
    act(planOwn, event.target);
  });
  way.addEventListener("change", showVariables);
}
