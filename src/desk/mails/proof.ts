// Who really sent a mail, as far as it can be known. RFC 7208 (SPF), 6376 (DKIM), 7489 (DMARC), 8617 (ARC).

/** `pass`: the domain in From stands behind it. `fail`: the domain says that it does not. `none`: nobody can tell. */
export const VERDICTS = ["pass", "fail", "none"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Results as RFC 8601 writes them; null where the method was not asked or gave no answer. */
export interface Proof {
  /** Who checked: we ourselves, or the authserv-id of the server that is trusted. */
  readonly by: string;
  readonly domain: string | null; // of From
  readonly spf: string | null;
  readonly dkim: string | null;
  readonly dmarc: string | null;
  readonly arc: string | null;
  readonly verdict: Verdict;
}

interface Found {
  readonly spf: string | null;
  readonly dkim: string | null;
  readonly dmarc: string | null /** SPF or DKIM passed for the domain in From, or one above or below it. */;
  readonly aligned: boolean;
}

/** DMARC decides where the domain publishes it. Elsewhere an aligned pass counts, and a hard SPF failure without one counts against. */
export function verdictOf({ spf, dmarc, aligned }: Found): Verdict {
  if (dmarc === "pass" || dmarc === "fail") return dmarc;
  if (aligned) return "pass";
  return spf === "fail" ? "fail" : "none";
}

/** True where one domain is the other, or lies below it: DMARC's relaxed alignment, without a list of public suffixes, below which nobody signs. */
export function isAligned(a: string, b: string): boolean {
  const [one, two] = [a.toLowerCase(), b.toLowerCase()];
  return one === two || (one.includes(".") && two.endsWith(`.${one}`)) || (two.includes(".") && one.endsWith(`.${two}`));
}
