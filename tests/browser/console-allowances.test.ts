// Included hours and packs as people see them: sold, drawn from, corrected and taken back in the console; "nothing to pay" said before consent in mail, portal and console, in four languages.
import { expect, test } from "vitest";
import { caughtMails } from "../server/run-server.ts";
import { HOURS_IN_FOUR } from "../paid/hours-in-four.ts";
import { openBrowser } from "./console-browser.ts";
import { LANGUAGES, looker, ownDesk } from "./own-desk.ts";

const desk = await ownDesk("hours", HOURS_IN_FOUR);
const browser = await openBrowser();
const { faults, look } = looker();
const FREE = { en: "Nothing to pay: it is taken from your allowance.", fr: "Rien à payer", it: "Nulla da pagare", ro: "Nimic de plătit" } as const;
const ASKED = {
  en: "The printer does not print our invoices since this morning. Can you please help us with it?",
  fr: "Bonjour, l’imprimante n’imprime plus nos factures depuis ce matin. Pouvez-vous nous aider ?",
  it: "Buongiorno, da questa mattina la stampante non stampa più le nostre fatture. Potete aiutarci?",
  ro: "Bună ziua, imprimanta nu ne mai tipărește facturile de azi dimineață. Ne puteți ajuta?",
} as const;

test("a lead sells a pack, sees what drew from it, corrects it with a reason and takes it back", { timeout: 300_000 }, async () => {
  const lead = await desk.staff("Lea Lead", "lead");
  const plain = await desk.customer("Plain Practice", { plan: "plain" }, { name: "Max Plain", email: "max@plain.example" });
  const { page, complaints } = await desk.console(browser, lead.cookie, `customers/${plain.organisation}`, { width: 1280 });
  const card = page.getByRole("region", { name: "Allowances and packs" });
  await card.getByText("Nothing is included for them and no pack was sold.").waitFor();
  await card.getByRole("button", { name: "Sell a pack" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "How much time" }).fill("5");
  await dialog.getByLabel("Last day").fill("2020-01-01");
  await dialog.getByLabel("Order or invoice").fill("Order 17");
  await dialog.getByRole("button", { name: "Sell a pack" }).click();
  await dialog.getByText(/ends before it begins/).waitFor();
  await dialog.getByLabel("Last day").fill("2099-12-31");
  await look(page, "packs-sell-en");
  await dialog.getByRole("button", { name: "Sell a pack" }).click();
  await card.getByText("5 hours left of 5 hours").waitFor();
  await card.getByText(/to 31 December 2099/).waitFor();

  // A request that draws half an hour from it.
  const { number } = await desk.call<{ number: string }>(plain.cookie, "POST", "/tickets", { subject: "It does not print", text: "Nothing comes out." });
  const { offers } = await desk.call<{ offers: { id: string }[] }>(plain.cookie, "GET", `/tickets/${number}`);
  await desk.call(plain.cookie, "POST", `/tickets/${number}/offers/${offers[0]!.id}/consent`, { accepts: [] });
  await desk.call(lead.cookie, "PUT", `/tickets/${number}/clock`, { kind: "connection" });
  await page.waitForTimeout(1500);
  await desk.call(lead.cookie, "DELETE", `/tickets/${number}/clock`);
  await desk.call(lead.cookie, "PUT", `/tickets/${number}/closure`, { outcome: "solved" });
  await page.reload();
  await card.getByText("1 intervention drew from it").click();
  await card.getByRole("link", { name: `${number} It does not print` }).waitFor();
  await card.getByText("30 minutes", { exact: true }).waitFor();

  await card.getByRole("button", { name: "Correct" }).click();
  await dialog.getByRole("combobox", { name: "Unit: How much time" }).click();
  await page.getByRole("option", { name: "minutes" }).click();
  await dialog.getByRole("textbox", { name: "How much time" }).fill("20");
  await dialog.getByText("30 minutes were drawn from it already; it cannot hold less.").waitFor();
  await dialog.getByRole("textbox", { name: "How much time" }).fill("120");
  await dialog.getByLabel("Reason").fill("Two hours were invoiced, not five");
  await look(page, "packs-correct-en");
  await dialog.getByRole("button", { name: "Correct" }).click();
  await card.getByText("1 hour 30 minutes left of 2 hours").waitFor();
  await card.getByText("1 correction").click();
  await card.getByText(/Two hours were invoiced, not five/).waitFor();
  await look(page, "packs-wide-en");
  for (const lang of LANGUAGES) {
    await desk.speak(page, lead.cookie, lang, 390);
    await page.reload();
    await page.locator("[data-pack=stands]").scrollIntoViewIfNeeded();
    await page.locator("[data-pack=stands] summary").first().click();
    await look(page, `packs-390-${lang}`);
  }
  await desk.speak(page, lead.cookie, "en", 1280);
  await page.reload();
  await card.getByRole("button", { name: "Take back" }).click();
  await dialog.getByLabel("Reason").fill("Sold to the wrong practice");
  await dialog.getByRole("button", { name: "Take back" }).click();
  await page.locator("[data-pack=withdrawn]").waitFor();
  await card.getByText("Nothing to use").waitFor();
  await card.getByRole("button", { name: "Let it stand again" }).click();
  await dialog.getByLabel("Reason").fill("It was theirs");
  await dialog.getByRole("button", { name: "Let it stand again" }).click();
  await page.locator("[data-pack=stands]").waitFor();
  const agent = await desk.staff("Ada Agent", "agent");
  const seen = await desk.console(browser, agent.cookie, `customers/${plain.organisation}`, { width: 1280 });
  await seen.page.locator("[data-pack=stands]").waitFor();
  expect(await seen.page.getByRole("button", { name: /Sell a pack|Correct|Take back/ }).count()).toBe(0);
  expect(faults).toEqual([]);
  expect([...complaints, ...seen.complaints].filter((each) => !/status of 400/.test(each))).toEqual([]);
});

test("a tax has its name in the reader's language, whatever the language of the request", { timeout: 120_000 }, async () => {
  const agent = await desk.staff("Ivo Agent", "agent", "it");
  const pia = await desk.customer("Paying Practice", { plan: "plain" }, { name: "Pia Paying", email: "pia@paying.example" });
  const { number } = await desk.call<{ number: string }>(pia.cookie, "POST", "/tickets", { subject: "Printing", text: ASKED.en });
  const { offers } = await desk.call<{ offers: { quote: { taxes: unknown[] } }[] }>(agent.cookie, "GET", `/tickets/${number}`);
  expect(offers[0]?.quote.taxes).toEqual([{ name: "IVA", rate: 22, amount: { cents: 990, currency: "EUR" } }]);
  expect((await caughtMails(desk.server, "pia@paying.example", 1))[0]?.text).toMatch(/VAT 22%?.*EUR 9\.90/);
});

test("an intervention that is taken from what is included says so before consent: in the mail, in the portal and in the console", { timeout: 300_000 }, async () => {
  const agent = await desk.staff("Olga Agent", "agent");
  for (const lang of LANGUAGES) {
    const email = `pat@premium-${lang}.example`;
    const pat = await desk.customer(`Premium ${lang}`, { plan: "premium" }, { name: "Pat Premium", email, language: lang });
    const { number } = await desk.call<{ number: string }>(pat.cookie, "POST", "/tickets", { subject: "Printing", text: ASKED[lang] });
    const mail = (await caughtMails(desk.server, email, 1)).at(-1);
    expect(mail?.text).toContain(FREE[lang]);
    expect(mail?.text, "no price beside it").not.toMatch(/EUR|€/);
    const portal = await desk.console(browser, pat.cookie, "", { width: 390, lang });
    await portal.page.goto(`${desk.server.url}/hours/tickets/${number}?lang=${lang}`);
    await portal.page.locator("#offer").getByText(FREE[lang]).waitFor();
    expect(await portal.page.locator("#offer").innerText()).not.toMatch(/EUR|€/);
    await look(portal.page, `free-portal-${lang}`);
    await portal.page.setViewportSize({ width: 1200, height: 800 });
    await look(portal.page, `free-portal-wide-${lang}`);
    const { page } = await desk.console(browser, agent.cookie, "queue", { width: 390, lang });
    await desk.speak(page, agent.cookie, lang, 390);
    await page.goto(`${desk.server.url}/hours/console/tickets/${number}`);
    await page.getByRole("tab").nth(1).click();
    await page.locator("[data-offer=open]").scrollIntoViewIfNeeded();
    expect(await page.locator("[data-offer=open]").innerText()).not.toMatch(/EUR|€/);
    await look(page, `free-console-${lang}`);
  }
  expect(faults).toEqual([]);
});
