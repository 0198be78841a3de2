// Steps for the customer: asked for in the console, ticked in the portal without scripts, followed in the console; in four languages, on a wide screen and on a phone.
import { expect, test } from "vitest";
import { caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { post } from "../mail/post.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "dms";
const KAREN = "karen@lakeside-dental.example";
const LOOK = process.env["TROTH_LOOK"];
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;

test("an agent asks by the policy's clause and in own words, the customer's page ticks, and the console shows how far they are", async () => {
  await post(server.smtpPort, { from: `Karen Whitfield <${KAREN}>`, to: `help@${DESK}.example`, subject: "Crash", text: "The appointment book closes by itself." });
  const [first] = await caughtMails(server, KAREN, 1);
  const number = /\[([A-Z]+-\d+)\]/.exec(first?.subject ?? "")?.[1] ?? "";
  const { page, complaints } = await signIn(browser, url, DESK, "chiara.donati");
  const dialog = page.getByRole("dialog");
  for (const [lang, width] of [
    ["fr", 390],
    ["it", 390],
    ["ro", 390],
    ["en", 1280],
  ] as const) {
    await page.request.patch(`${url}/api/${DESK}/session`, { data: { language: lang }, headers: { "X-Troth": "1", Origin: url } });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${url}/${DESK}/console/tickets/${number}`);
    await page.locator("#ticket-subject").waitFor();
    await page.locator(".ticket-actions .more").click();
    await page.getByRole("menuitem").nth(-3).click();
    await dialog.locator("textarea").first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    if (LOOK !== undefined) await page.screenshot({ path: `${LOOK}/ask-${lang}.png` });
  }
  await dialog.getByLabel("the error messages").check();
  await dialog.getByLabel("In your own words").fill("Restart the computer");
  await dialog.getByRole("button", { name: "Ask for it" }).click();
  await page.getByText("0 of 2 done").waitFor();
  expect((await caughtMails(server, KAREN, 2)).some((m) => m.text.includes("2. Restart the computer"))).toBe(true);
  await page.getByLabel("2. Restart the computer").click();
  await page.getByText("1 of 2 done").waitFor();
  expect(await barriers(page)).toEqual([]);
  if (LOOK !== undefined) await page.screenshot({ path: `${LOOK}/progress.png` });
  expect(complaints).toEqual([]);
});
