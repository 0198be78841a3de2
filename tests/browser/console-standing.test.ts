// What stands of a customer, in the console: set for a time, seen with who set it and what it opens, taken back, and seen as it was known.
import { expect, test } from "vitest";
import { dataFolder, startServer } from "../server/run-server.ts";
import { barriers, openBrowser, signIn } from "./console-browser.ts";

const DESK = "orthocab";
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;
const shots = process.env["TROTH_SHOTS"];

test("a lead gives a subscription its days, reads what it opens and who set it, and takes it back", { timeout: 240_000 }, async () => {
  const { page, complaints } = await signIn(browser, url, DESK, "mehdi.ouazzani", { lang: "en" });
  await page.goto(`${url}/${DESK}/console/customers`);
  await page.getByRole("link", { name: /Cabinet Aubry/ }).click();
  const card = page.getByRole("region", { name: "What stands" });
  await card.getByText("lapsed, not renewed").first().waitFor();
  await card.getByRole("button", { name: "Change: Subscription" }).click();
  await card.getByRole("combobox", { name: "Subscription" }).click();
  await page.getByRole("option", { name: "active" }).click();
  await card.getByLabel("First day").fill("2026-01-01");
  await card.getByLabel("Last day").fill("2025-12-31");
  await card.getByRole("button", { name: "Save" }).click();
  await page.getByText(/it ends before it begins/).waitFor();
  await card.getByLabel("Last day").fill("2099-12-31");
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("active, 1 January 2026 to 31 December 2099").first().waitFor();
  await card
    .getByText(/Mehdi Ouazzani, by hand/)
    .first()
    .waitFor();
  await card
    .getByText(/Every active subscription is entitled to support/)
    .first()
    .waitFor();
  expect(await barriers(page)).toEqual([]);
  if (shots) await page.screenshot({ path: `${shots}/standing-en.png`, fullPage: true });
  await page.getByRole("button", { name: "Undo" }).click();
  await card.getByText(/A subscription that has lapsed no longer gives support/).waitFor();
  await card.getByRole("button", { name: "Changes of the record" }).click();
  await card.getByText(/active, 1 January 2026 to 31 December 2099 → lapsed, not renewed/).waitFor();
  expect(complaints.filter((c) => !/status of 400/.test(c))).toEqual([]);
});

test("it fits a telephone in each language, without barriers", { timeout: 240_000 }, async () => {
  for (const lang of ["fr", "it", "ro"]) {
    const { page, context } = await signIn(browser, url, DESK, "mehdi.ouazzani", { lang, width: 390, height: 844 });
    await page.goto(`${url}/${DESK}/console/customers`);
    await page.getByRole("link", { name: /Cabinet Aubry/ }).click();
    await page.locator(".standing").first().waitFor();
    await page.locator(".standing button").first().click();
    await page.locator(".edit-standing").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBeLessThanOrEqual(390);
    expect(await barriers(page), lang).toEqual([]);
    if (shots) await page.screenshot({ path: `${shots}/standing-${lang}.png` });
    await context.close();
  }
});

test("a lead sees what a table would change, which rows stay outside and why, and brings it in", { timeout: 240_000 }, async () => {
  const { page, complaints } = await signIn(browser, url, DESK, "mehdi.ouazzani", { lang: "en" });
  await page.goto(`${url}/${DESK}/console/customers`);
  await page.getByRole("link", { name: "Import" }).click();
  await page.getByRole("heading", { name: "Customers from a table" }).waitFor();
  const csv = "organisation;name;email;subscription;subscription.ends\nCabinet Neuf;Zoé Neuf;zoe@neuf.example;actif;2099-12-31\nCabinet Aubry;Paul Aubry;paul-aubry;lapsed;\n";
  await page.locator("input[type=file]").setInputFiles({ name: "clients.csv", mimeType: "text/csv", buffer: Buffer.from(csv, "latin1") });
  await page.getByText("Windows-1252, semicolons").waitFor();
  await page.getByText('Line 3, email: "paul-aubry" is no mail address.').waitFor();
  await page.getByRole("button", { name: "Bring in 1 row" }).waitFor();
  expect(await barriers(page)).toEqual([]);
  if (shots) await page.screenshot({ path: `${shots}/import-en.png` });
  await page.getByRole("button", { name: "Bring in 1 row" }).click();
  await page.getByText("brought in").first().waitFor();
  await page.goto(`${url}/${DESK}/console/customers`);
  await page.getByRole("link", { name: /Cabinet Neuf/ }).click();
  await page.getByText("active until 31 December 2099").waitFor();
  expect(complaints).toEqual([]);
});

test("the table's page fits a telephone in each language", { timeout: 240_000 }, async () => {
  for (const lang of ["fr", "it", "ro"]) {
    const { page, context } = await signIn(browser, url, DESK, "mehdi.ouazzani", { lang, width: 390, height: 844 });
    await page.goto(`${url}/${DESK}/console/import`);
    await page.locator("#import-name").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBeLessThanOrEqual(390);
    expect(await barriers(page), lang).toEqual([]);
    if (shots) await page.screenshot({ path: `${shots}/import-${lang}.png` });
    await context.close();
  }
});

test("what was refused is listed by its clause on a telephone too, and what a practice accepted stands with it", { timeout: 240_000 }, async () => {
  for (const lang of ["en", "ro"]) {
    const { page, context, complaints } = await signIn(browser, url, DESK, "mehdi.ouazzani", { lang, width: 390, height: 844 });
    await page.goto(`${url}/${DESK}/console/refused`);
    await page.locator(".card .clause").first().waitFor();
    await page.getByText("Le tableau blanc ne s’affiche plus").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBeLessThanOrEqual(390);
    expect(await barriers(page), lang).toEqual([]);
    if (shots) await page.screenshot({ path: `${shots}/refused-${lang}.png` });
    expect(complaints).toEqual([]);
    await context.close();
  }
});
