/** Key of a value that means more than it says. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** The signature of a secret. */
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
