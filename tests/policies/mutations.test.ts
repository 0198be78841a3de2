// Nothing in the shipped policies is decoration: whatever is moved, shortened, turned or taken out, a scenario or a finding notices.
import { expect, test } from "vitest";
import { check } from "../../src/policy/check/check.ts";
import type { Kind } from "./mutate.ts";
import { tryMutants } from "./notice.ts";
import { allShipped } from "./shipped.ts";

const HELD: readonly Kind[] = ["number", "set", "strength", "clause", "decision"];

test.each(allShipped())(
  "every number, set, strength, clause and decision of $name is held",
  (shipped) => {
    const statements = new Set(check(shipped.text).policy!.statements.map((s) => `clause ${s.id} gone`));
    const { count, byKind, survivors } = tryMutants(shipped, (m) => HELD.includes(m.kind) && !statements.has(m.what));
    process.stdout.write(
      `${shipped.name}: ${count} mutants (${Object.entries(byKind)
        .map(([kind, n]) => `${kind} ${n}`)
        .join(", ")}), ${survivors.length} unnoticed; ${statements.size} statements are words\n`,
    );
    expect(survivors.map((s) => s.what)).toEqual([]);
  },
  180_000,
);
