// One problem of three customers in three languages: proposed, named, hung, answered once and solved in the console; what each customer reads; in four languages, on a wide screen and on a phone.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { post } from "../mail/post.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "technical-support";
const HELP = `help@${DESK}.example`;
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;
const CUSTOMERS = [
  { name: "Ella Stone", address: "ella@stone-mill.example", subject: "Export stops", text: "Since this morning every export that we start ends with error EXP-4711, please help us with it." },
  {
    name: "Benoît Gare",
    address: "benoit@gare-sud.example",
    subject: "Export arrêté",
    text: "Bonjour, depuis ce matin chaque export que nous lançons finit par l'erreur EXP-4711, pouvez-vous nous aider ?",
  },
  {
    name: "Chiara Lago",
    address: "chiara@lago-blu.example",
    subject: "Esportazione ferma",
    text: "Buongiorno, da stamattina ogni esportazione che avviamo finisce con l'errore EXP-4711, potete aiutarci?",
  },
] as const;

async function numbers(): Promise<string[]> {
  const found: string[] = [];
  for (const each of CUSTOMERS) {
    await post(server.smtpPort, { from: `${each.name} <${each.address}>`, to: HELP, subject: each.subject, text: each.text });
    const [mail] = await caughtMails(server, each.address, 1);
    found.push(/\[([A-Z]+-\d+)\]/.exec(mail?.subject ?? "")?.[1] ?? "");
  }
  return found;
}
const speak = (page: Page, language: string) => page.request.patch(`${url}/api/${DESK}/session`, { data: { language }, headers: { "X-Troth": "1", Origin: url } });
/** A telephone's bar has no room for the problems: there they stand in the menu of the one who is here. */
async function throughMenu(page: Page, word: string): Promise<void> {
  await page.goto(`${url}/${DESK}/console/queue`);
  await page.setViewportSize({ width: 390, height: 640 }); // a small one: the menu is longer, and its first line is reached all the same
  await page.locator(".nav-me").click();
  const first = page.getByRole("menuitem").first();
  await first.scrollIntoViewIfNeeded();
  expect((await first.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.getByRole("menuitem", { name: word }).click();
  await page.waitForURL(/\/problems$/);
}

test("three customers are answered once, each reads their own language and nothing of the others, and the problem is solved for all", async () => {
  const [one = "", two = "", three = ""] = await numbers();
  const { page, complaints } = await signIn(browser, url, DESK, "owen.fitch");
  await page.goto(`${url}/${DESK}/console/tickets/${one}`);
  const section = page.locator("#section-problem");
  await section.getByText("Tickets of other customers that seem to be about the same:").waitFor();
  await section.getByText(two).waitFor();
  await section.getByText(three).waitFor();
  await section.getByRole("button", { name: "Name one problem for these 3 tickets …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What it is called").fill("Exports stop with EXP-4711");
  await dialog.getByLabel("What is known").fill("Since the update of the export server. Stone Mill told us first.");
  await dialog.getByRole("button", { name: "Name it and attach" }).click();
  await page.getByRole("heading", { name: "Tickets (3)" }).waitFor();
  const problem = page.url();
  // What a colleague does elsewhere is seen at once, and what hangs no more is proposed.
  const off = await page.request.delete(`${url}/api/${DESK}/problems/${problem.split("/").at(-1)}/tickets/${three}`, { headers: { "X-Troth": "1", Origin: url } });
  expect(off.status()).toBe(200);
  await page.getByRole("heading", { name: "Tickets (2)" }).waitFor();
  await page.getByRole("button", { name: `Add ${three}` }).click();
  await page.getByRole("heading", { name: "Tickets (3)" }).waitFor();
  const send = page.getByRole("button", { name: "Send to 3 tickets" });
  expect(await send.isDisabled()).toBe(true);
  await page.getByLabel("English: the text for 1 ticket").fill(`Hello {customer}, exports work again. Ella Stone told us so in ${one}.`);
  await page.getByLabel("French: the text for 1 ticket").fill(`Bonjour {customer}, les exports fonctionnent à nouveau, comme pour Ella Stone. {custmer}`);
  await page.getByText("“Ella Stone” is the name of the customer of").waitFor();
  await page.getByText("There is no placeholder {custmer}").waitFor();
  await page.getByLabel("French: the text for 1 ticket").fill("Bonjour {customer}, les exports fonctionnent à nouveau.");
  await page.getByLabel("English: the text for 1 ticket").fill("Hello {customer}, exports work again. Your ticket is {number}.");
  expect(await send.isDisabled()).toBe(true); // Italian has none
  await page.getByText("1 ticket waits for it. Write a text").waitFor();
  await page.getByLabel("What tickets in this language get: Italian").selectOption({ label: "The text in: English" });
  await page.getByText(`Hello Ella Stone, exports work again. Your ticket is ${one}.`).waitFor();
  // Files go along: whose name tells of a customer is not sent, and each can be left out.
  const chooser = page.locator("#together").locator("xpath=ancestor::section").locator('input[type="file"]');
  await chooser.setInputFiles([
    { name: "export-steps.txt", mimeType: "text/plain", buffer: Buffer.from("Start the export again.") },
    { name: "Ella-Stone.txt", mimeType: "text/plain", buffer: Buffer.from("Hers.") },
  ]);
  await page.getByText("“Ella Stone” in the name Ella-Stone.txt is the name of the customer of").waitFor();
  expect(await send.isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Remove Ella-Stone.txt" }).click();
  await page.getByText("export-steps.txt").waitFor();
  expect(await send.isDisabled()).toBe(false);
  for (const [lang, width] of [
    ["fr", 390],
    ["it", 390],
    ["ro", 1280],
    ["en", 390],
    ["en", 1280],
  ] as const) {
    await speak(page, lang);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(problem);
    await page.locator("#together").waitFor();
    await chooser.setInputFiles([
      { name: "the-steps-of-an-export-from-the-new-release.txt", mimeType: "text/plain", buffer: Buffer.from("Start the export again.") },
      { name: "Ella-Stone.txt", mimeType: "text/plain", buffer: Buffer.from("Hers.") },
    ]);
    await page.locator(".composer-files .file").nth(1).waitFor();
    expect(await overflow(page), `${lang} ${width}`).toBe(0);
    expect(await barriers(page), `${lang} ${width}`).toEqual([]);
  }
  await page.reload(); // what was chosen and not sent is gone
  await page.getByLabel("What tickets in this language get: Italian").selectOption({ label: "The text in: English" });
  await chooser.setInputFiles({ name: "export-steps.txt", mimeType: "text/plain", buffer: Buffer.from("Start the export again.") });
  await page.getByText("export-steps.txt").waitFor();
  await page.locator(".file progress").waitFor({ state: "detached" });
  await send.click();
  await page.getByText("Sent to 3 of 3").waitFor();
  await page.locator("article").getByText("export-steps.txt").waitFor();
  const mails = await Promise.all(CUSTOMERS.map(async (each) => (await caughtMails(server, each.address, 2)).find((m) => m.text.includes("export") && /again|nouveau/.test(m.text))));
  expect(mails[0]?.text).toContain(`Hello Ella Stone, exports work again. Your ticket is ${one}.`);
  expect(mails[1]?.text).toContain("Bonjour Benoît Gare, les exports fonctionnent à nouveau.");
  expect(mails[2]?.text).toContain(`Hello Chiara Lago, exports work again. Your ticket is ${three}.`);
  for (const [at, mail] of mails.entries()) expect(mail?.text).toMatch(new RegExp(`export-steps\\.txt[^]*/tickets/${[one, two, three][at]}/files/`));
  for (const [at, mail] of mails.entries())
    for (const [other, each] of CUSTOMERS.entries())
      for (const word of other === at ? ["Stone Mill", "P-1"] : [each.name, each.address, each.subject, [one, two, three][other]!]) expect(JSON.stringify(mail)).not.toContain(word);

  await page.getByRole("button", { name: "This solved it …" }).click();
  await dialog.getByText("3 open tickets are closed as solved").waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Close 3 tickets with it" }).click();
  await page.getByText("Closed 3 of 3").waitFor();
  await page.goto(`${url}/${DESK}/console/tickets/${two}`);
  await page.locator("#section-problem").getByText("Exports stop with EXP-4711").waitFor();
  for (const lang of ["fr", "it", "ro", "en"]) {
    await speak(page, lang);
    await page.setViewportSize({ width: lang === "en" ? 1280 : 390, height: 900 });
    if (lang === "en") await page.goto(`${url}/${DESK}/console/problems`);
    else await throughMenu(page, { fr: "Problèmes", it: "Problemi", ro: "Probleme" }[lang] ?? "");
    await page.locator(".mantine-SegmentedControl-label").nth(2).click();
    await page.getByText("Exports stop with EXP-4711").waitFor();
    expect(await overflow(page), lang).toBe(0);
    expect(await barriers(page), lang).toEqual([]);
  }
  expect(complaints.join("\n")).toBe("");
});
