// In which order the public page shows the sections.
import { SECTIONS } from "./model.ts";
import type { RawPolicy } from "./policy-shape.ts";

/** The order of sections on the page: as the policy says, the rest after it. */
export function pageOrder(raw: RawPolicy): readonly ((typeof SECTIONS)[number] | "statements")[] {
  const order = raw.page?.order ?? ["statements"];
  return [...order, ...(["statements", ...SECTIONS] as const).filter((s) => !order.includes(s))];
}
