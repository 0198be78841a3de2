// What was charged, as the customer sees it in the portal: on the ticket and on the statements; on a telephone, in four languages, without barriers.
import { mkdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { closeMonth } from "../../src/desk/acts/close-month.ts";
import { policyInForce } from "../../src/desk/policies/running.ts";
import { portalHouse } from "../portal/portal-house.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const { house, base, session, rows } = await portalHouse("dms");
const browser = await openChromium();
const SHOTS = process.env["TROTH_SHOTS"]; // a folder, where somebody wants to look
if (SHOTS) await mkdir(SHOTS, { recursive: true });

test("the ticket says what it cost and why, the statements list it, and their files are the office's own", { timeout: 240_000 }, async () => {
  const now = house.now();
  await house.database.asDesk("dms", async (tx) => {
    await tx.run(
      `insert into charges (desk, id, ticket, organisation, person, kind, clause, reason, net, taxes, gross, currency, made_at, booked_at)
       select t.desk, gen_random_uuid(), t.id, t.organisation, t.requester, k.kind, k.clause, k.reason, k.net, jsonb_build_array(jsonb_build_object('name', 'IVA', 'rate', 22, 'amount', jsonb_build_object('cents', k.gross - k.net, 'currency', 'EUR'))), k.gross, 'EUR', at_ms($1), at_ms($1)
       from tickets t, (values ('charge', 'owed-when-solved', null, 16000, 19520), ('credit', null, 'Abbiamo tardato più del previsto, ce ne scusiamo', -1051, -1282)) k (kind, clause, reason, net, gross)
       where t.desk = troth_desk() and t.subject like 'Errore sugli indici%'`,
      [now - 1000],
    );
    const { policy } = await policyInForce(tx, "dms", now);
    await closeMonth(tx, { month: "2026-01", before: now, policy, by: "Giulia Ferrante", at: now });
  });
  const [row] = await rows<{ number: string }>("dms", "select number from tickets where subject like 'Errore sugli indici%'");
  const seen = await visitor(browser, base, { cookie: await session("dms", "stefano@ambulatorio-rinaldi.example"), width: 390 });
  const faults: string[] = [];
  for (const lang of ["en", "fr", "it", "ro"]) {
    for (const [name, path] of [
      ["home", `/dms?lang=${lang}`],
      ["statements", `/dms/statements?lang=${lang}`],
      ["ticket", `/dms/tickets/${row?.number}?lang=${lang}`],
    ] as const) {
      await seen.page.goto(path);
      if (name === "ticket") await seen.page.locator("#charges").scrollIntoViewIfNeeded();
      if (SHOTS) await seen.page.screenshot({ path: `${SHOTS}/portal-${name}-${lang}.png` });
      const wider = await overflow(seen.page);
      faults.push(...(wider ? [`${name} ${lang}: ${wider} px too wide`] : []), ...(await barriers(seen.page)).map((fault) => `${name} ${lang}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
  await seen.page.goto("/dms/statements?lang=it");
  await seen.page.getByText("182,38 EUR").waitFor();
  const fetched = seen.page.waitForEvent("download");
  await seen.page.getByRole("link", { name: "Rendiconto 1 in PDF" }).click();
  expect((await fetched).suggestedFilename()).toBe("statement-1.pdf");
});
