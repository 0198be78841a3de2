// A customer in a real browser: one context each, what the page complains about written down.
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach } from "vitest";
import type { Cookie } from "../portal/portal-house.ts";
import { launchChromium } from "./chromium.ts";

export interface Look {
  readonly width?: number;
  readonly dark?: boolean;
  readonly lang?: string;
  readonly script?: boolean;
  readonly cookie?: Cookie;
}
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

/** Opens the browser for a file; every context ends with its test. */
export async function openChromium(): Promise<Browser> {
  const browser = await launchChromium();
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(() => browser.close());
  return browser;
}

export async function visitor(browser: Browser, base: string, look: Look = {}): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale: look.lang ?? "en",
    javaScriptEnabled: look.script ?? true,
    acceptDownloads: true,
  });
  if (look.cookie) await context.addCookies([{ ...look.cookie, url: base }]);
  const page = await context.newPage();
  page.setDefaultTimeout(45_000); // a machine may run more than this test
  const complaints: string[] = [];
  // A refused form answers with its status, which the browser reports as well; that is no complaint.
  page.on("console", (message) => {
    if (message.type() === "error" && !/the server responded with a status of 4(?:01|04|10|13|22|29)/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, context, complaints };
}

/** The rules of WCAG 2.2 A and AA that a machine can see broken, each with its elements; empty when none is. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[] }> } };
    const { violations } = await run.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] });
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.any[0]?.message ?? ""}`));
  });
}

/** By how many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
