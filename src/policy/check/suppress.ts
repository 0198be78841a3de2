// Warnings that an author silences at a clause, with the reason. Errors are settled by decisions alone. SPEC 5.8.
import { finding } from "../finding.ts";
import type { Finding, Policy } from "../model.ts";

/** Silenced warnings become notes with their reason; what silences nothing is said. */
export function suppress(policy: Policy, findings: readonly Finding[]): Finding[] {
  const used = new Set<string>();
  const shown = findings.map((f): Finding => {
    if (f.severity !== "warning") return f;
    for (const id of new Set([f.at, ...f.clauses])) {
      const reason = policy.clauses.find((c) => c.id === id)?.suppress.find((s) => s.code === f.code)?.reason;
      if (reason === undefined) continue;
      used.add(`${id} ${f.code}`);
      return { ...f, severity: "note", message: `${f.message} Silenced at ${id}: ${reason}` };
    }
    return f;
  });
  const idle = policy.clauses.flatMap((c) =>
    c.suppress
      .filter((s) => !used.has(`${c.id} ${s.code}`))
      .map((s) => {
        const error = findings.some((f) => f.code === s.code && f.severity === "error" && (f.at === c.id || f.clauses.includes(c.id)));
        return finding({
          code: "E-STALE",
          at: c.id,
          severity: "warning",
          clauses: [c.id],
          rests: s.code,
          place: c.place,
          message: error ? `${c.id} would silence ${s.code}, which is an error.` : `${c.id} silences ${s.code}, of which there is none there.`,
          mend: error ? "Mend it, or settle it by a decision of the author." : "Take `suppress` out.",
        });
      }),
  );
  return [...shown, ...idle];
}
