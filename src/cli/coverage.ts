// `troth scenarios`: how much of a policy its scenarios try, and scenarios for what they leave out.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Trouble } from "../database/trouble.ts";
import { type CoverRegion, type CoverRegions, coverRegions } from "../policy/cover/cover-regions.ts";
import { regionsOf } from "../policy/cover/covered.ts";
import { propose, type Proposal } from "../policy/cover/propose.ts";
import { scenariosText } from "../policy/cover/scenario-text.ts";
import { type Policy, SECTIONS } from "../policy/index.ts";
import { givenOf } from "../policy/scenario.ts";
import { named } from "../words/phrase.ts";
import { situationText } from "../words/situation.ts";
import { type PolicyFile, readPolicyFile, runnable } from "./policy-file.ts";
import { scenarioFiles, scenarioFolder } from "./scenario-files.ts";
import { counted, out, styled, wrapped } from "./screen.ts";

interface Options {
  readonly missing?: boolean;
  readonly write?: boolean;
  readonly json?: boolean;
}
interface Tried {
  readonly tried: number;
  readonly regions: number;
}

const PROPOSED = "proposed.yaml";
const HEAD = [
  "Proposed by `troth scenarios --missing --write`, one for each region that no scenario tried. Each says what the policy does there now:",
  "read it, put right what should be otherwise, give it a name of your own, and move it to its place.",
];

/** Coverage of each policy; with `missing` what is not tried, and scenarios for it, which `write` puts beside the others. */
export async function coverPolicies(names: readonly string[], how: Options): Promise<void> {
  const reports: object[] = [];
  for (const name of names) {
    const file = await readPolicyFile(name);
    const policy = runnable(file);
    const { all, missing, scenarios } = await coverage(file, policy);
    const proposals = how.missing || how.write ? propose(policy, all, missing) : { proposals: [], left: [] };
    const lang = policy.desk.languages.includes("en") ? "en" : (policy.desk.languages[0] ?? "en");
    const title = ({ tries }: Proposal): string => regionTitle(policy, tries[0]!, lang);
    const text = scenariosText(policy, proposals.proposals, title, HEAD);
    const written = how.write && proposals.proposals.length ? await write(file, text) : null;
    const sections = sectionsOf(all.regions, missing);
    if (how.json) {
      const told = (r: CoverRegion): object => ({ table: r.table.replace(/\/$/, ""), clause: r.clause.id, how: r.how, at: r.at, words: situationText(policy, r.where, lang) });
      reports.push({
        file: file.path,
        scenarios,
        tried: all.regions.length - missing.length,
        regions: all.regions.length,
        sections,
        missing: missing.map(told),
        without: proposals.left.map(told),
        cut: all.cut,
        unproved: all.unproved,
        ...(how.missing && { proposed: text }),
        ...(written && { written }),
      });
      continue;
    }
    const [tried, regions] = [all.regions.length - missing.length, all.regions.length];
    out(`${styled("bold", file.path)}: ${counted(scenarios, "scenario tries", "scenarios try")} ${tried} of ${counted(regions, "region")}, ${share({ tried, regions })}`);
    out(...Object.entries(sections).map(([section, part]) => `  ${section.padEnd(14)} ${`${part.tried} of ${part.regions}`.padStart(10)}  ${share(part).padStart(6)}`));
    if (how.missing) out(...missing.flatMap((r) => wrapped(`${styled("yellow", "not tried")} ${regionTitle(policy, r, lang)} ${styled("dim", `(${r.at.join(", ")})`)}`, "  ")));
    out(
      ...all.cut.map((table) => `  ${table.replace(/\/$/, "")}: there are more regions than are counted here.`),
      ...all.unproved.map((table) => `  ${table.replace(/\/$/, "")}: too large to be told; how much of it is tried is not known.`),
    );
    out(...proposals.left.map((r) => `  no situation was found for ${regionTitle(policy, r, lang)}`));
    if (written) out(`${counted(proposals.proposals.length, "scenario")} to confirm: ${written}`);
    else if (how.missing && proposals.proposals.length) out("", text.trimEnd());
    out("");
  }
  if (how.json) out(JSON.stringify(reports, null, 2));
}

async function coverage(file: PolicyFile, policy: Policy): Promise<{ all: CoverRegions; missing: CoverRegion[]; scenarios: number }> {
  const all = coverRegions(policy);
  const tried = new Set<CoverRegion>();
  let scenarios = 0;
  for (const { path, read } of await scenarioFiles(file)) {
    if (read.faults[0]) throw new Trouble(`${path} cannot be read: ${read.faults[0].message}`, "`npx troth test` says where.");
    for (const { scenario } of read.list) {
      scenarios += 1;
      for (const region of regionsOf(policy, all.regions, givenOf(policy, scenario).given)) tried.add(region);
    }
  }
  return { all, missing: all.regions.filter((r) => !tried.has(r)), scenarios };
}

function sectionsOf(regions: readonly CoverRegion[], missing: readonly CoverRegion[]): Record<string, Tried> {
  const open = new Set(missing);
  return Object.fromEntries(
    SECTIONS.flatMap((section) => {
      const mine = regions.filter((r) => r.clause.section === section);
      return mine.length ? [[section, { tried: mine.filter((r) => !open.has(r)).length, regions: mine.length }]] : [];
    }),
  );
}

/** Never rounded up: 100% is all of them. */
const share = ({ tried, regions }: Tried): string => (regions ? `${Math.floor((tried / regions) * 1000) / 10}%` : "nothing to try");

/** "Whether it is supported, § 2.4 webex-itself: a customer, asking about …" */
function regionTitle(policy: Policy, { clause, how, where }: CoverRegion, lang: string): string {
  return `${named(lang, "about", clause.section)}, § ${clause.number} ${clause.id}${how === "asks" ? ", for a person to decide" : ""}: ${situationText(policy, where, lang)}`;
}

async function write(file: PolicyFile, text: string): Promise<string> {
  const path = join(scenarioFolder(file), PROPOSED);
  await mkdir(scenarioFolder(file), { recursive: true });
  try {
    await writeFile(path, text, { flag: "wx" });
    return path;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new Trouble(`${path} is there already.`, "Confirm its scenarios and move them to another file first.", { cause: error });
    throw error;
  }
}
