/** What a resize does to clients and data, in words: section "Impact" of the user guide on specifications. */
export const EFFECTS = {
  cut: "connections are cut for some seconds, so clients must reconnect",
  uncut: "connections stay",
  "read-only": "for about a minute the cache only reads",
  stutter: "commands stutter, or only reads work, while a node moves",
  rebalanced: "data moves between shards, up to 20 % slower, and clients must follow MOVED and ASK",
  "nodes gone": "the addresses of the removed shards vanish, so clients must not name them",
  memory: "the service refuses it if more than 70 % of the new size is in use",
  backups: "backups made before become unusable",
  "big key": "a key above 512 MB makes it fail",
  "single data": "a single node may lose its data, so check it afterwards",
  "single failure": "if the resize fails, a single node is unavailable for a while",
  alarms: "alarms must be made anew",
  "read-only address": "the read-only address disappears",
} as const;

export type Effect = keyof typeof EFFECTS;
