// npx tsx tests/policies/survivors.ts policies/dms … — prints each small change to a policy that no scenario and no finding notices.
import { tryMutants } from "./notice.ts";
import { readShipped } from "./shipped.ts";

for (const dir of process.argv.slice(2)) {
  const started = performance.now();
  const { count, byKind, survivors } = tryMutants(readShipped(dir));
  for (const s of survivors) console.log(`${s.kind.padEnd(8)} ${s.what}`);
  const kinds = Object.entries(byKind)
    .map(([kind, n]) => `${kind} ${n}`)
    .join(", ");
  console.log(`${dir}: ${survivors.length} of ${count} mutants survive (${kinds}), ${Math.round(performance.now() - started)} ms`);
}
