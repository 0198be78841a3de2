// The words of the desk's mails in the console: written, tried on a real mail, mended where a finding says so, kept, and come back to.
import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { dataFolder, startServer } from "../server/run-server.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "technical-support";
const [server, browser] = await Promise.all([startServer(await dataFolder(), {}), openBrowser()]);
const { url } = server;
const patient = { timeout: 45_000 };

async function confirmation(subject: string): Promise<string> {
  const client = createTransport({ host: "127.0.0.1", port: server.smtpPort, ignoreTLS: true });
  await client.sendMail({ from: "pat@northwind-rowing.example", to: `help@${DESK}.example`, subject, text: "Our page does not load." });
  client.close();
  const found = async (): Promise<string> => {
    const page = await (await fetch(`${url}/mailbox`)).text();
    const link = new RegExp(`href="([^"]+)"[^>]*>[^<]*${subject}`).exec(page)?.[1];
    return link ? await (await fetch(new URL(link, url))).text() : page.includes(subject) ? page : "";
  };
  await expect.poll(found, patient).toContain(subject);
  return found();
}

test("an admin words the confirmation; a finding says where; what is kept is what the next customer reads; and the program's words come back", async () => {
  expect(await confirmation("Before the words")).not.toContain("Ahoy");
  const { page, complaints } = await signIn(browser, url, DESK, "owen.fitch");
  await page.getByRole("link", { name: "Mail words" }).click();
  const body = page.getByLabel("Body");
  await body.waitFor();
  expect(await body.inputValue()).toContain("{promises}");
  await page.frameLocator("iframe.formatted").getByText("Your ticket number is").first().waitFor();
  await page.getByText("The last such mail that left, in these words").waitFor();
  const before = await body.inputValue();
  await body.fill(before.replace("{promises}", "We will hurry, {name}."));
  await page.getByText("{promises} is missing: the policy's own words must be in the mail.").waitFor();
  await page.getByText("There is no {name} in this mail").waitFor();
  expect(await page.getByRole("button", { name: "Keep these words" }).isDisabled()).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await body.fill(before.replace("{greeting}", "Ahoy {customer}!"));
  await page.frameLocator("iframe.formatted").getByText("Ahoy Pat").first().waitFor();
  await page.getByRole("button", { name: "Keep these words" }).click();
  await page.getByText("Your own words", { exact: true }).waitFor();
  expect(await confirmation("After the words")).toContain("Ahoy Pat");
  await page.getByRole("button", { name: "Back to the program’s words" }).click();
  await page.getByText("What it said before").waitFor();
  await page.getByText("The program’s words", { exact: true }).first().waitFor();
  expect(await confirmation("At last")).not.toContain("Ahoy");
  await page.getByRole("button", { name: "Take these words again" }).click();
  await page.getByText("Your own words", { exact: true }).first().waitFor();
  expect(complaints).toEqual([]);
});

test.each([
  ["fr", 1440, false],
  ["it", 390, false],
  ["ro", 1440, true],
  ["en", 390, true],
] as const)("the page in %s, %i wide, dark: %s, has no barrier and nothing that sticks out", async (lang, width, dark) => {
  const { page } = await signIn(browser, url, DESK, "owen.fitch", { lang, width, dark });
  await page.goto(`${url}/${DESK}/console/mail-words`);
  await page.locator("iframe.formatted").waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});
