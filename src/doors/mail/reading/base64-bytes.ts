// What base64 lines say (RFC 2045 §6.8), decoded as they come into one stretch of memory: no text, no pieces and no copies of them in between.

const PAD = 0x3d; // "="
const LARGE = 1024 * 1024; // bytes
/** The six bits of each sign; 64 for what is none and is passed over. */
const BITS = new Uint8Array(256).fill(64);
for (const [bits, sign] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries()) BITS[sign.charCodeAt(0)] = bits;

export class Base64Bytes {
  private bytes = new Uint8Array(48 * 1024);
  private length = 0;
  private group = 0;
  private signs = 0;

  /** One line, or any piece. Padding ends a group wherever it stands: some programs pad each line. */
  update(line: Uint8Array): void {
    this.room(line.length + 3);
    for (let at = 0; at < line.length; at += 1) {
      const sign = line[at] ?? 0;
      if (sign === PAD) this.endGroup();
      const bits = BITS[sign] ?? 64;
      if (bits === 64) continue;
      this.group = (this.group << 6) | bits;
      this.signs += 1;
      if (this.signs < 4) continue;
      this.bytes[this.length] = this.group >> 16;
      this.bytes[this.length + 1] = (this.group >> 8) & 255;
      this.bytes[this.length + 2] = this.group & 255;
      this.length += 3;
      this.group = 0;
      this.signs = 0;
    }
  }

  /** A small one in memory of its own length; of a large one no copy is made, and what its stretch has beyond it was never touched. */
  finalize(): Promise<ArrayBuffer | Uint8Array> {
    this.room(2);
    this.endGroup();
    return Promise.resolve(this.length < LARGE ? this.bytes.buffer.slice(0, this.length) : this.bytes.subarray(0, this.length));
  }

  /** Two signs left are a byte, three are two, one alone is none. */
  private endGroup(): void {
    if (this.signs >= 2) this.bytes[this.length++] = this.group >> (this.signs === 2 ? 4 : 10);
    if (this.signs === 3) this.bytes[this.length++] = (this.group >> 2) & 255;
    this.group = 0;
    this.signs = 0;
  }

  /** At least so many bytes more than there are. */
  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.length + more, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
