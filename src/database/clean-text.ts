// PostgreSQL stores every text but one with a NUL in it; mail from the world does hold some. It is shown as U+FFFD, and all else is kept.

/** A parameter for a query: text made storable, everything else as it is. */
export function cleanParameter(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
}

/** JSON that PostgreSQL accepts: neither NUL nor half of a surrogate pair, which JSON can write and Unicode text cannot hold. */
export function cleanJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes("\\u") || !/\\u(0000|d[89a-f])/i.test(json)) return json; // nearly always: one look instead of a walk
  // Through UTF-8 and back, a lone surrogate becomes U+FFFD as well.
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? Buffer.from(part.replaceAll("\0", "\uFFFD")).toString() : part));
}
