// Ids that sort by time (UUIDv7, RFC 9562 §5.7), so that new rows lie side by side in the index.
import { randomUUID } from "node:crypto";

let lastAt = 0;
let count = 0;

/**
 * A new UUIDv7 for a moment in epoch milliseconds. Those made one after the other for one millisecond sort as they were made (§6.2,
 * method 1): what was said first stands first. The 62 random bits are those of a random UUID, which Node draws in bulk.
 */
export function newId(at: number): string {
  const ms = Math.max(0, Math.min(Math.trunc(at), 2 ** 48 - 1));
  count = ms === lastAt ? (count + 1) & 0xfff : 0;
  lastAt = ms;
  const time = ms.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, "0")}${randomUUID().slice(18)}`;
}
