// A thread that reads large mails, one at a time. What a mail costs it costs here, and the server goes on.
import { parentPort } from "node:worker_threads";
import { clearEvery } from "../../../database/memory.ts";
import { bytesOfMail, type RawMail, sizeOf } from "../raw-mail.ts";
import { readMail } from "./read-mail.ts";

export interface Asked {
  readonly raw: RawMail;
  readonly envelope: string | null;
}
export type Answered = { readonly mail: Awaited<ReturnType<typeof readMail>> } | { readonly fault: string };

/** Said once, when the thread can be asked. */
export const READY = "ready";

const cleared = clearEvery(6 * 1024 * 1024, "major");

parentPort?.postMessage(READY);
parentPort?.on("message", ({ raw, envelope }: Asked) => {
  bytesOfMail(raw)
    .then((bytes) => readMail(bytes, envelope))
    .then(
      (mail) => parentPort?.postMessage({ mail } satisfies Answered, ownBuffers(mail.files)),
      (error: unknown) => parentPort?.postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies Answered),
    )
    .finally(() => cleared(sizeOf(raw)));
});

/** Memory that files have to themselves, or nearly, is handed over, not copied: the thread needs none of it any more. */
function ownBuffers(files: readonly { readonly bytes: Uint8Array }[]): ArrayBuffer[] {
  return [...new Set(files.flatMap(({ bytes: { buffer, byteLength } }) => (buffer instanceof ArrayBuffer && buffer.byteLength <= 2 * byteLength && byteLength > 0 ? [buffer] : [])))];
}
