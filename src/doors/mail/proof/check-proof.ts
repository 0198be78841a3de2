// Checks by ourselves who sent a mail: SPF by the address that brought it, DKIM by its signatures, DMARC by both, ARC by its chain.
import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { clearEvery } from "../../../database/memory.ts";
import { isAligned, type Proof, verdictOf } from "../../../desk/mails/proof.ts";
import { bytesOfMail, passingMail, type RawMail } from "../raw-mail.ts";

/** Asks the DNS: `await lookUp("example.org", "TXT")`; throws with the codes of node:dns. */
export type LookUp = (name: string, type: string) => Promise<string[] | string[][]>;

/** Read when the first mail asks for it: a start without one is faster, and smaller by 25 MB. Its parts one by one: what asks for pictures of brands (BIMI) takes 12 MB more. */
const library = {
  dkim: () => import("mailauth/lib/dkim/verify.js"),
  spf: () => import("mailauth/lib/spf/index.js"),
  arc: () => import("mailauth/lib/arc/index.js"),
  dmarc: () => import("mailauth/lib/dmarc/index.js"),
};

const PATIENCE = 8_000; // ms for all questions of one mail: it holds a place in the queue meanwhile

/** The machine's name servers, or those given ("10.0.0.53", "127.0.0.1:5353"). */
export function lookUpAt(servers: readonly string[] | null): LookUp {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  if (servers) resolver.setServers(servers);
  return (name, type) => resolver.resolve(name, type) as Promise<string[] | string[][]>;
}

export interface Brought {
  /** Who brought it, where that is the sender's own server; null behind a server of ours. */ readonly ip: string | null;
  readonly helo: string | null;
  readonly sender: string | null;
}

/** Canonical lines are copies of what passes by. */
const cleared = clearEvery(2 * 1024 * 1024, "minor");

const MOST_HEADERS = 200_000; // bytes looked at to tell whether it is signed

const UNKNOWN = { by: "troth", domain: null, spf: null, dkim: null, dmarc: null, arc: null, verdict: "none" } as const;

/**
 * `from` is the author's address as the mail is read here: a mail whose From another reader takes otherwise proves nothing. What cannot be
 * asked in 8 seconds is a temperror. Throws only where its bytes cannot be had.
 */
export async function checkProof(raw: RawMail, brought: Brought, from: string, lookUp: LookUp): Promise<Proof> {
  const domain = from.slice(from.lastIndexOf("@") + 1).toLowerCase();
  const unsigned = async (): Promise<boolean> => !/^(dkim-signature|arc-seal):/im.test((await bytesOfMail(raw, MOST_HEADERS)).toString("latin1"));
  if (brought.ip === null && (await unsigned())) return { ...UNKNOWN, domain, dkim: "none" };
  const mail = passingMail(raw, cleared);
  let gone: unknown = null; // its bytes cannot be had
  mail.once("error", (error) => (gone = error));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Proof>((resolve) => {
    timer = setTimeout(() => resolve({ ...UNKNOWN, domain, dmarc: "temperror" }), PATIENCE);
  });
  const found = brought.ip === null ? bySignature(mail, domain, lookUp) : whole(mail, brought.ip, brought, domain, lookUp);
  const failed = (): Proof => {
    if (gone !== null) throw gone as Error;
    return { ...UNKNOWN, domain, dmarc: "permerror" };
  };
  return Promise.race([found.catch(failed), late]).finally(() => {
    clearTimeout(timer);
    mail.destroy();
  });
}

async function whole(mail: Readable, ip: string, { helo, sender }: Brought, domain: string, resolver: LookUp): Promise<Proof> {
  const [{ dkimVerify }, { spf: spfOf }, { arc: arcOf }, { dmarc: dmarcOf }] = await Promise.all([library.dkim(), library.spf(), library.arc(), library.dmarc()]);
  const name = helo && !isIP(helo.replace(/^\[|\]$/g, "")) ? helo : `[${ip}]`;
  const dkim = await dkimVerify(mail, { resolver, ...(sender && { sender }) });
  const spf = await spfOf({ ip, helo: name, ...(sender && { sender }), mta: "troth", resolver });
  const arc = dkim.arc ? await arcOf(dkim.arc as Parameters<typeof arcOf>[0], { resolver }) : null; // its types forget that there may be no chain
  const spfDomain = spf ? String((spf as { domain?: string }).domain ?? "") : "";
  const dmarc = await dmarcOf({
    headerFrom: dkim.headerFrom,
    spfDomains: spf && spf.status.result === "pass" && spfDomain ? [spfDomain] : [],
    dkimDomains: dkim.results.filter((r) => r.status.result === "pass").map(({ id, signingDomain, status: { aligned, underSized } }) => ({ id, domain: signingDomain, aligned, underSized })),
    ...(arc && { arcResult: arc }),
    resolver,
  });
  const authors = [dkim.headerFrom ?? []].flat();
  const aligned = dkim.results.some(passes) || (spf?.status.result === "pass" && isAligned(spfDomain, domain));
  // What passes by nothing but a signature of a part of the mail is neither stood behind nor denied.
  const partly = !aligned && dkim.results.some(signsPart);
  const found = { spf: spf ? spf.status.result : null, dkim: best(dkim.results), dmarc: dmarc ? (partly ? "none" : dmarc.status.result) : "none", aligned };
  const own = readAlike(authors, domain) && !partly;
  return { by: "troth", domain, spf: found.spf, dkim: found.dkim, dmarc: found.dmarc, arc: arc ? arc.status.result : null, verdict: own ? verdictOf(found) : "none" };
}

/** Behind a server of ours only the signatures are the sender's: what passes is proven, what fails may have been changed on the way. */
async function bySignature(mail: Readable, domain: string, resolver: LookUp): Promise<Proof> {
  const { dkimVerify } = await library.dkim();
  const { results, headerFrom } = await dkimVerify(mail, { resolver });
  const aligned = results.some(passes) && readAlike([headerFrom ?? []].flat(), domain);
  return { ...UNKNOWN, domain, dkim: best(results), verdict: aligned ? "pass" : "none" };
}

type Signature = { readonly status: { readonly result: string; readonly aligned?: boolean | string | undefined; readonly underSized?: boolean | number | undefined } };
/** It covers the beginning of the mail alone (`l=`): anybody may have written what follows. RFC 6376 §8.2. */
const signsPart = ({ status }: Signature): boolean => status.result === "pass" && Boolean(status.underSized);
const passes = (signature: Signature): boolean => signature.status.result === "pass" && Boolean(signature.status.aligned) && !signsPart(signature);

/** The best that any signature reaches; an aligned one goes before others. Of a part alone it is "policy", ours (RFC 8601 §2.7.1). */
function best(signatures: readonly Signature[]): string {
  const [first] = signatures;
  if (signatures.some((s) => s.status.result === "pass" && !signsPart(s))) return "pass";
  return signatures.some(signsPart) ? "policy" : (first?.status.result ?? "none");
}

/** One author, in the domain that is read here. */
const readAlike = (authors: readonly string[], domain: string): boolean => authors.length === 1 && authors[0]?.toLowerCase().endsWith(`@${domain}`) === true;
