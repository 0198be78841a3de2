// Files that stand in the text itself, as programs sent them before MIME: "begin 644 name", lines of letters, "end". POSIX uuencode.

export interface Uuencoded {
  readonly name: string;
  readonly bytes: Uint8Array;
}
const MOST = 50;

/** The text without such files, and the files. A file without its end, or with a line that does not add up, stays text. */
export function uuencoded(text: string): { text: string; files: Uuencoded[] } {
  if (!/^begin [0-7]{3,4} \S/m.test(text)) return { text, files: [] };
  const files: Uuencoded[] = [];
  const kept: string[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const name = /^begin [0-7]{3,4} (\S.{0,254}?)\s*$/.exec(lines[at] ?? "")?.[1];
    const found = name === undefined || files.length >= MOST ? null : decoded(lines, at + 1);
    if (!found || name === undefined) {
      kept.push(lines[at] ?? "");
      continue;
    }
    files.push({ name, bytes: found.bytes });
    at = found.end;
  }
  return { text: kept.join("\n"), files };
}

function decoded(lines: readonly string[], from: number): { bytes: Uint8Array; end: number } | null {
  const pieces: Uint8Array[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trimEnd();
    if (line === "end") return { bytes: Buffer.concat(pieces), end: at };
    const length = ((line.charCodeAt(0) || 32) - 32) & 63;
    if (line.length > 100 || line.length < 1 + Math.ceil((length * 4) / 3) - 3) return null; // trailing blanks may be gone
    const piece = new Uint8Array(Math.ceil(length / 3) * 3);
    for (let n = 0; n < piece.length / 3; n += 1) {
      const [a, b, c, d] = [1, 2, 3, 4].map((k) => ((line.charCodeAt(n * 4 + k) || 32) - 32) & 63) as [number, number, number, number];
      piece.set([(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d], n * 3);
    }
    pieces.push(piece.subarray(0, length));
  }
  return null;
}
