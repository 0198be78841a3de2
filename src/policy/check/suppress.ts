// Warnings that an author silences with a reason: at a clause, or at whatever else a finding names. Errors are settled by decisions alone. SPEC 5.8.
import { finding } from "../finding.ts";
import type { Finding, Policy, Suppressed } from "../model.ts";

/** Silenced warnings become notes with their reason; what silences nothing is said. */
export function suppress(policy: Policy, findings: readonly Finding[]): Finding[] {
  const all = [...policy.clauses.flatMap((c) => c.suppress.map((s): Suppressed => ({ ...s, at: c.id, ...(c.place && { place: c.place }) }))), ...policy.suppress];
  if (all.length === 0) return [...findings];
  const used = new Set<Suppressed>();
  const shown = findings.map((f): Finding => {
    if (f.severity !== "warning") return f;
    const by = all.filter((s) => meets(s, f)); // all of them are of use
    const [first] = by;
    if (!first) return f;
    for (const s of by) used.add(s);
    return { ...f, severity: "note", message: `${f.message} Silenced at ${first.at}: ${first.reason}` };
  });
  return [...shown, ...all.filter((s) => !used.has(s)).map((s) => idle(s, findings))];
}

const meets = (s: Suppressed, f: Finding): boolean => f.code === s.code && (f.at === s.at || f.clauses.includes(s.at));

function idle(s: Suppressed, findings: readonly Finding[]): Finding {
  const error = findings.some((f) => f.severity === "error" && meets(s, f));
  return finding({
    code: "E-STALE",
    at: s.at,
    severity: "warning",
    clauses: [s.at],
    rests: s.code,
    place: s.place,
    message: error ? `${s.at} would silence ${s.code}, which is an error.` : `${s.at} silences ${s.code}, of which there is none there.`,
    mend: error ? "Mend it, or settle it by a decision of the author." : "Take `suppress` out.",
  });
}
