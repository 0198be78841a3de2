// The last day on which something stands that ends at a moment.
import { dateIn } from "../../../../src/policy/index.ts";

/** "2026-11-30" where it ends at midnight after that day. */
export const lastDay = (ends: string, zone: string): string => dateIn(Date.parse(ends) - 1, zone);
