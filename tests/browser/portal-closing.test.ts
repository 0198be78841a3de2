// Whether it may be closed, asked on a telephone in each language: no barrier, no overflow; answered without scripts, no with its words and then yes.
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import type { Actor } from "../../src/desk/event.ts";
import { portalHouse } from "../portal/portal-house.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const LOOK = process.env["TROTH_LOOK"];
const { base, house, session, rows } = await portalHouse("dms");
const browser = await openChromium();
const STEFANO = "stefano@ambulatorio-rinaldi.example";

test("the question fits a telephone in each language; a no goes on with its words, a yes closes, both without scripts", { timeout: 240_000 }, async () => {
  const [ticket] = await rows<{ id: string; number: string }>(
    "dms",
    `select t.id, t.number from tickets t join people p on p.desk = t.desk and p.id = t.requester where p.email = '${STEFANO}' and t.status <> 'closed' limit 1`,
  );
  const [staff] = await rows<{ id: string; name: string }>("dms", "select id, name from staff where email = 'chiara.donati@dms.example'");
  const by: Actor = { kind: "staff", id: staff!.id, name: staff!.name };
  const ask = (id: string, text: string) => change(house, "dms", { kind: "close", id, by, ticket: ticket!.id, outcome: "solved", solution: crypto.randomUUID(), said: { text, channel: "console" } });
  await ask("look:1", "Gli indici sono di nuovo allineati.\nRiavvii il programma su ogni postazione.");
  const cookie = await session("dms", STEFANO);
  const faults: string[] = [];
  for (const script of [true, false]) {
    const seen = await visitor(browser, base, { cookie, width: 390, script });
    for (const lang of script ? ["en", "fr", "ro", "it"] : ["it"]) {
      await seen.page.goto(`/dms/tickets/${ticket!.number}?lang=${lang}`);
      await seen.page.locator("#closing").waitFor();
      if (script) {
        faults.push(...(await barriers(seen.page)).map((fault) => `${lang} ${fault}`));
        expect(await overflow(seen.page)).toBe(0);
        if (LOOK !== undefined) await seen.page.screenshot({ path: `${LOOK}/portal-closing-${lang}.png`, fullPage: true });
      }
    }
    expect(seen.complaints).toEqual([]);
  }
  expect(faults).toEqual([]);
  const plain = await visitor(browser, base, { cookie, width: 390, script: false });
  await plain.page.goto(`/dms/tickets/${ticket!.number}?lang=it`);
  await plain.page.getByText("No, non ancora").click();
  await plain.page.getByLabel("Che cosa ancora non va?").fill("Sulla seconda postazione ancora no.");
  await plain.page.getByRole("button", { name: "Lasciare aperta" }).click();
  await plain.page.getByText("Resta aperta. Andiamo avanti.").waitFor();
  await plain.page.getByText("Sulla seconda postazione ancora no.").waitFor();
  await ask("look:2", "Anche la seconda postazione è a posto.");
  await plain.page.goto(`/dms/tickets/${ticket!.number}?lang=it`);
  await plain.page.getByRole("button", { name: "Sì, chiudere la richiesta" }).click();
  await plain.page.getByText("Lei è d’accordo, e la richiesta è chiusa.").waitFor();
  if (LOOK !== undefined) await plain.page.screenshot({ path: `${LOOK}/portal-closing-done.png`, fullPage: true });
});
