// What a domain publishes about its mail, and whether that is right. RFC 5321, 7505, 7208, 6376, 7489.
import { createPublicKey } from "node:crypto";
import type { LookUp } from "../proof/check-proof.ts";
import type { Signing } from "../out/smtp-transport.ts";
import type { Remark } from "./remark.ts";

const NOTHING = new Set(["ENOTFOUND", "ENODATA"]);

/** The records of that name; none where there are none. Throws what else the DNS says. */
async function records(lookUp: LookUp, name: string, type: string): Promise<unknown[]> {
  return lookUp(name, type).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && NOTHING.has(String(error.code))) return [];
    throw new Error(`The DNS did not answer about ${name} (${type}): ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  });
}
const texts = async (lookUp: LookUp, name: string): Promise<string[]> => (await records(lookUp, name, "TXT")).map((parts) => (Array.isArray(parts) ? parts.join("") : String(parts)));

/** One remark at least about each of MX, SPF, DKIM and DMARC. Never throws. */
export async function domainRecords(domain: string, signing: Signing | null, lookUp: LookUp): Promise<Remark[]> {
  const checks = [mx(domain, lookUp), spf(domain, lookUp), dkim(domain, signing, lookUp), dmarc(domain, lookUp)] as const;
  const abouts = ["mx", "spf", "dkim", "dmarc"] as const;
  const found = await Promise.all(
    checks.map((check, i) =>
      check.catch((error: unknown): Remark[] => [
        { about: abouts[i] ?? "mx", is: "wrong", says: error instanceof Error ? error.message : String(error), mend: "Ask again when the name servers answer, or set DNS_SERVERS." },
      ]),
    ),
  );
  return found.flat();
}

async function mx(domain: string, lookUp: LookUp): Promise<Remark[]> {
  const found = (await records(lookUp, domain, "MX")) as { exchange: string; priority: number }[];
  if (found.some(({ exchange }) => exchange === "" || exchange === "."))
    return [{ about: "mx", is: "wrong", says: `${domain} says that it takes no mail (a null MX).`, mend: "Publish the server that takes the desk's mail as MX." }];
  if (found.length === 0) {
    const address = [...(await records(lookUp, domain, "A")), ...(await records(lookUp, domain, "AAAA"))];
    return address.length
      ? [{ about: "mx", is: "note", says: `${domain} has no MX; mail goes to its own address.`, mend: "Publish an MX, so that it is meant." }]
      : [{ about: "mx", is: "wrong", says: `${domain} has neither MX nor address: nobody can write to it.`, mend: "Publish the server that takes the desk's mail as MX." }];
  }
  const hosts = [...found].sort((a, b) => a.priority - b.priority).map(({ exchange }) => exchange);
  const dead: string[] = [];
  for (const host of hosts) if ([...(await records(lookUp, host, "A")), ...(await records(lookUp, host, "AAAA"))].length === 0) dead.push(host);
  return [
    dead.length
      ? { about: "mx", is: "wrong", says: `The MX ${dead.join(", ")} has no address.`, mend: "Publish its address, or take it out." }
      : { about: "mx", is: "right", says: `Mail for ${domain} goes to ${hosts.join(", ")}.` },
  ];
}

async function spf(domain: string, lookUp: LookUp): Promise<Remark[]> {
  const found = (await texts(lookUp, domain)).filter((text) => /^v=spf1(\s|$)/i.test(text));
  const [record] = found;
  if (record === undefined)
    return [
      {
        about: "spf",
        is: "wrong",
        says: `${domain} publishes no SPF: others cannot tell our servers from strangers'.`,
        mend: `Publish at ${domain}: TXT "v=spf1 … -all", with the servers that send for it.`,
      },
    ];
  if (found.length > 1) return [{ about: "spf", is: "wrong", says: `${domain} publishes ${found.length} SPF records; with more than one, none counts.`, mend: "Make them one." }];
  const all = /(?:^|\s)([+?~-]?)all(?:\s|$)/i.exec(record)?.[1];
  if (all === "-" || all === "~" || /\sredirect=/i.test(record)) return [{ about: "spf", is: "right", says: `SPF: ${record}` }];
  return [{ about: "spf", is: "note", says: `SPF lets anybody send: ${record}`, mend: "Let it end with -all, or ~all while you try." }];
}

async function dkim(domain: string, signing: Signing | null, lookUp: LookUp): Promise<Remark[]> {
  if (!signing) return [{ about: "dkim", is: "note", says: "Mails are not signed here (DKIM_KEY is not set).", mend: "Let the server that sends them sign, or set DKIM_KEY." }];
  const name = `${signing.selector}._domainkey.${domain}`;
  const key = createPublicKey(signing.privateKey);
  const type = key.asymmetricKeyType === "ed25519" ? "ed25519" : "rsa";
  const der = key.export({ type: "spki", format: "der" });
  const own = (type === "ed25519" ? der.subarray(-32) : der).toString("base64"); // RFC 8463: the bare key
  const publish = `Publish at ${name}: TXT "v=DKIM1; k=${type}; p=${own}"`;
  const found = (await texts(lookUp, name)).map((text) => ({ text, key: /(?:^|;)\s*p\s*=([^;]*)/.exec(text)?.[1]?.replaceAll(/\s/g, "") }));
  if (found.length === 0) return [{ about: "dkim", is: "wrong", says: `${name} publishes no key: nobody can check our signatures.`, mend: publish }];
  return [
    found.some((each) => each.key === own)
      ? { about: "dkim", is: "right", says: `The key at ${name} is the one that mails are signed with.` }
      : { about: "dkim", is: "wrong", says: `The key at ${name} is another one than DKIM_KEY's.`, mend: publish },
  ];
}

async function dmarc(domain: string, lookUp: LookUp): Promise<Remark[]> {
  const labels = domain.split(".");
  for (const [above, name] of labels
    .slice(0, -1)
    .map((_, i) => labels.slice(i).join("."))
    .entries()) {
    const found = (await texts(lookUp, `_dmarc.${name}`)).filter((text) => /^v=DMARC1\s*(;|$)/i.test(text));
    const [record] = found;
    if (record === undefined) continue;
    if (found.length > 1) return [{ about: "dmarc", is: "wrong", says: `_dmarc.${name} publishes ${found.length} DMARC records; with more than one, none counts.`, mend: "Make them one." }];
    const policy = new RegExp(`(?:^|;)\\s*${above > 0 && /;\s*sp\s*=/i.test(record) ? "sp" : "p"}\\s*=\\s*(\\w+)`, "i").exec(record)?.[1]?.toLowerCase();
    return [
      policy === "none"
        ? { about: "dmarc", is: "note", says: `DMARC only watches (p=none): ${record}`, mend: "When its reports are clean, write p=quarantine or p=reject." }
        : { about: "dmarc", is: policy === undefined ? "wrong" : "right", says: policy === undefined ? `DMARC names no policy: ${record}` : `DMARC: ${record}` },
    ];
  }
  return [
    { about: "dmarc", is: "wrong", says: `${domain} publishes no DMARC: anybody may write in its name.`, mend: `Publish at _dmarc.${domain}: TXT "v=DMARC1; p=none; rua=mailto:…" to begin with.` },
  ];
}
