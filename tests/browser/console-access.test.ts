// The console for everybody: no barrier that a machine can find, in light and dark, in the desks' colours; right on a telephone in four languages.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { dataFolder, startServer } from "../server/run-server.ts";
import { type Agent, barriers, type Look, openBrowser, overflow, signIn, visit } from "./console-browser.ts";

const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;
const ADMINS: Readonly<Record<string, string>> = { "technical-support": "owen.fitch", orthocab: "claire.vasseur", taxdome: "ioana.marin", dms: "giulia.ferrante", teladentistry: "marcus.okafor" };

/** Every screen in turn, ready to be looked at. */
async function eachScreen({ page }: Agent, desk: string, look: (screen: string) => Promise<void>): Promise<void> {
  const to = async (path: string): Promise<void> => {
    await page.goto(`${url}/${desk}/console/${path}`);
    await page.locator("h1").first().waitFor();
    await page.locator(".waiting").first().waitFor({ state: "detached" });
  };
  await to("queue");
  await look("queue");
  await to("tickets?status=all");
  await page.locator("[data-row]").first().waitFor();
  const number = await page.locator("[data-row]").first().getAttribute("data-row");
  await look("tickets");
  await to(`tickets/${number}`);
  await look("ticket");
  await ticketParts(page, look);
  await to("new");
  await look("new");
  await to("customers");
  await look("customers");
  await page.locator(".line-row").first().click();
  await page.locator(".facts").waitFor();
  await look("customer");
  for (const path of ["staff", "keys", "inbound", "mail"]) {
    await to(path);
    await look(path);
  }
}

async function ticketParts(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const tabs = page.getByRole("tab");
  for (let at = 1; at < (await tabs.count()); at++) {
    await tabs.nth(at).click();
    await look(`ticket, tab ${at + 1}`);
  }
  if ((await tabs.count()) > 0) await tabs.first().click();
  await page.keyboard.press("i");
  await look("ticket, a note");
  await page.keyboard.press("Escape");
  for (const key of ["a", "c", "?"]) {
    await page.keyboard.press(key);
    await page.locator("[role=menu], [role=dialog]").first().waitFor();
    await look(`ticket, after ${key}`);
    await page.keyboard.press("Escape");
    await page.locator("[role=menu], [role=dialog]").first().waitFor({ state: "detached" });
  }
}

const LOOKS: readonly (readonly [string, string, Look])[] = [
  ["light", "technical-support", {}],
  ["dark", "technical-support", { dark: true }],
  ["light on a telephone", "orthocab", { width: 390, height: 844 }],
  ["dark on a telephone", "teladentistry", { width: 390, height: 844, dark: true }],
];
for (const [name, desk, look] of LOOKS) {
  test(`no screen has a barrier: ${name}, ${desk}`, { timeout: 120_000 }, async () => {
    const agent = await signIn(browser, url, desk, ADMINS[desk] ?? "", { ...look, lang: "en" });
    const found: string[] = [];
    await eachScreen(agent, desk, async (screen) => void found.push(...(await barriers(agent.page)).map((each) => `${screen}: ${each}`)));
    expect(found).toEqual([]);
    expect(agent.complaints).toEqual([]);
  });
}

test("each desk's colour is readable, in light and dark", { timeout: 120_000 }, async () => {
  for (const [desk, who] of Object.entries(ADMINS)) {
    for (const dark of [false, true]) {
      const { page } = await signIn(browser, url, desk, who, { dark, lang: "en" });
      await page.keyboard.press("j");
      expect(await barriers(page), `${desk} ${dark ? "dark" : "light"}`).toEqual([]);
    }
  }
});

test("who has not signed in finds no barrier either", async () => {
  const { page } = await visit(browser, `${url}/orthocab/console`);
  await page.locator("form").waitFor();
  expect(await barriers(page)).toEqual([]);
});

for (const lang of ["en", "fr", "it", "ro"]) {
  test(`nothing is wider than a telephone, in ${lang}`, { timeout: 120_000 }, async () => {
    const agent = await signIn(browser, url, "technical-support", "owen.fitch", { width: 390, height: 844, lang });
    const wide: string[] = [];
    await eachScreen(agent, "technical-support", async (screen) => {
      const by = await overflow(agent.page);
      if (by > 0) wide.push(`${screen}: ${by} px`);
    });
    expect(wide).toEqual([]);
    expect(await agent.page.evaluate(() => document.documentElement.lang)).toBe(lang);
  });
}
