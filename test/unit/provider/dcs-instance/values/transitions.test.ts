import { MODES, type Mode } from "../../../../../provider/dcs-instance/values/editions";
import { resizePath } from "../../../../../provider/dcs-instance/values/size/resize-path";
import { REPLICAS, type Shape } from "../../../../../provider/dcs-instance/values/size/shape";
import { type Kind, transitionOf } from "../../../../../provider/dcs-instance/values/size/transitions";

const VERSIONS = ["4.0", "5.0", "6.0", "7.0"];

/** Read from the guide once more, by hand: `y` can be done, `?` is left open, `-` cannot; then the name in the request. */
const READING: ReadonlyArray<readonly [mode: string, kinds: string, versions: string, changeType: string]> = [
  ["single", "larger, smaller", "y y y y", ""],
  ["ha", "larger, smaller", "y y y y", ""],
  ["ha_rw_split", "larger, smaller", "y y - -", ""],
  ["cluster", "larger, smaller, fewer shards", "y y y y", ""],
  ["cluster", "more shards", "y y y y", "addSharding"],
  ["proxy", "larger, smaller, more shards, fewer shards", "y y ? -", ""],
  ["ha", "more replicas", "y y y y", "createReplication"],
  ["ha", "fewer replicas", "y y y y", "deleteReplication"],
  ["ha_rw_split", "more replicas", "y y - -", "createReplication"],
  ["ha_rw_split", "fewer replicas", "y y - -", "deleteReplication"],
  ["cluster", "more replicas", "y y y y", "createReplication"],
  ["cluster", "fewer replicas", "y y y y", "deleteReplication"],
  ["ha > proxy", "another mode", "y y ? -", "instanceType"],
  ["proxy > ha", "another mode", "y y ? -", "instanceType"],
  ["ha_rw_split > proxy", "another mode", "y y ? -", "instanceType"],
  ["proxy > ha_rw_split", "another mode", "y y ? -", "instanceType"],
];

const KINDS: readonly Kind[] = [
  "larger",
  "smaller",
  "more shards",
  "fewer shards",
  "more replicas",
  "fewer replicas",
  "another mode",
];

const MEANT: Readonly<Record<string, string>> = { y: "yes", "?": "unsure", "-": "no" };

const readingOf = (from: Mode, to: Mode, kind: Kind, version: string): readonly [string, string] => {
  const name = from === to ? from : `${from} > ${to}`;
  const row = READING.find(([mode, kinds]) => mode === name && kinds.split(", ").includes(kind));
  const mark = row?.[2].split(" ")[VERSIONS.indexOf(version)] ?? "-";
  return [MEANT[mark] as string, mark === "-" ? "" : (row?.[3] ?? "")];
};

const everyCase = MODES.flatMap((from) =>
  MODES.flatMap((to) => KINDS.flatMap((kind) => VERSIONS.map((version) => ({ from, to, kind, version })))),
);

test("The table of changes in place says what a second reading of the guide says, change by change", () => {
  const tabled = everyCase.map(({ from, to, kind, version }) => {
    const row = transitionOf(from, to, kind, version);
    return [from, to, kind, version, row?.possible[version] ?? "no", row?.changeType ?? ""];
  });
  const read = everyCase.map(({ from, to, kind, version }) => [
    from,
    to,
    kind,
    version,
    ...readingOf(from, to, kind, version),
  ]);
  expect(tabled).toEqual(read);
  expect(tabled.filter(([, , , , possible]) => possible !== "no")).toHaveLength(80);
});

const shape = (mode: Mode, capacity: number, replicas = REPLICAS[mode].usual): Shape => ({ mode, replicas, capacity });

const pathOf = (from: Shape, to: Shape, version = "5.0") =>
  resizePath(from, to, version)?.map(
    (hop) => `${hop.transition.kind}: ${hop.to.mode} ${hop.to.replicas}x${hop.to.capacity}`,
  );

describe("Several changes at once are made one by one:", () => {
  test.each<[string, Shape, Shape, string[]]>([
    ["more nodes before more memory", shape("ha", 2), shape("ha", 8, 4), ["more replicas: ha 4x2", "larger: ha 4x8"]],
    [
      "less memory before fewer nodes, which go one at a time",
      shape("ha", 8, 4),
      shape("ha", 0.5, 2),
      ["smaller: ha 4x0.5", "fewer replicas: ha 3x0.5", "fewer replicas: ha 2x0.5"],
    ],
    [
      "more memory before fewer nodes of a cluster, which go together",
      shape("cluster", 32, 4),
      shape("cluster", 64, 2),
      ["more shards: cluster 4x64", "fewer replicas: cluster 2x64"],
    ],
    [
      "more memory before a conversion",
      shape("ha", 2),
      shape("proxy", 8),
      ["larger: ha 2x8", "another mode: proxy 2x8"],
    ],
    [
      "a conversion before a size that only the new mode has",
      shape("ha", 64),
      shape("proxy", 512),
      ["another mode: proxy 2x64", "more shards: proxy 2x512"],
    ],
    [
      "less memory before a conversion to a mode without the present size",
      shape("proxy", 128),
      shape("ha", 32, 3),
      ["fewer shards: proxy 2x32", "another mode: ha 2x32", "more replicas: ha 3x32"],
    ],
    ["a conversion of a cache of three nodes", shape("ha", 4, 3), shape("proxy", 4), ["another mode: proxy 2x4"]],
    ["nothing where nothing differs", shape("ha", 4), shape("ha", 4), []],
  ])("%s", (_, from, to, path) => {
    expect(pathOf(from, to)).toEqual(path);
  });

  test("after any of them, the rest of the way is the same", () => {
    for (const [from, to] of [
      [shape("ha", 8, 4), shape("ha", 0.5, 2)],
      [shape("proxy", 128), shape("ha", 32, 3)],
      [shape("cluster", 32, 4), shape("cluster", 64, 2)],
    ] as const) {
      const whole = resizePath(from, to, "5.0") ?? [];
      whole.forEach((hop, at) => {
        expect(resizePath(hop.to, to, "5.0")).toEqual(whole.slice(at + 1));
      });
    }
  });

  test.each<[string, Shape, Shape, string]>([
    ["from a single node to a pair", shape("single", 2), shape("ha", 2), "6.0"],
    ["from a pair to a cluster", shape("ha", 4), shape("cluster", 4), "5.0"],
    ["from a pair to read/write splitting", shape("ha", 4), shape("ha_rw_split", 4), "5.0"],
    ["of the size of read/write splitting on 6.0", shape("ha_rw_split", 4), shape("ha_rw_split", 8), "6.0"],
    ["to a size that no order reaches", shape("ha", 2), shape("proxy", 512), "5.0"],
  ])("but there is no way %s", (_, from, to, version) => {
    expect(resizePath(from, to, version)).toBeUndefined();
  });
});

test("A cluster with a shard size of its own counts its shards by it", () => {
  const small = (capacity: number): Shape => ({ ...shape("cluster", capacity), shardGb: 1 });
  expect(pathOf(small(4), small(8))).toEqual(["more shards: cluster 2x8"]);
  expect(pathOf(shape("cluster", 4), shape("cluster", 8))).toEqual(["larger: cluster 2x8"]);
});
