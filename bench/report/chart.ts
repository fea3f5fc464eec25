import * as echarts from "echarts";
import type { Pair } from "../plan";
import type { Contender } from "../programs/contenders";
import type { Figure } from "../result";
import { TITLES } from "./tables";

const COLOURS: Readonly<Record<Contender, string>> = {
  ours: "#1f6f54",
  plugin: "#7fbf9e",
  bare: "#b8b8b8",
  terraform: "#7b6bb0",
};

const WIDTH = 960;
const PANEL = 260;

interface Panel {
  readonly title: string;
  readonly of: (figure: Figure) => number;
  readonly digits: number;
}

const PANELS: readonly Panel[] = [
  { title: "seconds", of: ({ seconds }) => seconds, digits: 1 },
  { title: "calls per cache", of: ({ callsPerCache }) => callsPerCache, digits: 1 },
];

/** Bars of every operation on the caches of a pair: its time above, its calls below. */
export function chart(figures: readonly Figure[], { caches, create }: Pair): string {
  const shown = figures.filter(
    (figure) => figure.caches === caches && figure.create === create && figure.throttled !== true,
  );
  const operations = [...new Set(shown.map(({ operation }) => operation))];
  const contenders = (Object.keys(TITLES) as Contender[]).filter((one) =>
    shown.some(({ contender }) => contender === one),
  );
  const picture = echarts.init(null, null, {
    renderer: "svg",
    ssr: true,
    width: WIDTH,
    height: 80 + PANELS.length * (PANEL + 70),
  });
  const each = <T>(make: (panel: Panel, index: number) => T): T[] => PANELS.map(make);
  picture.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    // Widths are estimated where no font is at hand: room for whichever the reader has.
    textStyle: { fontFamily: "Arial, Helvetica, sans-serif" },
    title: { text: `${caches} caches, each created in ${create} s by the service`, left: "center" },
    legend: { top: 40, itemGap: 40, data: contenders.map((contender) => TITLES[contender]) },
    grid: each((_, index) => ({ left: 60, right: 20, top: 100 + index * (PANEL + 70), height: PANEL })),
    xAxis: each((_, index) => ({ type: "category", gridIndex: index, data: operations })),
    yAxis: each(({ title }, index) => ({ type: "value", gridIndex: index, name: title })),
    series: each(({ of, digits }, index) =>
      contenders.map((contender) => ({
        type: "bar" as const,
        name: TITLES[contender],
        xAxisIndex: index,
        yAxisIndex: index,
        itemStyle: { color: COLOURS[contender] },
        label: { show: true, position: "top" as const, fontSize: 10 },
        data: operations.map((operation) => {
          const figure = shown.find((one) => one.contender === contender && one.operation === operation);
          return figure === undefined ? null : Number(of(figure).toFixed(digits));
        }),
      })),
    ).flat(),
  });
  const svg = picture.renderToSVGString();
  picture.dispose();
  return svg;
}
