// A request with two problems, split in the console: passages are given to their ticket, the mail is read before it leaves, and undone; in four languages, on a wide screen and on a phone.
import { expect, test } from "vitest";
import { caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { post } from "../mail/post.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "technical-support";
const PAT = "pat@northwind-rowing.example";
const LOOK = process.env["TROTH_LOOK"];
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;

test("two problems of one mail become two tickets after the customer's mail was read, and one again", async () => {
  await post(server.smtpPort, {
    from: `Pat Moreno <${PAT}>`,
    to: `help@${DESK}.example`,
    subject: "Two things",
    text: "The oars do not fit the boat any more.\n\nAnd our newsletter is not sent since Monday.",
  });
  const [first] = await caughtMails(server, PAT, 1);
  const number = /\[([A-Z]+-\d+)\]/.exec(first?.subject ?? "")?.[1] ?? "";
  const { page, complaints } = await signIn(browser, url, DESK, "owen.fitch");
  const dialog = page.getByRole("dialog");
  const open = async (lang: string, width: number): Promise<void> => {
    await page.request.patch(`${url}/api/${DESK}/session`, { data: { language: lang }, headers: { "X-Troth": "1", Origin: url } });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${url}/${DESK}/console/tickets/${number}`);
    await page.locator("#ticket-subject").waitFor();
    await page.locator(".ticket-actions .more").click();
    await page.getByRole("menuitem").last().click();
    await dialog.locator(".split-words li").first().waitFor();
  };
  const fill = async (): Promise<void> => {
    await dialog.locator(".split-part").nth(1).locator("input").first().fill("Newsletter");
    await dialog.locator(".split-to").nth(1).selectOption("1");
    await dialog.locator("blockquote").first().waitFor();
  };
  for (const [lang, width] of [
    ["fr", 390],
    ["it", 390],
    ["ro", 390],
    ["en", 1280],
  ] as const) {
    await open(lang, width);
    await fill();
    expect(await overflow(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    if (LOOK !== undefined) await page.screenshot({ path: `${LOOK}/split-${lang}.png`, fullPage: true });
  }
  await dialog.getByText("holds 2 different problems").waitFor();
  await dialog.getByRole("button", { name: "Split and tell them" }).click();
  await page.getByText(`Split: ${number} holds the rest.`).waitFor();
  const told = (await caughtMails(server, PAT, 2)).find((m) => m.text.includes("holds 2 different problems"));
  const part = new RegExp(`${number.split("-")[0]}-\\d+: Newsletter`).exec(told?.text ?? "")?.[0].split(":")[0] ?? "";
  await page
    .getByRole("link", { name: `${part} Newsletter` })
    .first()
    .click();
  await page.getByText(`One of several problems of ${number}`, { exact: false }).first().waitFor();
  await page.getByText("And our newsletter is not sent since Monday.").first().waitFor();
  await page.goto(`${url}/${DESK}/console/tickets/${number}`);
  await page.getByRole("button", { name: "Undo the split" }).click();
  await dialog.getByText("had been split, but it is about one problem").waitFor();
  await dialog.getByRole("button", { name: "Put together and tell them" }).click();
  await page.getByText(`${number} is one ticket again.`).waitFor();
  expect((await caughtMails(server, PAT, 3)).some((m) => m.text.includes("had been split"))).toBe(true);
  expect(complaints).toEqual([]);
});
