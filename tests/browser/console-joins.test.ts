// Two tickets of one office about the same thing: proposed to the agent, joined after reading what the authors will read, parted again; in four languages, on a wide screen and on a phone.
import { expect, test } from "vitest";
import { caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { post } from "../mail/post.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "technical-support";
const HELP = `help@${DESK}.example`;
const PAT = "pat@northwind-rowing.example";
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;

test("a second mail about the same is proposed, the dialog shows the mail that is sent, and undoing is told too", async () => {
  await post(server.smtpPort, { from: `Pat Moreno <${PAT}>`, to: HELP, subject: "Oars break", text: "Error OAR-7781 comes up whenever we row the boat." });
  const first = await caughtMails(server, PAT, 1);
  await post(server.smtpPort, { from: `Pat Moreno <${PAT}>`, to: HELP, subject: "Rowing again", text: "We still get OAR-7781 when we row the boat." });
  const numbers = (await caughtMails(server, PAT, 2)).map((m) => /\[([A-Z]+-\d+)\]/.exec(m.subject)?.[1] ?? "");
  const earlier = /\[([A-Z]+-\d+)\]/.exec(first[0]?.subject ?? "")?.[1] ?? "";
  const later = numbers.find((n) => n !== earlier) ?? "";
  const { page, complaints } = await signIn(browser, url, DESK, "owen.fitch");
  await page.goto(`${url}/${DESK}/console/tickets/${later}`);
  await page.getByText("Both have: ").waitFor();
  const dialog = page.getByRole("dialog");
  const look = async (lang: string, width: number): Promise<void> => {
    await page.request.patch(`${url}/api/${DESK}/session`, { data: { language: lang }, headers: { "X-Troth": "1", Origin: url } });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${url}/${DESK}/console/tickets/${later}`);
    await page.locator("#ticket-subject").waitFor();
    if (width < 1000) await page.getByRole("tab").nth(1).click();
    await page.locator("#section-joins .link-button").click();
    await dialog.locator("blockquote").first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
  };
  for (const lang of ["fr", "it", "ro", "en"]) await look(lang, 360);
  await look("en", 1280);
  await dialog.getByText(`${earlier} stands; ${later} becomes a part of it.`).waitFor();
  await dialog.getByText(`Your ticket ${later} and ticket ${earlier} are about the same problem, so we joined them.`).waitFor();
  await dialog.getByRole("button", { name: "Join and tell them" }).click();
  await page.waitForURL(`**/tickets/${earlier}`);
  await page.getByText(`Written to ${later}`).waitFor();
  expect((await caughtMails(server, PAT, 3)).some((m) => m.text.includes(`Your ticket ${later} and ticket ${earlier}`))).toBe(true);
  await page.goto(`${url}/${DESK}/console/tickets/${later}`);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await dialog.getByText("had been joined, but they are about different problems").waitFor();
  await dialog.getByRole("button", { name: "Undo and tell them" }).click();
  await page.getByRole("button", { name: `Join with ${earlier} …` }).waitFor();
  expect((await caughtMails(server, PAT, 4)).some((m) => m.text.includes("had been joined"))).toBe(true);
  expect(complaints.join("\n")).toBe("");
});
