// Ids that sort by time (UUIDv7, RFC 9562 §5.7), so that new rows lie side by side in the index.
import { randomUUID } from "node:crypto";

/** A new UUIDv7 for a moment in epoch milliseconds; its 74 random bits are those of a random UUID, which Node draws in bulk. */
export function newId(at: number): string {
  const time = Math.max(0, Math.min(Math.trunc(at), 2 ** 48 - 1)).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
