// What was asked already is shown while one asks again, and what was written goes there with one press: with and without a script.
import { expect, test } from "vitest";
import { portalHouse } from "../portal/portal-house.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const { base, session, rows } = await portalHouse("orthocab");
const browser = await openChromium();
const messages = (number: string) =>
  rows<{ text: string }>("orthocab", "select m.text from messages m join tickets t on t.desk = m.desk and t.id = m.ticket where t.number = $1 and m.kind = 'message' order by m.at, m.id", number);

const LANGUAGES = [
  ["fr", "L’exercice de dénomination REF-5521 ne s’ouvre plus.", "Ajouter à"],
  ["en", "The exercise REF-5521 does not open any more.", "Add this to"],
  ["it", "L’esercizio REF-5521 non si apre più.", "Aggiungi a"],
  ["ro", "Exercițiul REF-5521 nu se mai deschide.", "Adăugați la"],
] as const;

test.each([true, false])("with a script: %s", async (script) => {
  const cookie = await session("orthocab");
  const { page, complaints } = await visitor(browser, base, { cookie, script, width: 360 });
  await page.goto("/orthocab/ask?lang=fr");
  const subject = `Exercice REF-5521 ${script}`;
  await page.locator("#subject").fill(subject);
  await page.locator("#text").fill("L’exercice REF-5521 ne s’ouvre plus depuis hier.");
  if (script) await page.locator("#says .verdict, #says .promise").first().waitFor();
  else await page.getByRole("button", { name: "Voir ce que prévoit notre politique" }).click();
  await page.locator("button[value=send]").click();
  const number = script ? await page.locator(".big-number").innerText() : await page.locator(".big-number").innerText();
  for (const [lang, text, press] of LANGUAGES) {
    await page.goto(`/orthocab/ask?lang=${lang}`);
    await page.locator("#subject").fill("REF-5521");
    await page.locator("#text").fill(text);
    if (!script) await page.locator("button[value=preview]").click();
    const button = page.getByRole("button", { name: `${press} ${number}` });
    await button.waitFor();
    expect(await overflow(page)).toBe(0);
    if (script) expect(await barriers(page)).toEqual([]);
    await button.click();
    await page.waitForURL(`**/tickets/${number}?done=answer`);
    expect((await messages(number)).at(-1)?.text).toBe(`REF-5521\n\n${text}`);
  }
  expect(await messages(number)).toHaveLength(5);
  expect(complaints).toEqual([]);
});
