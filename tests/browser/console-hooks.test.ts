// Webhooks that come in, as an admin has them: made with the secret shown once, the example run as it stands, what came listed, paused, renewed, deleted and taken back; in four languages.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { HOURS_IN_FOUR } from "../paid/hours-in-four.ts";
import { openBrowser } from "./console-browser.ts";
import { LANGUAGES, looker, ownDesk } from "./own-desk.ts";

const desk = await ownDesk("hours", HOURS_IN_FOUR);
const browser = await openBrowser();
const { faults, look } = looker();
const run = async (script: string): Promise<string> => (await promisify(execFile)("sh", ["-c", script], { timeout: 30_000 })).stdout;

test("an admin makes a webhook, runs the example that the page shows, and sees what came and what became of it", { timeout: 300_000 }, async () => {
  const admin = await desk.staff("Ada Admin", "admin");
  await desk.customer('O\'Hara & Sons "Dental"', { plan: "plain" }, { name: "Max Plain", email: "max@plain.example" });
  const { page, complaints } = await desk.console(browser, admin.cookie, "webhooks", { width: 1280 });
  await page.getByRole("link", { name: "Heard from others" }).click();
  await page.getByRole("heading", { name: "No system tells anything yet" }).waitFor();
  await page.locator(".example").waitFor();
  await look(page, "hooks-in-none-en");
  for (const lang of LANGUAGES) {
    await desk.speak(page, admin.cookie, lang, 390);
    await page.reload();
    await page.locator(".example").waitFor();
    await look(page, `hooks-in-none-${lang}-390`);
  }
  await desk.speak(page, admin.cookie, "en", 1280);
  await page.reload();
  await page.getByLabel("Name of the system").fill("Licences");
  await page.getByText("Its messages have their own form").click();
  await page.getByRole("textbox", { name: "Its messages have their own form" }).fill("{ customer:");
  await page.getByText(/This is no JSON object/).waitFor();
  await page.getByRole("textbox", { name: "Its messages have their own form" }).fill("");
  await page.getByRole("button", { name: "Make the webhook" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/^whsec_/).waitFor();
  await look(page, "hooks-in-secret-en");
  const example = await dialog.locator(".example").innerText();
  expect(JSON.parse(await run(example))).toEqual({ changed: false, repeated: false });
  await page.keyboard.press("Escape");
  await page.locator("[data-call=unchanged]", { hasText: "O'Hara" }).waitFor();
  // The same with a fact, one that the policy does not know, and one whose body was changed after it was signed.
  const id = (n: number) => example.replaceAll("msg_$(date +%s)", `msg_${n}`);
  expect(JSON.parse(await run(id(1).replace('"facts":{}', '"facts":{"plan":"premium"}')))).toEqual({ changed: true, repeated: false });
  expect(await run(id(2).replace('"facts":{}', '"facts":{"plan":"golden"}'))).toContain("invalid-input");
  expect(await run(id(3).replace('-d "$body"', '-d "$body "'))).toContain("sign-in-needed");
  await page.locator("[data-call=changed]").waitFor();
  await page.locator("[data-call=refused]", { hasText: "plan" }).waitFor();
  await page.locator("[data-call=unsigned]").waitFor();
  await page.getByRole("button", { name: "New secret" }).click();
  await dialog.getByText(/^whsec_/).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText(/The elder secret holds as well until/).waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.locator("[data-hook=paused]").waitFor();
  expect(await run(id(4))).toContain('"paused"');
  await page.locator("[data-call=paused]").waitFor();
  await look(page, "hooks-in-wide-en");
  for (const lang of LANGUAGES) {
    await desk.speak(page, admin.cookie, lang, 390);
    await page.reload();
    await page.locator("[data-call=paused]").waitFor();
    await look(page, `hooks-in-390-${lang}`);
  }
  await desk.speak(page, admin.cookie, "en", 1280);
  await page.reload();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.locator("[data-hook=on]").waitFor();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByText("Licences is no longer heard.").waitFor();
  expect(await run(id(5))).toContain("not-found");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Licences is heard again, under the same address and secret.").waitFor();
  expect(JSON.parse(await run(id(6)))).toEqual({ changed: false, repeated: false });
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});
