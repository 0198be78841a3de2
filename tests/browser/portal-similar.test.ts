// What was asked already is shown while one asks again, and what was written goes there with one press: with and without a script.
import { expect, test } from "vitest";
import { portalHouse } from "../portal/portal-house.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const { base, session, rows } = await portalHouse("orthocab");
const browser = await openChromium();
const messages = (number: string) =>
  rows<{ text: string }>("orthocab", "select m.text from messages m join tickets t on t.desk = m.desk and t.id = m.ticket where t.number = $1 and m.kind = 'message' order by m.at, m.id", number);

const PRESS = { fr: "Ajouter à", en: "Add this to", it: "Aggiungi a", ro: "Adăugați la" } as const;
// Two problems: a second request about the first one would be joined to it on arrival.
const PROBLEMS = [
  {
    script: true,
    code: "REF-5521",
    first: "L’exercice REF-5521 ne s’ouvre plus depuis hier.",
    again: {
      fr: "L’exercice de dénomination REF-5521 ne s’ouvre plus.",
      en: "The exercise REF-5521 does not open any more.",
      it: "L’esercizio REF-5521 non si apre più.",
      ro: "Exercițiul REF-5521 nu se mai deschide.",
    },
  },
  {
    script: false,
    code: "BIL-7704",
    first: "Le bilan de lecture BIL-7704 reste blanc à l’impression.",
    again: {
      fr: "Le bilan de lecture BIL-7704 s’imprime tout blanc.",
      en: "The reading report BIL-7704 prints blank.",
      it: "Il bilancio di lettura BIL-7704 si stampa bianco.",
      ro: "Raportul de citire BIL-7704 se tipărește alb.",
    },
  },
] as const;

test.each(PROBLEMS)("with a script: $script", async ({ script, code, first, again }) => {
  const cookie = await session("orthocab");
  const { page, complaints } = await visitor(browser, base, { cookie, script, width: 360 });
  await page.goto("/orthocab/ask?lang=fr");
  const subject = `Question ${code}`;
  await page.locator("#subject").fill(subject);
  await page.locator("#text").fill(first);
  if (script) await page.locator("#says .verdict, #says .promise").first().waitFor();
  else await page.getByRole("button", { name: "Voir ce que prévoit notre politique" }).click();
  await page.locator("button[value=send]").click();
  const number = await page.locator(".big-number").innerText();
  for (const [lang, text] of Object.entries(again) as [keyof typeof again, string][]) {
    await page.goto(`/orthocab/ask?lang=${lang}`);
    await page.locator("#subject").fill(code);
    await page.locator("#text").fill(text);
    if (!script) await page.locator("button[value=preview]").click();
    const button = page.getByRole("button", { name: `${PRESS[lang]} ${number}` });
    await button.waitFor();
    expect(await overflow(page)).toBe(0);
    if (script) expect(await barriers(page)).toEqual([]);
    await button.click();
    await page.waitForURL(`**/tickets/${number}?done=answer`);
    expect((await messages(number)).at(-1)?.text).toBe(`${code}\n\n${text}`);
  }
  expect(await messages(number)).toHaveLength(5);
  expect(complaints).toEqual([]);
});
