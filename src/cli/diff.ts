// `troth diff`: who is treated differently by another version of a policy, in which situations, better or worse; and the two texts clause by clause.
import { relative } from "node:path";
import { text as streamText } from "node:stream/consumers";
import { Trouble } from "../database/trouble.ts";
import type { ClauseChange, NumberChange } from "../policy/compare/clause-changes.ts";
import { type ChangedRegion, comparePolicies, type Comparison } from "../policy/compare/compare-policies.ts";
import { type Moment, MOMENTS, type Policy } from "../policy/index.ts";
import { type ChangeText, changeText } from "../words/change.ts";
import { clauseText } from "../words/clause.ts";
import { named, phrase } from "../words/phrase.ts";
import { slotText } from "../words/slots.ts";
import { type PolicyFile, readPolicyFile, runnable } from "./policy-file.ts";
import { counted, out, styled, wrapped } from "./screen.ts";

const MANY = 3; // groups of situations that are listed though one sentence says them all

/** Two policies, each a file, a folder, or `-` for standard input. Throws Trouble where one cannot run. */
export async function diffPolicies(oldName: string, newName: string, how: { readonly json?: boolean; readonly lang?: string; readonly full?: boolean }): Promise<void> {
  const files = [await readNamed(oldName), await readNamed(newName)] as const;
  const [old, next] = [runnable(files[0]), runnable(files[1])];
  const spoken = old.desk.languages.filter((each) => next.desk.languages.includes(each));
  const lang = how.lang ?? (spoken.includes("en") ? "en" : (spoken[0] ?? next.desk.languages[0] ?? "en"));
  if (!next.desk.languages.includes(lang)) throw new Trouble(`The policy has no words in ${lang}.`, `It has ${next.desk.languages.join(", ")}.`);
  const comparison = comparePolicies(old, next);
  if (how.json) return out(JSON.stringify(asData(comparison, lang), null, 2));
  out(`${title(files[0], old)} → ${title(files[1], next)}`, "", ...lines(comparison, lang, how.full === true));
}

async function readNamed(name: string): Promise<PolicyFile> {
  return name === "-" ? { path: "standard input", folder: ".", name: "standard input", text: await streamText(process.stdin) } : readPolicyFile(name);
}

const title = (file: PolicyFile, policy: Policy): string => `${styled("bold", relative(process.cwd(), file.path) || file.path)} (version ${policy.version})`;

function lines(c: Comparison, lang: string, full: boolean): string[] {
  const tables = [...new Set(c.regions.map((r) => r.table))];
  const count = (verdict: string): number => c.regions.filter((r) => r.verdict === verdict).length;
  return [
    ...tables.flatMap((table) => [styled("bold", heading(table, lang)), ...tableLines(c, table, lang, full), ""]),
    ...(c.clauses.length ? [styled("bold", "Clause by clause"), ...c.clauses.flatMap((change) => clauseLines(c, change, lang)), ""] : []),
    ...(c.declarations.length ? [styled("bold", "Beside the clauses"), ...c.declarations.map((d) => `  ${SIGNS[d.change]} ${d.group}/${d.name}`), ""] : []),
    ...c.cut.map((table) => styled("yellow", `${table.replace(/\/$/, "")}: more is different than is listed here.`)),
    ...c.unproved.map((table) => styled("yellow", `${table.replace(/\/$/, "")}: too large to be compared; what is different in it is not known.`)),
    c.regions.length
      ? `${counted(c.regions.length, "group of situations is", "groups of situations are")} treated differently: ${count("better")} better, ${count("worse")} worse, ${count("different")} different; ${changedTexts(c)}`
      : c.unproved.length
        ? `Of what could be compared nothing is treated differently; ${changedTexts(c)}`
        : `Nobody is treated differently; ${changedTexts(c)}`,
  ];
}

const changedTexts = (c: Comparison): string => (c.clauses.length ? `${counted(c.clauses.length, "clause")} changed, added or taken out` : "the clauses are the same");

const heading = (table: string, lang: string): string => `${named(lang, "about", table.split("/")[0] ?? "")} (${table.replace(/\/$/, "")})`;

/** Regions that are told alike are one group; one that is all of what a clause does is said so, and listed in full on demand. */
function tableLines(c: Comparison, table: string, lang: string, full: boolean): string[] {
  const groups = new Map<string, { said: ChangeText; regions: ChangedRegion[] }>();
  for (const region of c.regions.filter((r) => r.table === table)) {
    const said = changeText(c, region, lang);
    const key = [said.old, said.new, said.verdict].join("\n");
    const group = groups.get(key) ?? { said, regions: [] };
    groups.set(key, group);
    group.regions.push(region);
  }
  return [...groups.values()].flatMap(({ said, regions }) => {
    const [first] = regions;
    const whole = regions.length > MANY && !full && regions.every((r) => r.whole);
    const who = whole
      ? [
          ...wrapped(
            `${phrase(lang, "change.whole", { number: first?.old.clause?.number ?? "" })} ${styled("dim", `(${momentsOf(regions).join(", ")}; ${regions.length} groups of situations, --full lists them)`)}`,
            "  ",
          ),
        ]
      : regions.flatMap((r) => wrapped(`${changeText(c, r, lang).who} ${styled("dim", `(${r.at.join(", ")})`)}`, "  "));
    const colour = ({ better: "green", worse: "red", different: "cyan" } as const)[first?.verdict ?? "different"];
    return [...who, ...wrapped(said.old, "      "), ...wrapped(said.new, "      "), `      ${styled(colour, said.verdict)}`];
  });
}

const momentsOf = (regions: readonly ChangedRegion[]): readonly Moment[] => MOMENTS.filter((moment) => regions.some((r) => r.at.includes(moment)));

const SIGNS = { added: "+", removed: "-", changed: "~" } as const;

function clauseLines(c: Comparison, change: ClauseChange, lang: string): string[] {
  if (change.change !== "changed") {
    const policy = change.change === "added" ? c.new : c.old;
    return [`  ${SIGNS[change.change]} § ${change.clause.number} ${change.id}`, ...wrapped(clauseText(policy, change.clause, lang).words, "      ")];
  }
  const what = change.what.map((aspect) => (aspect === "words" ? `words (${change.languages.join(", ")})` : aspect === "does" ? "what it does" : aspect));
  return [
    `  ~ § ${change.new.number} ${change.id}: ${what.join(", ")}`,
    ...change.numbers.map((n) => `      ${n.slot}: ${side(n.old, lang)} → ${side(n.new, lang)}`),
    ...(change.languages.includes(lang) ? [...wrapped(`- ${clauseText(c.old, change.old, lang).words}`, "      "), ...wrapped(`+ ${clauseText(c.new, change.new, lang).words}`, "      ")] : []),
  ];
}

const side = (slot: NumberChange["old"], lang: string): string => (slot ? slotText(slot, lang) : "none");

/** The regions with their boxes as data: values of a fact as a list, numbers as half-open stretches. */
function asData(c: Comparison, lang: string): object {
  return {
    old: { policy: c.old.id, version: c.old.version },
    new: { policy: c.new.id, version: c.new.version },
    regions: c.regions.map((r) => ({
      table: r.table.replace(/\/$/, ""),
      at: r.at,
      verdict: r.verdict,
      because: r.because,
      words: changeText(c, r, lang),
      where: Object.fromEntries(r.where.map(({ fact, cells }) => [fact.name, cells.map((cell) => ("value" in cell ? (cell.value ?? "unknown") : [cell.from, cell.to]))])),
      example: r.example,
      clauses: { old: r.old.clause?.id ?? null, new: r.new.clause?.id ?? null },
      by: { old: r.old.how, new: r.new.how },
    })),
    cut: c.cut,
    unproved: c.unproved,
    clauses: c.clauses.map((change) =>
      change.change === "changed" ? { change: change.change, id: change.id, what: change.what, numbers: change.numbers, languages: change.languages } : { change: change.change, id: change.id },
    ),
    declarations: c.declarations,
  };
}
