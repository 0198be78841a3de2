// A policy small enough to read at a glance, sound as it stands, for tests to spoil or to build on.
import { stringify } from "yaml";
import { compile, type Policy } from "../../src/policy/index.ts";

export type Parts = Readonly<Record<string, unknown>>;
const w = (text: string): Record<string, string> => ({ en: text });

/** Words for a clause that says nothing of interest. */
export const words = w("As agreed.");

/** The text of a policy in English with these parts; a part that is given replaces the sound one of that name. */
export function tiny(parts: Parts = {}): string {
  return stringify(
    {
      policy: "tiny",
      version: "1",
      effective: "2026-01-01",
      title: w("Support"),
      desk: { name: w("Tiny desk"), prefix: "TN", languages: ["en"], zone: "Europe/Paris", address: "help@tiny.example" },
      ...parts,
    },
    { aliasDuplicateObjects: false },
  );
}

/** The same compiled; throws what is wrong, so that a test cannot pass on a broken text. */
export function tinyPolicy(parts: Parts = {}): Policy {
  const { policy, findings } = compile(tiny(parts));
  if (!policy || findings.length) throw new Error(findings.map((f) => `${f.key}: ${f.message}`).join("\n") || "no policy");
  return policy;
}

export const office = { name: w("office hours"), open: { "mon-fri": ["09:00-17:00"] } };
export const topic = { values: ["login", "printer", "invoice"] };
