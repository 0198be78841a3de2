// A count whose window the two policies set differently is two facts, and yet one past: in the longer window there are never fewer events.
import { ALL, type Region } from "../check/diagram.ts";
import { isUnknown, where } from "../check/space.ts";
import { compareDurations } from "../time/duration.ts";
import { type Joint, NEW, OLD, plainName } from "./joint-space.ts";

/** The situations that can be, as far as these dimensions tell such counts apart. */
export function countsTogether({ space, old, new: next }: Joint, support: ReadonlySet<number>): Region {
  const { diagram } = space;
  let possible: Region = ALL;
  for (const dim of support) {
    const { name } = space.dims[dim]!.fact;
    if (!name.endsWith(OLD)) continue;
    const plain = plainName(name);
    const [a, b] = [old.written.facts[plain]?.counts, next.written.facts[plain]?.counts];
    const other = space.dimOf.get(plain + NEW);
    if (!a || !b || other === undefined || !support.has(other) || a.of !== b.of || a.by !== b.by || a.until !== b.until) continue;
    const longer = compareDurations(a.in, b.in);
    if (longer === null) continue;
    const [more, fewer] = longer > 0 ? [dim, other] : [other, dim];
    let together = diagram.or(where(space, name, isUnknown), where(space, plain + NEW, isUnknown));
    for (const cell of space.dims[fewer]!.cells) {
      if (!("from" in cell)) continue;
      together = diagram.or(
        together,
        diagram.and(
          diagram.cells(fewer, (i) => space.dims[fewer]!.cells[i] === cell),
          diagram.cells(more, (i) => ((c) => "to" in c && c.to > cell.from)(space.dims[more]!.cells[i]!)),
        ),
      );
    }
    possible = diagram.and(possible, together);
  }
  return possible;
}
