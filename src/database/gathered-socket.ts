// A connection that sends what was written in one breath as one packet: half a dozen queries sent ahead cost one system call, not six.
import { Socket } from "node:net";

type Sent = (error?: Error | null) => void;

/** For the `stream` of a pool. What is written in one turn of the program leaves at its end, in order. */
export class GatheredSocket extends Socket {
  #gathering = false;

  override write(bytes: Uint8Array | string, encoding?: BufferEncoding | Sent, sent?: Sent): boolean {
    if (!this.#gathering) {
      this.#gathering = true;
      this.cork();
      process.nextTick(() => {
        this.#gathering = false;
        this.uncork();
      });
    }
    return typeof encoding === "string" ? super.write(bytes, encoding, sent) : super.write(bytes, encoding);
  }
}
