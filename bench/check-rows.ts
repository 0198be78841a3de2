// The checker's rows: generated tables of growing size, one without any order, a policy of fifteen hundred clauses, and the policies that come with the program.
import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CheckJob, CheckMeasured } from "./check-job.ts";
import { type Growth, growthPlot } from "./check-plot.ts";
import { progress } from "./progress.ts";
import { type Row, spread } from "./row.ts";

const RULES = [500, 1000, 1500] as const;
const COLUMNS = [3, 5, 7, 9] as const;
const JOB = fileURLToPath(new URL("./check-job.ts", import.meta.url));
const PICTURES = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const LONGEST = 120_000; // ms
const BATCHES = 5;

/** `quick` takes fewer rounds and draws nothing. */
export async function checkRows(quick: boolean): Promise<Row[]> {
  const rounds = quick ? 10 : 40;
  const rows: Row[] = [];
  const growth: Growth[] = [];
  for (const columns of COLUMNS) {
    for (const rules of RULES) {
      const done = await run({ kind: "tree", rules, columns, rounds });
      const [overlaps, gaps] = [best(done.overlaps).value, best(done.gaps).value];
      growth.push({ columns, rules, overlaps, gaps });
      rows.push({
        name: `all overlaps and gaps of a table, ${rules.toLocaleString("en")} rules × ${columns} columns`,
        size: null,
        unit: "ms",
        ...best(done.whole),
        note: noteOf(done, overlaps, gaps),
      });
    }
    progress(`tables of ${columns} columns`);
  }
  const wild = await run({ kind: "wild", rules: 1500, columns: 9, rounds: Math.ceil(rounds / 4) });
  rows.push({
    name: "the same of rules without any order, 1,500 × 9, first 1,000 gaps",
    size: null,
    unit: "ms",
    ...best(wild.whole),
    note: noteOf(wild, best(wild.overlaps).value, best(wild.gaps).value),
  });
  const large = await run({ kind: "large", rules: 1500, columns: 9, rounds: Math.ceil(rounds / 4) });
  rows.push({ name: "check of a policy of 1,500 clauses on 9 facts", size: null, unit: "ms", ...best(large.whole), note: `${large.found}; ${large.memory.toFixed(0)} MB` });
  const five = await run({ kind: "policies", rounds: quick ? 30 : 100 });
  rows.push({ name: "check of the five policies together, warm", size: null, unit: "ms", ...best(five.whole), target: { value: 100 }, note: `${five.found}; ${five.memory.toFixed(0)} MB` });
  rows.push({ name: "check of the five policies together, first call of a process", size: null, unit: "ms", value: five.cold });
  progress("policies checked");
  if (!quick) draw(growth);
  return rows;
}

/** The best of batches of rounds, each with its middle and its worst: neighbours on the machine come and go. */
function best(times: readonly number[]): { readonly value: number; readonly p99: number } {
  const size = Math.ceil(times.length / BATCHES);
  const batches = Array.from({ length: BATCHES }, (_, i) => times.slice(i * size, (i + 1) * size)).filter((batch) => batch.length > 0);
  return batches.map(spread).toSorted((a, b) => a.value - b.value)[0] ?? spread(times);
}

const noteOf = (done: CheckMeasured, overlaps: number, gaps: number): string => `overlaps ${overlaps.toFixed(1)} ms, gaps ${gaps.toFixed(1)} ms; ${done.found}; ${done.memory.toFixed(0)} MB`;

function draw(growth: readonly Growth[]): void {
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(`${PICTURES}check-growth.svg`, growthPlot(growth));
}

/** Throws Error where the job failed or took too long. */
function run(job: CheckJob): Promise<CheckMeasured> {
  return new Promise((resolve, reject) => {
    const child = fork(JOB, [JSON.stringify(job)], { stdio: ["ignore", "inherit", "inherit", "ipc"] }); // tsx is inherited
    const late = setTimeout(() => child.kill("SIGKILL"), LONGEST);
    let measured: CheckMeasured | undefined;
    child.on("message", (message) => {
      measured = message as CheckMeasured;
      child.disconnect();
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(late);
      if (measured) resolve(measured);
      else reject(new Error(`the checker's job ${job.kind} ended with ${code}`));
    });
  });
}
