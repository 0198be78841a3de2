// Parts of a clause that nothing ever comes of: what to do when it is late, of something without a time; a pause for what nobody waits for. SPEC 12.
import { isAhead } from "../ahead.ts";
import { finding } from "../finding.ts";
import type { Clause, Finding, Policy } from "../model.ts";
import { waitsForConsent } from "./no-way.ts";

export function checkIdle(policy: Policy): Finding[] {
  const consent = policy.clauses.some(waitsForConsent);
  return policy.clauses.flatMap((clause) => idleParts(clause, consent).map(([part, why, mend]) => idle(clause, part, why, mend)));
}

/** Each part with why nothing comes of it, and what to do. A value still undecided is there all the same. */
function idleParts({ section, outcome: o }: Clause, consent: boolean): (readonly [part: string, why: string, mend: string])[] {
  if (section === "notices" && o["late"] !== undefined && !o["before"] && !o["after"])
    return [["late", "it is sent at its moment, so it is never late", "Give it `before` or `after`, or take `late` out."]];
  if (section !== "promises" || o["none"] === true) return [];
  const pauses = (o["pauses"] ?? []) as readonly string[];
  const found: (readonly [string, string, string])[] = [];
  if (isAhead(o["subject"])) {
    for (const part of ["pauses", "warn", "starts", "stops"] as const)
      if (o[part] !== undefined) found.push([part, "that something is announced ahead is measured when it is announced, and has no clock", `Take \`${part}\` out.`]);
    return found;
  }
  if (pauses.includes("consent") && !consent) found.push(["pauses: consent", "no price waits for the customer's consent", "Say `after: consent` at a price, or take the pause out."]);
  if (o["warn"] !== undefined && !o["must"] && !o["every"]) found.push(["warn", "it has no limit to warn of", "Give it `must`, or take `warn` out."]);
  return found;
}

const idle = (clause: Clause, part: string, why: string, mend: string): Finding =>
  finding({
    code: "E-IDLE",
    severity: "warning",
    at: clause.id,
    clauses: [clause.id],
    rests: part,
    place: clause.place,
    message: `Nothing comes of \`${part}\` at ${clause.id}: ${why}.`,
    mend,
  });
