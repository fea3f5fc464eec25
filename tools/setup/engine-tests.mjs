import { engineEnvironment } from "./environment.mjs";

/** Jest calls this before the first engine test; workers inherit the environment. */
export default engineEnvironment;
