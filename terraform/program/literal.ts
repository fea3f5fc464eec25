const WIDTH = 90;

/** A text as a literal. Line separators are escaped as well, which end a line for some tools. */
export const quoted = (value: string): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** A name as a key of an object. A plain `__proto__` would set the prototype. */
export function key(name: string): string {
  if (name === "__proto__") return `["__proto__"]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

function block(open: string, parts: readonly string[], close: string, indent: string): string {
  const inner = open === "{" && parts.length > 0 ? ` ${parts.join(", ")} ` : parts.join(", ");
  const line = `${open}${inner}${close}`;
  if (line.length + indent.length <= WIDTH && !line.includes("\n")) return line;
  const deeper = `${indent}  `;
  return `${open}\n${parts.map((part) => `${deeper}${part},\n`).join("")}${indent}${close}`;
}

/** A value of JSON as TypeScript. */
export function literal(value: unknown, indent = ""): string {
  const deeper = `${indent}  `;
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value))
    return block(
      "[",
      value.map((each) => literal(each, deeper)),
      "]",
      indent,
    );
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).map(([name, each]) => `${key(name)}: ${literal(each, deeper)}`);
    return block("{", parts, "}", indent);
  }
  return String(value);
}

/** A text as one line of a comment. */
export const comment = (value: string, indent = ""): string =>
  `${indent}// ${quoted(value).slice(1, -1).replace(/\\"/g, '"').replace(/\\\\/g, "\\")}`;
