import { html, type Markup } from "./html";

const two = (number: number) => String(number).padStart(2, "0");

/** `14:03:09`, as the clock of this machine shows it. */
export function clockTime(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
}

export function time(at: number): Markup {
  return html`<time datetime="${new Date(at).toISOString()}">${clockTime(at)}</time>`;
}

/** `0.3 s`, `4 min 10 s`, `2 h 5 min` */
export function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
