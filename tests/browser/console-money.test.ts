// Paid work in the console: the price with its clauses, the clock that cannot be missed, what was charged, four eyes, and the statements; in four languages, wide and on a telephone.
import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { embeddedUrl } from "../../src/database/embedded-account.ts";
import { post } from "../mail/post.ts";
import { type Caught, caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "dms";
const KAREN = "karen@lakeside-dental.example";
const LANGUAGES = ["fr", "it", "ro", "en"] as const;
const SHOTS = process.env["TROTH_SHOTS"]; // a folder, where somebody wants to look
const folder = await dataFolder();
const [server, browser] = await Promise.all([startServer(folder, { WEBHOOKS_INSIDE: "on" }), openBrowser()]);
const { url } = server;
if (SHOTS) await mkdir(SHOTS, { recursive: true });

const faults: string[] = [];
const numberIn = (mail: Caught | undefined): string => /\[([A-Z]+-\d+)\]/.exec(mail?.subject ?? "")?.[1] ?? "";
async function answer(mail: Caught, text: string): Promise<void> {
  const id = mail.headers["Message-ID"] ?? mail.headers["message-id"] ?? "";
  await post(server.smtpPort, { from: `Karen Whitfield <${KAREN}>`, to: `help@${DESK}.example`, subject: `Re: ${mail.subject}`, text, inReplyTo: id, references: id });
}
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}
async function speak(page: Page, lang: string, width: number): Promise<void> {
  await page.request.patch(`${url}/api/${DESK}/session`, { data: { language: lang }, headers: { "X-Troth": "1", Origin: url } });
  await page.setViewportSize({ width, height: 860 });
}
async function sound(page: Page, name: string): Promise<void> {
  await shot(page, name);
  const wider = await overflow(page);
  faults.push(...(wider > 0 ? [`${name}: ${wider} px wider than the screen`] : []), ...(await barriers(page)).map((each) => `${name}: ${each}`));
}

test("from the price to the statement, as the people at the desk see it", { timeout: 600_000 }, async () => {
  await post(server.smtpPort, { from: `Karen Whitfield <${KAREN}>`, to: `help@${DESK}.example`, subject: "Printing", text: "How do I print an invoice from the appointment book?" });
  const confirmation = (await caughtMails(server, KAREN, 1)).find((m) => m.subject.includes("Printing"));
  const number = numberIn(confirmation);
  const { page, complaints } = await signIn(browser, url, DESK, "chiara.donati", { lang: "en" });
  const at = `${url}/${DESK}/console/tickets/${number}`;
  await page.goto(at);
  await page.getByText("The customer has not agreed to the price yet").waitFor();
  await page.locator("[data-price=quote]", { hasText: "VAT excluded" }).waitFor();
  await page.locator("[data-price=scope]", { hasText: "§" }).waitFor();
  await sound(page, "waits-wide");

  // The customer agrees by mail: nobody can tell who wrote it here, so a code goes to the address on file.
  await answer(confirmation!, "I accept");
  const code = (await caughtMails(server, KAREN, 2)).find((m) => /\b\d{3} \d{3}\b/.test(m.text))!;
  await answer(code, /\d{3} \d{3}/.exec(code.text)![0]);
  await page.getByRole("button", { name: "Start connected time" }).click();
  await page.locator(".work-bar[data-state=runs]").waitFor();
  await page.goto(`${url}/${DESK}/console/queue`);
  await page.locator(".own-clock", { hasText: `Your clock runs on ${number}` }).waitFor();
  await sound(page, "own-clock");
  for (const lang of LANGUAGES) {
    await speak(page, lang, 390);
    await page.goto(at);
    await page.locator(".work-bar[data-state=runs]").waitFor();
    await sound(page, `runs-${lang}`);
    await page.getByRole("tab").nth(1).click();
    await page.locator("[data-price=quote]").waitFor();
    await sound(page, `price-${lang}`);
  }
  // The clock on the wall of this screen goes ahead: near the end it warns, and at the end it stands.
  await page.clock.install({ time: Date.now() + 16 * 60_000 });
  await speak(page, "en", 1280);
  await page.goto(at);
  await page.locator(".work-bar[data-state=soon]").waitFor();
  await page.getByRole("button", { name: "Ask to go on" }).waitFor();
  await shot(page, "soon-wide");
  await page.getByRole("button", { name: "Stop the clock" }).click();
  await page.getByText("The clock stands still.").waitFor();
  await page.getByText("Owed so far: EUR 45.00 without tax.").waitFor();
  await page.request.put(`${url}/api/${DESK}/tickets/${number}/closure`, { data: { outcome: "unresolved", text: "No driver fits." }, headers: { "X-Troth": "1", Origin: url } });

  const lead = await signIn(browser, url, DESK, "marco.bellandi", { lang: "en" });
  await lead.page.goto(at);
  await lead.page.getByRole("button", { name: "Give back" }).click();
  const dialog = lead.page.getByRole("dialog");
  await dialog.getByText("At most EUR 45.00 can be given back.").waitFor();
  await dialog.getByLabel(/To give back/).fill("50");
  await dialog.getByLabel(/Reason/).fill("We were late");
  await sound(lead.page, "adjust-wide");
  await dialog.getByLabel(/To give back/).fill("10.51");
  await dialog.getByRole("button", { name: "Propose" }).click();
  await lead.page.getByText("You proposed it: somebody else decides.").waitFor();
  expect(await lead.page.getByRole("button", { name: "Approve" }).count()).toBe(0);
  const admin = await signIn(browser, url, DESK, "giulia.ferrante", { lang: "en" });
  for (const lang of LANGUAGES) {
    await speak(admin.page, lang, 390);
    await admin.page.goto(at);
    await admin.page.locator("#ticket-subject").waitFor();
    await admin.page.getByRole("tab").nth(1).click();
    await admin.page.locator("[data-charge=proposed]").scrollIntoViewIfNeeded();
    await sound(admin.page, `charges-${lang}`);
  }
  await admin.page.getByRole("button", { name: "Approve" }).click();
  await admin.page.getByText("Approved by Giulia Ferrante").waitFor();

  await speak(admin.page, "en", 1280);
  await admin.page.goto(`${url}/${DESK}/console/statements`);
  await admin.page.getByRole("heading", { name: "No statement yet" }).waitFor();
  await longAgo();
  await admin.page.getByRole("button", { name: "Make the statements" }).click();
  await admin.page.getByText("1 statement was made.").waitFor();
  const fetched = admin.page.waitForEvent("download");
  await admin.page.getByRole("link", { name: "Statement 1 as PDF" }).click();
  expect((await fetched).suggestedFilename()).toBe("statement-1.pdf");
  await sound(admin.page, "statements-wide");
  for (const lang of LANGUAGES) {
    await speak(admin.page, lang, 390);
    await admin.page.goto(`${url}/${DESK}/console/statements`);
    await admin.page.locator(".statements").waitFor();
    await sound(admin.page, `statements-${lang}`);
  }
  expect(faults).toEqual([]);
  expect([...complaints, ...lead.complaints, ...admin.complaints]).toEqual([]);
});

test("an admin adds the address of another system, copies its secret once, and sees what arrives and what does not", { timeout: 400_000 }, async () => {
  let answers = 500;
  const came: string[] = [];
  const other = createServer((request, response) => {
    came.push(String(request.headers["webhook-id"]));
    request.resume().on("end", () => response.writeHead(answers).end("closed today"));
  });
  const port = await new Promise<number>((resolve) => other.listen(0, "127.0.0.1", () => resolve((other.address() as AddressInfo).port)));
  afterAll(() => other.close());
  const { page, complaints } = await signIn(browser, url, DESK, "giulia.ferrante", { lang: "en", width: 1280 });
  await page.goto(`${url}/${DESK}/console/webhooks`);
  await page.getByRole("heading", { name: "No other system is told yet" }).waitFor();
  await page.getByLabel("Address").fill(`http://127.0.0.1:${port}/books`);
  await page.getByRole("button", { name: "Add the endpoint" }).click();
  await page
    .getByRole("dialog")
    .getByText(/^whsec_/)
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Send a test" }).click();
  await page.locator("[data-delivery=waiting]", { hasText: "500 closed today" }).waitFor();
  answers = 204;
  await page.getByRole("button", { name: "Send again" }).click();
  await page.locator("[data-delivery=sent]").waitFor();
  expect(new Set(came).size).toBe(1);
  await page.getByRole("button", { name: "New secret" }).click();
  await page
    .getByRole("dialog")
    .getByText(/^whsec_/)
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByText(/The elder secret signs as well until/).waitFor();
  await sound(page, "webhooks-wide");
  for (const lang of LANGUAGES) {
    await speak(page, lang, 390);
    await page.goto(`${url}/${DESK}/console/webhooks`);
    await page.locator("[data-delivery=sent]").waitFor();
    await sound(page, `webhooks-${lang}`);
  }
  expect([...faults, ...complaints]).toEqual([]);
});

test("a VAT number that cannot be is refused at its field with the reason, and one that can be is kept in one spelling", { timeout: 300_000 }, async () => {
  const { page, complaints } = await signIn(browser, url, DESK, "marco.bellandi", { lang: "en", width: 1280 });
  await page.goto(`${url}/${DESK}/console/customers`);
  await page.getByRole("link", { name: /Lakeside Dental Practice/ }).click();
  await page.getByLabel("VAT number").fill("it 00743110158");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.getByText("its check digits do not fit: it cannot be a number of IT").waitFor();
  await page.getByLabel("VAT number").fill("it 007 431 101 57");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.getByText("Kept. New prices go by it.").waitFor();
  expect([await page.getByLabel("VAT number").inputValue(), await page.getByLabel("Country").inputValue()]).toEqual(["IT00743110157", "IT"]);
  const at = page.url();
  for (const lang of LANGUAGES) {
    await speak(page, lang, 390);
    await page.goto(at);
    await page.locator("input[maxlength='2']").scrollIntoViewIfNeeded();
    await sound(page, `tax-${lang}`);
  }
  expect([...faults, ...complaints.filter((each) => !/status of 400/.test(each))]).toEqual([]);
});

/** Puts what was booked into the month before: that one is over. */
async function longAgo(): Promise<void> {
  const client = new pg.Client({ connectionString: (await embeddedUrl(folder)) ?? "" });
  await client.connect();
  const now = new Date();
  await client.query("update charges set booked_at = $1 where state = 'booked'", [new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15))]);
  await client.end();
}
