// Reads a mail within bounds: a small one here, since it cannot cost much; a large one in a thread of its own with a limit of time and memory.
import { Worker } from "node:worker_threads";
import { bytesOfMail, type RawMail, sizeOf } from "../raw-mail.ts";
import { readMail, type ReadMail, Unreadable } from "./read-mail.ts";
import { type Answered, type Asked, READY } from "./reading-thread.ts";

/** Bytes up to which a mail is read where it is: going to a thread and back costs more than reading it. */
const SMALL = 128 * 1024;
const MOST_TIME = 5_000; // ms
const MOST_MEMORY = 250; // MB of objects; the bytes of the mail and of its files come on top
const MOST_YOUNG = 8; // MB of what is thrown away soonest: less of it is cleared away more often
const MOST_START = 60_000; // ms, for a thread that is just beginning
/** One, and another beside it where that one is held up: a mail made to be slow keeps no other waiting. Each takes some 40 MB. */
const THREADS = 2;
const HELD_UP = 1_000; // ms that a mail keeps its thread until another thread begins: on a busy machine an ordinary one of 1 MB takes half of that

interface Waiting {
  readonly asked: Asked;
  readonly done: (answer: Answered) => void;
}

const waiting: Waiting[] = [];
const idle: Worker[] = [];
let threads = 0;
/** Since when each thread is at its mail; one that only begins is not held up by a mail. */
const busy = new Map<Worker, number>();
let look: NodeJS.Timeout | null = null;

/** The mail. Throws Unreadable where it is none, or takes more than five seconds or too much memory. */
export async function readApart(raw: RawMail, envelope: string | null): Promise<ReadMail> {
  if (sizeOf(raw) <= SMALL) return readMail(await bytesOfMail(raw), envelope);
  const answer = await new Promise<Answered>((done) => {
    waiting.push({ asked: { raw, envelope }, done });
    next();
  });
  if ("fault" in answer) throw new Unreadable(answer.fault);
  return answer.mail;
}

function next(): void {
  const [job] = waiting;
  if (!job) return;
  const thread = idle.pop();
  if (!thread && (threads >= THREADS || (threads > 0 && !heldUp()))) return;
  waiting.shift();
  work(thread ?? begun(), job, thread !== undefined);
}

/** True if every thread has been at its mail for long. If not, it is looked at again. */
function heldUp(): boolean {
  const now = performance.now();
  if ([...busy.values()].every((since) => now - since >= HELD_UP)) return true;
  look ??= setTimeout(() => {
    look = null;
    next();
  }, HELD_UP).unref();
  return false;
}

/** In a build the thread stands beside the server's own files; from the sources tsx reads it, as it read this. */
function begun(): Worker {
  threads += 1;
  const limits = { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: MOST_YOUNG } };
  return import.meta.url.endsWith(".ts")
    ? new Worker(`import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(new URL("./reading-thread.ts", import.meta.url).href)}); })`, { eval: true, ...limits })
    : new Worker(new URL("./reading-thread.js", import.meta.url), limits);
}

/** Gives the thread its job. The clock runs from when the thread is there: starting it is no fault of the mail. */
function work(thread: Worker, { asked, done }: Waiting, ready: boolean): void {
  let clock = setTimeout(late, ready ? MOST_TIME : MOST_START);
  busy.set(thread, ready ? performance.now() : Number.POSITIVE_INFINITY);
  thread.on("message", heard);
  thread.on("error", failed);
  thread.on("exit", ended);
  thread.ref();
  thread.postMessage(asked);

  function settle(answer: Answered, over: boolean): void {
    clearTimeout(clock);
    busy.delete(thread);
    thread.off("message", heard).off("error", failed).off("exit", ended);
    thread.unref(); // one that waits keeps no process alive
    const spare = idle.length > 0 && waiting.length === 0;
    if (over || spare) {
      threads -= 1;
      thread.on("error", () => undefined);
      void thread.terminate();
    } else idle.push(thread);
    done(answer);
    next();
  }
  function heard(answer: Answered | typeof READY): void {
    if (answer !== READY) return settle(answer, false);
    clearTimeout(clock);
    clock = setTimeout(late, MOST_TIME);
    busy.set(thread, performance.now());
  }
  function late(): void {
    settle({ fault: `Reading it takes more than ${MOST_TIME / 1000} seconds.` }, true);
  }
  function failed(error: Error): void {
    settle({ fault: "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? `Reading it takes more than ${MOST_MEMORY} MB of memory.` : error.message }, true);
  }
  function ended(): void {
    settle({ fault: "Reading it ended without an answer." }, true);
  }
}
