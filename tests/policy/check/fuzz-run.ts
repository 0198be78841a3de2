// npx tsx tests/policy/check/fuzz-run.ts [seconds] [seed] — throws texts at the checker for so long; ends with 1 at the first that it does not answer well.
import { check } from "../../../src/policy/check/check.ts";
import { chanceFrom, fuzzText, hostileTexts, policyTexts } from "./fuzz-texts.ts";

const SLOWEST = 30_000; // ms of work for one text: how busy the machine is with others does not count
const seconds = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);

/** What is wrong with the checker's answer; null where nothing is. */
function fault(text: string): string | null {
  const start = process.cpuUsage();
  try {
    const { policy, findings } = check(text);
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    if (!policy && !findings.length) return "no policy and no finding";
    const lost = findings.find((f) => !f.place || f.place.line < 1 || f.place.column < 1);
    if (lost) return `no place: ${lost.key} ${lost.message}`;
    const long = findings.find((f) => !f.message || f.message.length > 20_000);
    if (long) return `a message of ${long.message.length} characters: ${long.key}`;
    return took > SLOWEST ? `it took ${Math.round(took)} ms` : null;
  } catch (error) {
    return `it threw ${error instanceof Error ? error.stack : String(error)}`;
  }
}

function run(): number {
  const texts = policyTexts();
  for (const { name, text } of [...texts.map((t) => ({ name: t.split("\n")[0]!, text: t })), ...hostileTexts()]) {
    const wrong = fault(text);
    if (wrong) return told(`${name}: ${wrong}`, null);
  }
  const end = performance.now() + seconds * 1000;
  let count = 0;
  for (let i = seed; performance.now() < end; i++, count++) {
    const text = fuzzText(chanceFrom(i), texts);
    const wrong = fault(text);
    if (wrong) return told(`seed ${i}: ${wrong}`, text);
  }
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${count.toLocaleString("en")} texts in ${seconds} s from seed ${seed}, each answered; ${texts.length} policies and ${hostileTexts().length} hostile texts before them; ${peak} MB at most\n`,
  );
  return 0;
}

function told(what: string, text: string | null): number {
  process.stdout.write(`${what}\n${text === null ? "" : `\n${text.slice(0, 4000)}\n`}`);
  return 1;
}

process.exitCode = run();
