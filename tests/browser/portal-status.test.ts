// The page of maintenance in a browser: on a telephone, in four languages, in the reader's zone, with and without scripts.
import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { announce } from "../../src/desk/maintenance/windows.ts";
import { portalHouse } from "../portal/portal-house.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const { house, base, mailsTo } = await portalHouse("technical-support");
const browser = await openChromium();
const HOUR = 3_600_000;
const shots = process.env["TROTH_SHOTS"]; // where pictures are wanted
await house.database.asDesk("technical-support", async (tx) => {
  const now = house.now();
  const window = (from: number, until: number, words: string) => announce(tx, { starts: now + from * HOUR, ends: now + until * HOUR, words, by: "Ada", promised: null }, now);
  await window(-1, 2, "Search is being rebuilt; results may be missing for some minutes");
  await window(96, 98, "New firewall");
  await window(-50, -48, "Disks were exchanged");
});

test("in each language nothing is in the way, on a telephone and on a desk", { timeout: 120_000 }, async () => {
  const faults: string[] = [];
  for (const lang of ["en", "fr", "it", "ro"]) {
    const { page, complaints } = await visitor(browser, base, { width: lang === "it" ? 1280 : 390, dark: lang === "ro", lang, script: lang !== "fr" });
    for (const path of ["/status", ""]) {
      await page.goto(`/technical-support${path}?lang=${lang}`);
      if (lang !== "fr") faults.push(...(await barriers(page)));
      faults.push(...(((await overflow(page)) > 0 ? [`${lang}${path} is too wide`] : []) as string[]), ...complaints.splice(0));
      if (shots) {
        mkdirSync(shots, { recursive: true });
        await page.screenshot({ path: `${shots}/status${path.replace("/", "-")}-${lang}.png`, fullPage: true });
      }
    }
  }
  expect(faults).toEqual([]);
});

test("the times are those of the browser's zone, or of the one that is chosen without scripts", { timeout: 120_000 }, async () => {
  const here = await browser.newContext({ baseURL: base, locale: "en", timezoneId: "Asia/Tokyo" });
  const page = await here.newPage();
  await page.goto("/technical-support/status?lang=en");
  await page.getByText("(Tokyo time)").first().waitFor();
  const plain = await visitor(browser, base, { script: false });
  await plain.page.goto("/technical-support/status?lang=en");
  await plain.page.locator("#zone").selectOption("Europe/Rome");
  await plain.page.getByRole("button", { name: "Show" }).click();
  await plain.page.getByText("(Rome time)").first().waitFor();
  await plain.page.goto("/technical-support/status"); // it is remembered
  await plain.page.getByText("(Rome time)").first().waitFor();
});

test("one asks to be told, confirms by the mail's link, and ends it by another, without scripts", { timeout: 120_000 }, async () => {
  const { page } = await visitor(browser, base, { script: false, width: 390 });
  await page.goto("/technical-support/status?lang=ro");
  await page.locator("#email").fill("ion@cititor.example");
  await page.getByRole("button", { name: "Înștiințați-mă" }).click();
  await page.getByText("Încă un pas").waitFor();
  const [asked] = await mailsTo("ion@cititor.example");
  await page.goto(/http:\S+subscribe\?\S+/.exec(asked?.text ?? "")?.[0] ?? "");
  if (shots) await page.screenshot({ path: `${shots}/subscribe-ro.png` });
  await page.getByRole("button", { name: "Da, scrieți la ion@cititor.example" }).click();
  await page.getByText("De acum vă înștiințăm").waitFor();
});
