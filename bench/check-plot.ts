// How the proof grows with rules and columns, as a picture for the documentation: two panels, one line for each number of columns.

export interface Growth {
  readonly columns: number;
  readonly rules: number;
  readonly overlaps: number; // p50, ms
  readonly gaps: number; // p50, ms
}

const [WIDTH, HEIGHT, PANEL] = [760, 320, 300];
const [LEFT, TOP, DEEP] = [60, 50, 210];
const COLOURS = ["#0f766e", "#2563eb", "#9333ea", "#c2410c"];
const DASHES = ["", "7 3", "2 3", "9 3 2 3"];

export function growthPlot(growth: readonly Growth[]): string {
  const most = niceTop(Math.max(...growth.flatMap((g) => [g.overlaps, g.gaps])));
  const panels = (["overlaps", "gaps"] as const).map((what, i) => panel(growth, what, LEFT + i * (PANEL + 60), most));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Time to find all overlaps and all gaps of a decision table, by rules and columns">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...panels,
    "</svg>",
    "",
  ].join("\n");
}

function panel(growth: readonly Growth[], what: "overlaps" | "gaps", left: number, most: number): string {
  const rules = [...new Set(growth.map((g) => g.rules))].sort((a, b) => a - b);
  const far = rules.at(-1) ?? 1;
  const x = (n: number): number => left + (n / far) * (PANEL - 50);
  const y = (ms: number): number => TOP + DEEP - (ms / most) * DEEP;
  const text = (at: readonly [number, number], words: string, more = ""): string => `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" fill="#1f2937" ${more}>${words}</text>`;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * most);
  const lines = [...new Set(growth.map((g) => g.columns))].map((columns, i) => {
    const points = growth.filter((g) => g.columns === columns).sort((a, b) => a.rules - b.rules);
    const last = points.at(-1)!;
    const path = points.map((p) => `${x(p.rules).toFixed(1)},${y(p[what]).toFixed(1)}`).join(" ");
    const dots = points.map((p) => `<circle cx="${x(p.rules).toFixed(1)}" cy="${y(p[what]).toFixed(1)}" r="3" fill="${COLOURS[i % 4]}"/>`).join("");
    return {
      end: y(last[what]),
      at: x(last.rules) + 8,
      words: `${columns} columns`,
      drawn: `<polyline points="${path}" fill="none" stroke="${COLOURS[i % 4]}" stroke-width="2" stroke-dasharray="${DASHES[i % 4]}"/>${dots}`,
    };
  });
  let below = -Infinity; // names stand apart, though lines end close together
  const names = lines
    .toSorted((a, b) => a.end - b.end)
    .map((line) => {
      below = Math.max(line.end + 4, below + 14);
      return text([line.at, below], line.words);
    });
  return [
    text([left, TOP - 24], `all ${what}, p50 in ms`, 'font-weight="600"'),
    ...ticks.map(
      (ms) =>
        `<line x1="${left}" x2="${left + PANEL - 50}" y1="${y(ms).toFixed(1)}" y2="${y(ms).toFixed(1)}" stroke="#d1d5db"/>${text([left - 8, y(ms) + 4], String(Math.round(ms)), 'text-anchor="end"')}`,
    ),
    ...rules.map((n) => text([x(n), TOP + DEEP + 20], n.toLocaleString("en"), 'text-anchor="middle"')),
    text([left + (PANEL - 50) / 2, TOP + DEEP + 40], "rules", 'text-anchor="middle"'),
    ...lines.map((line) => line.drawn),
    ...names,
  ].join("\n");
}

/** 1, 2, 4 or 8 times a power of ten, not below `n`. */
function niceTop(n: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(n, 1)));
  return [1, 2, 4, 8, 10].map((m) => m * power).find((top) => top >= n) ?? n;
}
