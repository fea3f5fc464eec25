import { isDeepStrictEqual } from "node:util";
import type { ListedFault } from "../../../faults/plans";
import { html, type Markup } from "../markup/html";
import { type Preset, presets } from "../presets";

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Whether a planned fault is that of a switch, whoever planned it. */
function isOf({ plan: { on = {}, with: fault } }: Preset, listed: ListedFault): boolean {
  const forEver = listed.times === "Infinity" && (listed.after ?? 0) === 0;
  return forEver && isDeepStrictEqual(asJson([listed.on, listed.with]), asJson([on, fault]));
}

const times = (hits: number) => (hits === 1 ? "once" : `${hits} times`);

function toggle(preset: Preset, planned: readonly ListedFault[]): Markup {
  const { name, label, about, plan } = preset;
  const on = planned.find((listed) => isOf(preset, listed));
  const json = JSON.stringify({ ...plan, times: "Infinity" });
  const struck = on === undefined ? "" : html` <b>Struck ${times(on.hits)}.</b>`;
  return html`<li><button type="button" role="switch" id="switch-${name}" aria-checked="${String(on !== undefined)}" aria-describedby="about-${name}" data-plan="${json}" data-fault="${on?.id ?? ""}">${label}</button>
<p id="about-${name}">${about}${struck}</p></li>`;
}

function targetOf({ on: { method, path, project } }: ListedFault): string {
  const calls = [method, path].filter((part) => part !== undefined).join(" ");
  return `${calls === "" ? "every call" : calls}${project === undefined ? "" : ` of project ${project}`}`;
}

function other(listed: ListedFault): Markup {
  const { id, hits, times: wanted } = listed;
  const struck = wanted === "Infinity" ? times(hits) : `${hits} of ${wanted} times`;
  return html`<li id="fault-${id}"><span><b>${listed.with.kind}</b> <code>${targetOf(listed)}</code> struck ${struck}</span>
<button type="button" id="remove-${id}" data-remove="${id}">Remove<span class="hidden"> fault ${id}: ${listed.with.kind}</span></button></li>`;
}

/** The switches, and the faults that were planned otherwise. */
export function faultsPart(planned: readonly ListedFault[]): Markup {
  const others = planned.filter((listed) => !presets.some((preset) => isOf(preset, listed)));
  const list =
    others.length === 0
      ? html`<p class="empty">No other faults are planned.</p>`
      : html`<ul class="planned">${others.map(other)}</ul>`;
  const all = html`<p><button type="button" id="remove-all" data-remove="">Remove all faults</button></p>`;
  return html`<ul class="switches">${presets.map((preset) => toggle(preset, planned))}</ul>
<h3>Other faults</h3>${list}${planned.length === 0 ? "" : all}`;
}
