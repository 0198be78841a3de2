// Closing in the console: solved only with what solved it; where the policy asks the customer first, the very question that they will read; in four languages, on a wide screen and on a phone.
import { expect, test } from "vitest";
import { caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { post } from "../mail/post.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "dms";
const KAREN = "karen@lakeside-dental.example";
const LOOK = process.env["TROTH_LOOK"];
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;

test("a ticket that nobody answered is asked about only with what solved it; the console shows that the customer is asked, and takes it back", { timeout: 240_000 }, async () => {
  await post(server.smtpPort, { from: `Karen Whitfield <${KAREN}>`, to: `help@${DESK}.example`, subject: "Toner", text: "Invoices come out grey." });
  const number = /\[([A-Z]+-\d+)\] Toner/.exec((await caughtMails(server, KAREN, 1)).find((m) => m.subject.includes("Toner"))?.subject ?? "")?.[1] ?? "";
  const { page, complaints } = await signIn(browser, url, DESK, "chiara.donati");
  const dialog = page.getByRole("dialog");
  const open = async (lang: string, width: number): Promise<void> => {
    await page.request.patch(`${url}/api/${DESK}/session`, { data: { language: lang }, headers: { "X-Troth": "1", Origin: url } });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${url}/${DESK}/console/tickets/${number}`);
    await page.locator("#ticket-subject").waitFor();
  };
  const look = async (name: string): Promise<void> => {
    expect(await overflow(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    if (LOOK !== undefined) await page.screenshot({ path: `${LOOK}/${name}.png`, fullPage: true });
  };
  const each = [
    ["fr", 390],
    ["it", 390],
    ["ro", 390],
    ["en", 1280],
  ] as const;
  for (const [lang, width] of each) {
    await open(lang, width);
    await page.keyboard.press("c");
    await dialog.locator("textarea").first().waitFor();
    await look(`close-${lang}`);
  }
  const go = dialog.getByRole("button", { name: "Ask the customer" });
  expect(await go.isDisabled()).toBe(true);
  await dialog.getByText("A case counts as solved only when the technician has given at least one solution.").waitFor();
  await dialog.getByLabel("Solution, if none of the answers is it").fill("The toner was empty: use cartridge B.");
  await dialog.getByText("Is this solved for you?").waitFor();
  await go.click();
  await page.getByText("The customer is asked whether it is solved.").waitFor();
  const asked = (await caughtMails(server, KAREN, 2)).find((m) => m.text.includes("YES, CLOSE IT"));
  expect(asked?.text).toContain("use cartridge B.");
  for (const [lang, width] of each) {
    await open(lang, width);
    const at = page.locator("#closing");
    if (await at.count()) await at.first().scrollIntoViewIfNeeded();
    await look(`asked-${lang}`);
  }
  await page.getByRole("button", { name: "Ask no more" }).click();
  await page.getByText("The customer is asked no more.").waitFor();
  await page.getByRole("button", { name: "Ask no more" }).waitFor({ state: "hidden" });
  expect(complaints).toEqual([]);
});
