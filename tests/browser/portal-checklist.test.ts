// What a customer is asked to do, on a telephone in each language: no barrier, no overflow; ticked with scripts and without, and a split request leads to its parts.
import { expect, test } from "vitest";
import { askFor } from "../../src/desk/acts/checklist.ts";
import type { Actor } from "../../src/desk/event.ts";
import { splitTicket } from "../../src/desk/acts/splitting/split.ts";
import { portalHouse } from "../portal/portal-house.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const LOOK = process.env["TROTH_LOOK"];
const { base, house, session, rows } = await portalHouse("dms");
const browser = await openChromium();
const STEFANO = "stefano@ambulatorio-rinaldi.example";

test("the list fits a telephone in each language, is ticked with scripts and without, and says when all is done", { timeout: 180_000 }, async () => {
  const [ticket] = await rows<{ id: string; number: string; message: string }>(
    "dms",
    `select t.id, t.number, (select m.id from messages m where m.desk = t.desk and m.ticket = t.id and m.kind = 'message' order by m.at limit 1) as message
     from tickets t join people p on p.desk = t.desk and p.id = t.requester where p.email = '${STEFANO}' and t.status <> 'closed' limit 1`,
  );
  const [staff] = await rows<{ id: string; name: string }>("dms", "select id, name from staff where email = 'chiara.donati@dms.example'");
  const by: Actor = { kind: "staff", id: staff!.id, name: staff!.name };
  await splitTicket(house, "dms", {
    id: "look:split",
    by,
    ticket: ticket!.id,
    wanted: { stays: { findings: {} }, parts: [{ subject: "Altro problema", findings: {}, pieces: [{ message: ticket!.message }] }] },
  });
  await askFor(house, "dms", { id: "look:ask", by, ticket: ticket!.id }, { ask: "steps", things: ["error-messages", "installed-version"], items: [], words: "Grazie in anticipo." });
  const cookie = await session("dms", STEFANO);
  const seen = await visitor(browser, base, { cookie, width: 390 });
  const faults: string[] = [];
  for (const lang of ["en", "fr", "ro", "it"]) {
    await seen.page.goto(`/dms/tickets/${ticket!.number}?lang=${lang}`);
    faults.push(...(await barriers(seen.page)).map((fault) => `${lang} ${fault}`));
    expect(await overflow(seen.page)).toBe(0);
    if (LOOK !== undefined) await seen.page.screenshot({ path: `${LOOK}/portal-todo-${lang}.png`, fullPage: true });
  }
  expect(faults).toEqual([]);
  await seen.page.getByRole("button", { name: "Fatto: i messaggi di errore" }).click();
  await seen.page.getByText("1 di 2 fatti").waitFor();
  const plain = await visitor(browser, base, { cookie, width: 390, script: false });
  await plain.page.goto(`/dms/tickets/${ticket!.number}?lang=it`);
  await plain.page.getByRole("button", { name: /^Fatto: l’installazione/ }).click();
  await plain.page.getByText("È tutto fatto").waitFor();
  await plain.page.getByRole("link", { name: /Altro problema/ }).click();
  await plain.page.getByText(`Questa richiesta riguarda uno dei problemi di ${ticket!.number}`).waitFor();
  expect(seen.complaints).toEqual([]);
});
