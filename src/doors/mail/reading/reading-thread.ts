// A thread that reads large mails, one at a time. What a mail costs it costs here, and the server goes on.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import { readMail } from "./read-mail.ts";

export interface Asked {
  readonly raw: Uint8Array;
  readonly envelope: string | null;
}
export type Answered = { readonly mail: Awaited<ReturnType<typeof readMail>> } | { readonly fault: string };

/** Said once, when the thread can be asked. */
export const READY = "ready";

/** What mails and their files took lies outside the heap, and V8 lets 64 MB of it pile up in each thread before it looks. So we say when. */
const CLEAR_EVERY = 6 * 1024 * 1024; // bytes of mail
setFlagsFromString("--expose-gc");
const clear = runInNewContext("gc") as () => void;
let since = 0;
function cleared(bytes: number): void {
  since += bytes;
  if (since < CLEAR_EVERY) return;
  since = 0;
  clear();
}

parentPort?.postMessage(READY);
parentPort?.on("message", ({ raw, envelope }: Asked) => {
  readMail(raw, envelope)
    .then(
      (mail) => parentPort?.postMessage({ mail } satisfies Answered, ownBuffers(mail.files)),
      (error: unknown) => parentPort?.postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies Answered),
    )
    .finally(() => cleared(raw.byteLength));
});

/** Memory that files have to themselves is handed over, not copied. */
function ownBuffers(files: readonly { readonly bytes: Uint8Array }[]): ArrayBuffer[] {
  return [...new Set(files.flatMap(({ bytes: { buffer, byteLength } }) => (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 0 ? [buffer] : [])))];
}
