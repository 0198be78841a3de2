// One computer, several people, in a real browser: what was somebody's own is neither in its cache nor behind its back button; half-written words are.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { portalHouse } from "../portal/portal-house.ts";
import { launchChromiumIn } from "./chromium.ts";
import { openChromium, visitor } from "./portal-visitor.ts";

const { base, session } = await portalHouse("dms", "orthocab");
const browser = await openChromium();
const folder = await mkdtemp(join(tmpdir(), "troth-profile-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const SUBJECT = "L’agenda non mostra gli appuntamenti di ieri";
const open = async (page: Page): Promise<void> => {
  await page.goto("/dms/tickets?lang=en");
  await page.getByRole("link", { name: SUBJECT }).click();
  await page.getByRole("heading", { name: SUBJECT }).waitFor();
};

test("nothing of a signed-in customer's pages is left on the disk; the style sheet is", async () => {
  const context = await launchChromiumIn(folder, { baseURL: base, locale: "en" });
  try {
    await context.addCookies([{ ...(await session("dms")), url: base }]);
    const page = context.pages()[0] ?? (await context.newPage());
    await open(page);
    await page.goto("/dms/ask");
    await page.goto("/dms/policy");
  } finally {
    await context.close();
  }
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile() && /[Cc]ache/.test(each.parentPath));
  const kept = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
  expect(kept.some((bytes) => bytes.includes("/portal-assets/portal.css"))).toBe(true);
  for (const words of [SUBJECT, "L’agenda non mostra", `${base}/dms/tickets/`]) expect(kept.filter((bytes) => bytes.includes(words)).length, words).toBe(0);
}, 120_000);

test("after signing out the back button shows the way to sign in, not what was read", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("dms") });
  await open(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/dms$/);
  await page.goBack();
  await page.waitForURL(/\/dms\/sign-in/);
  expect(await page.locator("body").innerText()).not.toContain("agenda");
});

test("who goes to read the policy and comes back finds the half-written answer and the half-written contest", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("dms") });
  await open(page);
  await page.getByLabel("Your answer").fill("It is only the list of");
  await page.getByLabel("How is it really?").fill("We have a contract since");
  await page.locator("header a[href='/dms/policy']").click();
  await page.waitForURL(/\/policy/);
  await page.goBack();
  await page.getByRole("heading", { name: SUBJECT }).waitFor();
  expect(await page.getByLabel("Your answer").inputValue()).toBe("It is only the list of");
  expect(await page.getByLabel("How is it really?").inputValue()).toBe("We have a contract since");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await page.getByText("Your answer has been added.").waitFor();
  expect(await page.getByLabel("Your answer").inputValue()).toBe(""); // it has arrived
  expect(await page.getByLabel("How is it really?").inputValue()).toBe("We have a contract since"); // this has not
});

test("a half-written request keeps its topic when one comes back to it", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("dms") });
  await page.goto("/dms/ask?lang=en");
  await page.locator("#subject").fill("The reminder");
  await page.locator("#topic").selectOption("usage");
  await page.goto("/dms/policy");
  await page.goBack();
  await page.locator("#subject").waitFor();
  expect([await page.locator("#subject").inputValue(), await page.locator("#topic").inputValue()]).toEqual(["The reminder", "usage"]);
});

test("words that somebody left half-written are not read by who signs in after them, with or without a sign-out", async () => {
  const { page, context } = await visitor(browser, base, { cookie: await session("dms") });
  const write = async (words: string): Promise<void> => {
    await page.goto("/dms/ask?lang=en");
    await page.locator("#text").fill(words);
  };
  const found = async (): Promise<string> => {
    await page.goto("/dms/ask?lang=en");
    return page.locator("#text").inputValue();
  };
  await write("Dr Moretti's own words");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/\/dms$/);
  expect(await found()).toBe("");
  await context.addCookies([{ ...(await session("dms")), url: base }]);
  expect(await found()).toBe("");
  await write("Dr Moretti's own words");
  const cookie = await session("dms");
  await context.clearCookies({ name: cookie.name }); // the session ends by itself
  expect(await found()).toBe("");
  await context.addCookies([{ ...cookie, url: base }]);
  expect(await found()).toBe("Dr Moretti's own words"); // and it is theirs again
  await context.addCookies([{ ...(await session("dms", "elena@bianchi-serra.example")), url: base }]);
  expect(await found()).toBe("");
  expect(await page.evaluate(() => Object.values(sessionStorage).join())).not.toContain("Moretti");
});

test("what was written before signing in is still there after it", async () => {
  const { page, context } = await visitor(browser, base);
  await page.goto("/dms/ask?lang=en");
  await page.locator("#text").fill("Written as a stranger");
  await context.addCookies([{ ...(await session("dms")), url: base }]);
  await page.goto("/dms/ask");
  expect(await page.locator("#text").inputValue()).toBe("Written as a stranger");
});
