// `troth mail doctor`: what a desk's domain publishes, and whether the servers that its mail needs let us in.
import { connect } from "../database/connect.ts";
import { Trouble } from "../database/trouble.ts";
import { addressesOfDesks } from "../desk/mails/reads.ts";
import { certificate, type Kept, mailboxOpens, wayIn, wayOut } from "../doors/mail/doctor/connections.ts";
import { domainRecords } from "../doors/mail/doctor/domain-records.ts";
import type { Remark } from "../doors/mail/doctor/remark.ts";
import { lookUpAt } from "../doors/mail/proof/check-proof.ts";
import { readPem } from "../read-pem.ts";
import type { Settings } from "../settings.ts";
import { openDatabase } from "./open-database.ts";
import { counted, out, styled, wrapped } from "./screen.ts";

/** Says what it finds, the desk's domain first; ends with 1 where something is wrong. Throws Trouble where there is no such desk. */
export async function mailDoctor(desk: string | undefined, how: { readonly json?: boolean }, settings: Settings): Promise<void> {
  return withDatabase(settings, (house) => look(desk, how, settings, house));
}

async function look(desk: string | undefined, how: { readonly json?: boolean }, settings: Settings, house: Kept): Promise<void> {
  const addresses = await house.database.asOwner(addressesOfDesks, { readOnly: true });
  if (desk !== undefined && !addresses.has(desk)) throw new Trouble(`There is no desk ${desk} here.`, `The desks are ${[...addresses.keys()].join(", ") || "none yet"}.`);
  const signing = settings.dkimKey === null ? null : { selector: settings.dkimSelector, privateKey: await readPem(settings.dkimKey, "DKIM_KEY") };
  const lookUp = lookUpAt(settings.dnsServers);
  const found: { desk: string; remarks: Remark[] }[] = [];
  for (const [id, address] of addresses) {
    if (desk !== undefined && id !== desk) continue;
    const domain = address.slice(address.lastIndexOf("@") + 1);
    const own = settings.smtpRoutes.find(([of]) => of === id)?.[1];
    const [records, away, ...boxes] = await Promise.all([
      domainRecords(domain, signing, lookUp),
      own === undefined ? wayOut(settings.smtpUrl, null, house) : wayOut(own, id, house),
      ...settings.imap.filter((each) => each.desk === id).map((each) => mailboxOpens(each, house)),
    ]);
    found.push({ desk: `${id} <${address}>`, remarks: [...records, away, ...boxes] });
  }
  const tls = settings.smtpTls ? [certificate(await readPem(settings.smtpTls.cert, "SMTP_TLS_CERT"), Date.now())] : [];
  found.push({ desk: "the entrance for all", remarks: [await wayIn(settings.smtpHost, settings.smtpPort), ...tls] });
  const wrong = found.flatMap((each) => each.remarks).filter((remark) => remark.is === "wrong").length;
  if (how.json) out(JSON.stringify(found, null, 2));
  else {
    for (const { desk: name, remarks } of found) out(styled("bold", name), ...remarks.flatMap(linesOf), "");
    out(wrong ? `${counted(wrong, "thing")} to mend.` : "Nothing is wrong.");
  }
  if (wrong) process.exitCode = 1;
}

const MARK = { right: ["green", "right"], note: ["yellow", "look "], wrong: ["red", "wrong"] } as const;

function linesOf({ about, is, says, mend }: Remark): string[] {
  const [colour, word] = MARK[is];
  const [first = "", ...rest] = wrapped(says, "              ");
  return [`  ${styled(colour, word)} ${about.padEnd(5)} ${first.trim()}`, ...rest, ...(mend ? wrapped(`To mend it: ${mend}`, "              ") : [])];
}

async function withDatabase(settings: Settings, work: (house: Kept) => Promise<void>): Promise<void> {
  const open = await openDatabase(settings);
  try {
    const secret = await open.secret();
    const database = await connect({ url: open.url, secret, connections: 2 });
    await work({ database, secret, now: Date.now }).finally(() => database.close());
  } finally {
    await open.close();
  }
}
