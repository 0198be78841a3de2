// A lead sees of whom another time was told than the clock has now, and has them told: once, shown as told; in four languages.
import { expect, test } from "vitest";
import { caughtMails } from "../server/run-server.ts";
import { HOURS_IN_FOUR } from "../paid/hours-in-four.ts";
import { openBrowser } from "./console-browser.ts";
import { LANGUAGES, looker, ownDesk } from "./own-desk.ts";

const WITH_PROMISE = HOURS_IN_FOUR.replace(
  /^queue:$/m,
  `promises:
  - clause: answer
    promise: first-answer
    must: 24 hours
    words: { en: "We answer within {must}.", fr: "Nous répondons sous {must}.", it: "Rispondiamo entro {must}.", ro: "Răspundem în {must}." }
queue:`,
);
const desk = await ownDesk("hours", WITH_PROMISE);
const browser = await openBrowser();
const { faults, look } = looker();

test("a lead presses once, the customer reads the time that holds in their language, and the list shows it as told", { timeout: 300_000 }, async () => {
  const lead = await desk.staff("Lea Lead", "lead");
  const pia = await desk.customer("Studio Pia", { plan: "plain" }, { name: "Pia Prova", email: "pia@studio.example", language: "it" });
  const { number } = await desk.call<{ number: string }>(pia.cookie, "POST", "/tickets", {
    subject: "Stampa",
    text: "Buongiorno, da questa mattina la stampante non stampa più le nostre fatture. Potete aiutarci?",
  });
  await desk.database.asDesk("hours", (tx) =>
    tx.run("update promises set drift = jsonb_build_object('at', extract(epoch from now()) * 1000, 'told', extract(epoch from due) * 1000 - 7200000, 'due', extract(epoch from due) * 1000)"),
  );
  const { page, complaints } = await desk.console(browser, lead.cookie, "promises/drifts", { width: 1280 });
  await page.locator("[data-drift=open]").waitFor();
  for (const lang of LANGUAGES) {
    await desk.speak(page, lead.cookie, lang, 390);
    await page.reload();
    await page.locator("[data-drift=open]").waitFor();
    await look(page, `drift-${lang}`);
  }
  await desk.speak(page, lead.cookie, "en", 1280);
  await page.reload();
  await page.getByRole("button", { name: "Tell them" }).click();
  await page.locator("[data-drift=told]", { hasText: number }).waitFor();
  await page.getByText("Lea Lead ·").waitFor();
  expect(await page.getByRole("button", { name: "Tell them" }).count()).toBe(0);
  await look(page, "drift-told-en");
  const mail = (await caughtMails(desk.server, "pia@studio.example", 2)).find((m) => m.text.includes("Un termine che Le avevamo indicato è cambiato"));
  expect(mail?.text).toContain("Ecco che cosa vale ora");
  expect(mail?.text).toContain("Rispondiamo entro 24 ore");
  for (const lang of LANGUAGES) {
    await desk.speak(page, lead.cookie, lang, 390);
    await page.reload();
    await page.locator("[data-drift=told]").waitFor();
    await look(page, `drift-told-390-${lang}`);
  }
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});
