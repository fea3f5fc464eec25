/** Draws a table's empty corner as a cell, because a heading must have words. @param {any} markdown */
export function accessible({ renderer }) {
  const draw = (/** @type {any[]} */ tokens, /** @type {number} */ index, /** @type {object} */ options) =>
    renderer.renderToken(tokens, index, options);
  renderer.rules.th_open = (
    /** @type {any[]} */ tokens,
    /** @type {number} */ index,
    /** @type {object} */ options,
  ) => {
    if (tokens[index + 1].content === "") tokens[index].tag = "td";
    return draw(tokens, index, options);
  };
  renderer.rules.th_close = (
    /** @type {any[]} */ tokens,
    /** @type {number} */ index,
    /** @type {object} */ options,
  ) => {
    if (tokens[index - 1].content === "") tokens[index].tag = "td";
    return draw(tokens, index, options);
  };
}
