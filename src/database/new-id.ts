// Ids that sort by time (UUIDv7, RFC 9562 §5.7), so that new rows lie side by side in the index.
import { randomBytes } from "node:crypto";

/** A new UUIDv7 for a moment in epoch milliseconds. */
export function newId(at: number): string {
  const b = randomBytes(16);
  b.writeUIntBE(Math.max(0, Math.min(at, 2 ** 48 - 1)), 0, 6);
  b[6] = (b[6]! & 0x0f) | 0x70;
  b[8] = (b[8]! & 0x3f) | 0x80;
  const h = b.toString("hex");
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}
