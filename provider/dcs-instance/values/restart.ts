import type { Values } from "../../resource/describe/argument";

/** What a restart in place does, as words after a property's name. A single node holds its data in memory only. */
export const restartEffect = ({ cacheMode }: Values): string =>
  cacheMode === "single"
    ? "restarts the cache: connections are cut, and all data is lost, because a single node does not keep it"
    : "restarts the cache: connections are cut for seconds; data and address stay";
