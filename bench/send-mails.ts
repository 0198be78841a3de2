// Mails through SMTP, timed until every one of them is a ticket that the API shows.
import { setTimeout as wait } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { DESK } from "./api.ts";
import type { Job, Measured } from "./job.ts";
import { emailOf, nameOf, requestText } from "./people.ts";

const PATIENCE = 60_000; // ms until what is not there is missing

export async function sendMails(job: Extract<Job, { kind: "mails" }>): Promise<Measured["mails"]> {
  const run = `mail${Date.now().toString(36)}`;
  const transport = createTransport({ ...job.smtp, secure: false, ignoreTLS: true, pool: true, maxConnections: job.connections, maxMessages: Number.POSITIVE_INFINITY });
  const start = performance.now();
  let accepted = 0;
  const numbers = Array.from({ length: job.mails }, (_, n) => n).values();
  // As many senders as connections, each with one mail in hand: large ones are not all made beforehand.
  const sender = async (): Promise<void> => {
    for (const n of numbers) {
      await transport.sendMail({ envelope: { from: emailOf(n), to: `help@${DESK}.example` }, raw: rawMail(run, n, job) });
      accepted += 1;
    }
  };
  await Promise.all(Array.from({ length: job.connections }, sender));
  transport.close();
  const missing = await untilReadable(job, run, performance.now() + PATIENCE);
  return { perSecond: (job.mails - missing) / ((performance.now() - start) / 1000), accepted, missing };
}

/** What a domain's server puts in front: the check reads the whole mail for it, and asks for the key. */
const SIGNATURE = [
  "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=bench.example; s=bench;",
  " h=From:To:Subject:Message-ID:Date; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;",
  ` b=${"A".repeat(342)}==`,
];

/** A small mail of words; with `bytes` one that brings a file of about that size, as a picture of a screen. */
function rawMail(run: string, n: number, { bytes = 0, signed = false }: { readonly bytes?: number; readonly signed?: boolean }): string {
  const head = [
    ...(signed ? SIGNATURE : []),
    `From: ${nameOf(n)} <${emailOf(n)}>`,
    `To: help@${DESK}.example`,
    `Subject: Upload does not work (${run}-${n})`,
    `Message-ID: <${run}.${n}@bench.example>`,
    `Date: ${new Date().toUTCString()}`,
    "MIME-Version: 1.0",
  ];
  const words = ["Content-Type: text/plain; charset=utf-8", "", requestText(n, run).replaceAll("\n", "\r\n"), ""];
  if (bytes === 0) return [...head, ...words].join("\r\n");
  const file = Buffer.alloc(Math.ceil((bytes * 3) / 4), `${run}${n} `)
    .toString("base64")
    .replaceAll(/.{76}/g, "$&\r\n");
  return [
    ...head,
    'Content-Type: multipart/mixed; boundary="part"',
    "",
    "--part",
    ...words,
    "--part",
    'Content-Type: image/png; name="screen.png"',
    "Content-Transfer-Encoding: base64",
    "Content-Disposition: attachment; filename=screen.png",
    "",
    file,
    "--part--",
    "",
  ].join("\r\n");
}

/**
 * Reads the newest tickets until all are among them; how many were not at the end. It reads on for as long as a page has something new, and all
 * pages where nothing was new: whoever looks takes time from the server that is measured.
 */
async function untilReadable(job: Extract<Job, { kind: "mails" }>, run: string, until: number): Promise<number> {
  const seen = new Set<string>();
  for (let all = true; ; ) {
    const before = seen.size;
    let cursor: string | null = null;
    for (let page = 0; page * 100 < job.mails * 2 + 100; page++) {
      const known = seen.size;
      const answer = await fetch(`${job.url}/api/${DESK}/tickets?limit=100${cursor ? `&cursor=${cursor}` : ""}`, { headers: { authorization: `Bearer ${job.key}` } });
      const body = (await answer.json()) as { items: { subject: string }[]; next: string | null };
      for (const { subject } of body.items) if (subject.includes(run)) seen.add(subject);
      cursor = body.next;
      if (!cursor || (!all && seen.size === known) || !body.items.some(({ subject }) => subject.includes(run))) break;
    }
    if (seen.size >= job.mails || performance.now() > until) return job.mails - seen.size;
    all = seen.size === before;
    await wait(20);
  }
}
