// An offer in the portal, on a telephone and without scripts, in each language: no barrier, no overflow, and agreed to by tick and button.
import { expect, test } from "vitest";
import { portalHouse } from "../portal/portal-house.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const { base, session, rows } = await portalHouse("dms");
const browser = await openChromium();

test("the price, the conditions in full and the answer fit a telephone in each language, and need no script", { timeout: 120_000 }, async () => {
  const [row] = await rows<{ number: string }>(
    "dms",
    "select t.number from offers o join tickets t on t.desk = o.desk and t.id = o.ticket join people p on p.desk = t.desk and p.id = t.requester where o.state = 'open' and p.email = 'stefano@ambulatorio-rinaldi.example'",
  );
  const cookie = await session("dms", "stefano@ambulatorio-rinaldi.example");
  const faults: string[] = [];
  const seen = await visitor(browser, base, { cookie, width: 390 });
  for (const lang of ["en", "fr", "it", "ro"]) {
    await seen.page.goto(`/dms/tickets/${row?.number}?lang=${lang}`);
    faults.push(...(await barriers(seen.page)).map((fault) => `${lang} ${fault}`));
    expect(await overflow(seen.page)).toBe(0);
    const under = await seen.page.locator(".tick").evaluateAll(
      (ticks) =>
        ticks.filter((tick) => {
          const words = document.createRange();
          words.selectNodeContents(tick.lastChild ?? tick);
          return [...words.getClientRects()].some((line) => line.left < (tick.querySelector("input")?.getBoundingClientRect().right ?? 0));
        }).length,
    );
    expect(under, `${lang}: words under the box that they explain`).toBe(0);
  }
  expect(faults).toEqual([]);
  const plain = await visitor(browser, base, { cookie, width: 390, script: false });
  await plain.page.goto(`/dms/tickets/${row?.number}?lang=it`);
  await plain.page.getByRole("checkbox", { name: /Precisazioni sugli interventi/ }).check();
  await plain.page.getByRole("button", { name: "Accettare a questo prezzo" }).click();
  await plain.page.getByText("Stefano Rinaldi ha accettato").waitFor();
});
