// The next version of the policy, written in the console: what it would do is seen while it is written, an open error keeps it back, and it is activated there.
import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { dateIn } from "../../src/policy/index.ts";
import { caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { orthocabFrom, taxdomeFrom } from "../versions/changed-policies.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const shots = process.env["TROTH_SHOTS"]; // where pictures are wanted
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;
const ahead = dateIn(Date.now() + 40 * 86_400_000, "Europe/Bucharest");
if (shots) mkdirSync(shots, { recursive: true });

test("an administrator changes a number in the text, sees who is treated differently, and it holds at once", { timeout: 240_000 }, async () => {
  const { page, complaints } = await signIn(browser, url, "orthocab", "claire.vasseur", { lang: "en" });
  await page.goto(`${url}/orthocab/console/policy`);
  await page.getByRole("link", { name: "New version" }).click();
  const text = page.getByLabel("Text of the policy");
  await page.getByText("The desk runs by this text already.").waitFor();
  const before = await text.inputValue();
  expect(before).toContain("must: 2 working days");

  await text.fill(before.replace("must: 2 working days", "must: 2 wroking days"));
  await page.locator("[data-settled=true] .tag", { hasText: "open error" }).first().waitFor();
  expect(await page.getByRole("button", { name: /^Activate version/ }).count()).toBe(0);
  await page.locator("[data-code] button").first().click();
  const chosen = await text.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
  expect(chosen).toContain("wroking");
  const [above, line] = await text.evaluate((field: HTMLTextAreaElement) => [
    field.scrollTop,
    (field.scrollHeight / field.value.split("\n").length) * field.value.slice(0, field.selectionStart).split("\n").length,
  ]);
  expect(line).toBeGreaterThan(above ?? 0); // and is in sight
  expect(line).toBeLessThan((above ?? 0) + 500);
  expect(await barriers(page)).toEqual([]);
  if (shots) await page.screenshot({ path: `${shots}/new-version-error-en.png`, fullPage: true });

  await page.reload(); // a draft is not lost
  expect(await text.inputValue()).toContain("wroking");
  await text.fill(orthocabFrom("2026-01-01"));
  await page.locator("[data-settled=true] [data-verdict=worse]").first().waitFor();
  await page.getByText("It holds as soon as you activate it.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Activate version 2" }).click();
  await page.getByRole("heading", { name: "Version 2 holds now." }).waitFor();
  expect(await barriers(page)).toEqual([]);
  if (shots) await page.screenshot({ path: `${shots}/new-version-done-en.png`, fullPage: true });
  expect(await (await fetch(`${url}/orthocab/policy?lang=en`)).text()).toContain("Version 2");
  await page.getByRole("link", { name: "Versions of the policy" }).last().click();
  await page.locator('[data-version="2"][data-state=in-force]').waitFor();
  expect(complaints).toEqual([]);
});

test("one for a day to come is announced to customers from the console, in each language without overflow", { timeout: 240_000 }, async () => {
  for (const [lang, title, width] of [
    ["fr", "Nouvelle version du règlement", 1280],
    ["it", "Nuova versione del regolamento", 390],
    ["ro", "Versiune nouă a regulamentului", 1280],
    ["en", "New version of the policy", 390],
  ] as const) {
    const { page, complaints } = await signIn(browser, url, "taxdome", "ioana.marin", { lang, width, dark: lang === "ro" });
    await page.goto(`${url}/taxdome/console/policy/new`);
    await page.getByRole("heading", { name: title }).waitFor();
    await page.locator("textarea").fill(taxdomeFrom(ahead));
    await page.locator("[data-settled=true] [data-verdict]").first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    if (shots) await page.screenshot({ path: `${shots}/new-version-${lang}.png`, fullPage: true });
    expect(complaints).toEqual([]);
  }
  const { page } = await signIn(browser, url, "taxdome", "ioana.marin", { lang: "en" });
  await page.goto(`${url}/taxdome/console/policy/new`);
  await page.locator("textarea").fill(taxdomeFrom(ahead));
  await page.getByText("Customers are told as soon as you activate it", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Activate version 2" }).click();
  await page.getByRole("heading", { name: /^Version 2 takes effect on/ }).waitFor();
  expect((await caughtMails(server, "grace@hartley-moss.example", 1)).at(-1)?.subject).toContain("What changes from");
});

test("who is no administrator is offered none", { timeout: 120_000 }, async () => {
  const { page } = await signIn(browser, url, "orthocab", "tom.ashdown", { lang: "en" });
  await page.goto(`${url}/orthocab/console/policy`);
  await page.getByRole("heading", { name: "Versions of the policy" }).waitFor();
  expect(await page.getByRole("link", { name: "New version" }).count()).toBe(0);
});
