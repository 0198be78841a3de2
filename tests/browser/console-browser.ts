// A browser for the console's tests: real Chromium, one context per agent, everything that the page complains about written down.
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { DEMO_PASSWORD } from "../../src/demo/demo-desks.ts";
import { launchChromium } from "./chromium.ts";

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly lang?: string;
}
export interface Agent {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

/** Starts the browser; it ends with the file, and each visitor with their test. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launchChromium();
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(() => browser.close());
  return browser;
}

/** A visitor of the console who has not signed in. */
export async function visit(browser: Browser, url: string, look: Look = {}, cookies?: Awaited<ReturnType<BrowserContext["cookies"]>>): Promise<Agent> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale: look.lang ?? "en",
  });
  if (cookies) await context.addCookies(cookies);
  const page = await context.newPage();
  page.setDefaultTimeout(45_000); // a machine may run more than this test
  const complaints: string[] = [];
  // That nobody has signed in yet is told by a 401 that the browser reports; it is no complaint.
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 401/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, context, complaints };
}

const sessions = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>();

/** Signs in with the keyboard, later by the cookies of the first time (the server slows those who sign in often), and waits for the queue. The agent's language becomes `look.lang`. */
export async function signIn(browser: Browser, server: string, desk: string, who: string, look: Look = {}): Promise<Agent> {
  const key = `${server} ${desk} ${who}`;
  const agent = await visit(browser, `${server}/${desk}/console`, look, sessions.get(key));
  const { page, context } = agent;
  if (!sessions.has(key)) await typeIn(page, desk, who);
  sessions.set(key, await context.cookies());
  if (look.lang) {
    const changed = await context.request.patch(`${server}/api/${desk}/session`, { data: { language: look.lang }, headers: { "X-Troth": "1", Origin: server } });
    expect(changed.status()).toBe(200);
    await page.reload();
  }
  await page.locator(".list-row, .empty").first().waitFor();
  return agent;
}

async function typeIn(page: Page, desk: string, who: string): Promise<void> {
  await page.locator("input[name=email]").waitFor();
  await page.keyboard.type(`${who}@${desk}.example`);
  await page.keyboard.press("Tab");
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await page
    .locator("h1")
    .getByText(/^(Queue|File|Coda|Coadă)$/)
    .waitFor();
}

/** The rules of WCAG 2.2 A and AA that a machine can see broken, each with the elements; empty when none is. Menus float outside of the landmarks, so that rule is not asked. */
export async function barriers(page: Page): Promise<string[]> {
  // The page takes its light or dark once it runs: what is read in between has the colours of both.
  await page.locator("html[data-mantine-color-scheme]").waitFor({ state: "attached" });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))));
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as { axe: typeof axe };
    return (await runner.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { region: { enabled: false } } })).violations;
  });
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
}

/** By how many pixels the page is wider than the screen. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      0,
      ...[document.documentElement, ...document.querySelectorAll<HTMLElement>(".page, .content, .conversation, .rail, .bar, .ticket-head")].map((each) =>
        each.matches(".tab-list") ? 0 : each.scrollWidth - each.clientWidth,
      ),
    ),
  );
}
