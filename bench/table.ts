// The rows as a table of text that also reads as Markdown.
import { ratioOf, reached, type Row } from "./row.ts";

const HEAD = ["what", "tickets", "measured", "p99", "wanted", "reached", "peer", "times better"];

export function table(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(" | ")} |`;
  return [line(HEAD), `|${widths.map((width, i) => (i === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`, ...rows.map(cellsOf).map(line)].join("\n");
}

function cellsOf(row: Row): string[] {
  const ratio = ratioOf(row);
  const { target } = row;
  const good = reached(row);
  return [
    row.name,
    row.size === null ? "" : whole(row.size),
    measured(row.value, row.unit),
    row.p99 === undefined ? "" : measured(row.p99, row.unit),
    target ? `${row.unit === "/s" ? "≥" : "≤"} ${measured(target.value, row.unit)}${target.of === "p99" ? " (p99)" : ""}` : "",
    good === null ? "" : good ? "yes" : "no",
    row.peer ? `${row.peer.name} ${measured(row.peer.value, row.unit)}` : "",
    ratio === null ? "" : `${ratio.toFixed(1)} ×`,
  ];
}

const whole = (n: number): string => Math.round(n).toLocaleString("en");
const measured = (n: number, unit: Row["unit"]): string => `${unit === "/s" || n >= 1000 ? whole(n) : n.toFixed(n < 10 ? 2 : 1)} ${unit}`;
