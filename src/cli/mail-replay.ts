// `troth mail list` and `troth mail replay`: mails that were held back, and reading them again.
import { connect } from "../database/connect.ts";
import { Trouble } from "../database/trouble.ts";
import type { House } from "../desk/house.ts";
import { heldMails, type HeldMail } from "../desk/mails/reads.ts";
import { keepAgain } from "../desk/mails/writes.ts";
import { inboundOne } from "../desk/views/inbound-mails.ts";
import { takeMail } from "../doors/mail/take-mail.ts";
import { proverOf } from "../prover-of.ts";
import type { Settings } from "../settings.ts";
import { openDatabase } from "./open-database.ts";
import { counted, out, styled } from "./screen.ts";

export interface HeldOptions {
  readonly desk?: string;
  readonly state?: "quarantined" | "set-aside";
}

const line = (mail: HeldMail): string =>
  `${mail.sha.slice(0, 12)}  ${new Date(mail.at).toISOString().slice(0, 16)}  ${mail.desk}  ${mail.state}  ${mail.sender === null ? "?" : mail.sender || "<>"}  ${mail.fault ?? ""}`;

/** Lists what was held back, the oldest first. */
export async function listHeld(how: HeldOptions, settings: Settings): Promise<void> {
  await withHouse(settings, async (house) => {
    const mails = await house.database.asOwner((tx) => heldMails(tx, how), { readOnly: true });
    out(...mails.map(line), mails.length ? `${counted(mails.length, "mail")} held back; \`npx troth mail replay <id…>\` reads them again.` : "No mail is held back.");
  });
}

/** Reads these again (each a beginning of its id), or all that could not be read. Ends with 1 where one is held back still. Throws Trouble. */
export async function replayMails(ids: readonly string[], how: HeldOptions, settings: Settings): Promise<void> {
  const odd = ids.find((id) => !/^[0-9a-f]{6,64}$/i.test(id));
  if (odd !== undefined) throw new Trouble(`"${odd}" is no mail's id.`, "Give at least its first six signs, as `npx troth mail list` shows them.");
  await withHouse(settings, async (house) => {
    const all = await house.database.asOwner((tx) => heldMails(tx, { ...how, ...(ids.length === 0 && how.state === undefined && { state: "quarantined" as const }) }), { readOnly: true });
    const unknown = ids.filter((id) => !all.some((mail) => mail.sha.startsWith(id.toLowerCase())));
    if (unknown.length) throw new Trouble(`No mail that is held back begins with ${unknown.join(", ")}.`, "`npx troth mail list` shows those that are.");
    const chosen = ids.length === 0 ? all : all.filter((mail) => ids.some((id) => mail.sha.startsWith(id.toLowerCase())));
    let still = 0;
    for (const { desk, sha } of chosen) {
      const mail = await house.database.asDesk(desk, (tx) => keepAgain(tx, sha));
      if (!mail) continue; // somebody else was faster
      const outcome = await takeMail(house, mail, proverOf(settings));
      if (outcome.state === "quarantined") still += 1;
      const { ticket } = await house.database.asDesk(desk, (tx) => inboundOne(tx, sha), { readOnly: true });
      out(`${sha.slice(0, 12)}  ${desk}  ${outcome.state === "done" ? styled("green", `on the ticket ${ticket ?? outcome.ticket}`) : `${styled("yellow", outcome.state)}  ${outcome.fault}`}`);
    }
    out(`${counted(chosen.length, "mail")} read again${still ? `, ${still} held back still` : ""}.`);
    if (still) process.exitCode = 1;
  });
}

async function withHouse(settings: Settings, work: (house: House) => Promise<void>): Promise<void> {
  const open = await openDatabase(settings);
  try {
    const secret = await open.secret();
    const database = await connect({ url: open.url, secret, connections: 4 });
    try {
      const publicUrl = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
      await work({ database, blobs: open.blobs, now: Date.now, publicUrl, secret, changed: () => undefined });
    } finally {
      await database.close();
    }
  } finally {
    await open.close();
  }
}
