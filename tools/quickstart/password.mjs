import { randomInt } from "node:crypto";

/** One of each class the service counts, so that every edition accepts it. */
const classes = ["abcdefghijkmnopqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "@#^-_=+."];

/** A password of 24 characters for a cache nobody else can reach. */
export function cachePassword() {
  const characters = Array.from({ length: 24 }, (_, index) => pick(classes[index % classes.length]));
  for (let last = characters.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other], characters[last]];
  }
  return characters.join("");
}

/** @param {string} characters */
function pick(characters) {
  return characters[randomInt(characters.length)];
}
