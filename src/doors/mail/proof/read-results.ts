// Reads what a trusted server found out: its Authentication-Results (RFC 8601), and nobody else's.
import { isAligned, type Proof, verdictOf } from "../../../desk/mails/proof.ts";

interface Result {
  readonly method: string;
  readonly result: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** Bytes of headers looked at. */
export const MOST_HEADERS = 256 * 1024;

/**
 * What the server `id` wrote at the top of the mail. Its own headers stand above the second Received: below that, anybody may have written
 * them. A server that is trusted must take away those that strangers write in its name (RFC 8601 §5).
 */
export function readResults(raw: Uint8Array, id: string, from: string): Proof {
  const domain = from.slice(from.lastIndexOf("@") + 1).toLowerCase();
  const results = topHeaders(raw)
    .filter(([name]) => name === "authentication-results")
    .flatMap(([, value]) => resultsOf(value, id));
  const of = (method: string): Result | undefined => results.filter((r) => r.method === method).sort((a, b) => Number(b.result === "pass") - Number(a.result === "pass"))[0];
  const [spf, dkim, dmarc, arc] = ["spf", "dkim", "dmarc", "arc"].map((method) => of(method));
  const found = { spf: spf?.result ?? null, dkim: dkim?.result ?? null, dmarc: authorsOf(dmarc, domain) ? (dmarc?.result ?? null) : null, aligned: results.some((r) => stands(r, domain)) };
  return { by: id, domain, spf: found.spf, dkim: found.dkim, dmarc: dmarc?.result ?? null, arc: arc?.result ?? null, verdict: verdictOf(found) };
}

/** DMARC names whose From it judged; another's says nothing of ours. */
const authorsOf = (dmarc: Result | undefined, domain: string): boolean => {
  const judged = dmarc?.properties.get("header.from");
  return judged === undefined || judged === domain;
};

function stands({ method, result, properties }: Result, domain: string): boolean {
  if (result !== "pass") return false;
  const of = method === "dkim" ? (properties.get("header.d") ?? properties.get("header.i")) : method === "spf" ? (properties.get("smtp.mailfrom") ?? properties.get("smtp.helo")) : undefined;
  return of !== undefined && isAligned(of.slice(of.lastIndexOf("@") + 1), domain);
}

/** Names in small letters with their values, unfolded, down to the second Received. */
function topHeaders(raw: Uint8Array): [string, string][] {
  const text = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, MOST_HEADERS)).toString("utf8");
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const headers = head
    .replaceAll(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .map((line): [string, string] => [
      line
        .slice(0, Math.max(0, line.indexOf(":")))
        .trim()
        .toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]);
  const received = headers.flatMap(([name], index) => (name === "received" ? [index] : []));
  return headers.slice(0, received[1] ?? headers.length);
}

/** `id; method=result ptype.property=value …; …`, comments left out; none where another server wrote it. */
function resultsOf(value: string, id: string): Result[] {
  const [server = "", ...parts] = withoutComments(value).split(";");
  if (server.trim().split(/\s+/)[0]?.toLowerCase() !== id) return [];
  return parts.flatMap((part) => {
    const [, method, result, rest = ""] = /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)(.*)$/is.exec(part) ?? [];
    if (!method || !result) return [];
    const properties = [...rest.matchAll(/([a-z]+\.[a-z0-9-]+)\s*=\s*(?:"([^"]*)"|(\S+))/gi)].map(([, name = "", quoted, bare]) => [name.toLowerCase(), (quoted ?? bare ?? "").toLowerCase()] as const);
    return [{ method: method.toLowerCase(), result: result.toLowerCase(), properties: new Map(properties) }];
  });
}

/** Comments may lie within comments (RFC 5322 §3.2.2). */
function withoutComments(value: string): string {
  let depth = 0;
  let out = "";
  let quoted = false;
  for (const sign of value) {
    if (sign === '"' && depth === 0) quoted = !quoted;
    if (sign === "(" && !quoted) depth += 1;
    if (depth === 0) out += sign;
    if (sign === ")" && !quoted && depth > 0) depth -= 1;
  }
  return out;
}
