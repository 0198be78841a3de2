// A mail of several parts whose border is not where its headers say: without one, on a line that was not indented, or another than the one used.

const MOST = 2_000_000; // bytes that are looked at

/** The mail with borders that a reader finds; where there are none, with its body as plain text; null where it has no body at all. */
export function mendedBorders(raw: Uint8Array): Uint8Array | null {
  const text = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, MOST)).toString("latin1").replace(/\r\n?/g, "\n");
  const end = text.indexOf("\n\n");
  const body = end < 0 ? "" : text.slice(end + 2);
  if (!body.trim()) return null;
  const indented = body.replace(/^(content-type:[^\n]*;)[ \t]*\n(?=(?:boundary|charset|name)\s*=)/gim, "$1\n ");
  const border = /^--([^\s-][^\n]{0,69}|-{1,30}[^\s-][^\n]{0,69})\n(?=content-[a-z-]+:|\n)/im.exec(indented)?.[1]?.trimEnd();
  const type = border && !border.includes('"') ? `multipart/mixed; boundary="${border}"` : "text/plain";
  return Buffer.from(`Content-Type: ${type}\n\n${indented}`, "latin1");
}
