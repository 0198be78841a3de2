// The house's page of policy versions: activated on the command line beside the running server, announced by it, watched and withdrawn in the console.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dateIn } from "../../src/policy/index.ts";
import { folderWith, troth } from "../cli/run-troth.ts";
import { caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { taxdomeFrom } from "../versions/changed-policies.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const shots = process.env["TROTH_SHOTS"]; // where pictures are wanted
const here = await dataFolder();
const [server, browser] = await Promise.all([startServer(here), openBrowser()]);
const { url } = server;
const ahead = dateIn(Date.now() + 40 * 86_400_000, "Europe/Bucharest");

test("a version that is to come is activated, told to everybody once and shown with who was told; withdrawn, they are told that", { timeout: 240_000 }, async () => {
  const folder = await folderWith({ "policy.yaml": taxdomeFrom(ahead) });
  const done = await troth(["activate", join(folder, "policy.yaml")], { DATA_DIR: here });
  expect(done).toMatchObject({ code: 0, err: "" });
  expect(done.out).toContain(`Version 2 takes effect on ${ahead}, as that day begins (Europe/Bucharest).`);
  expect((await caughtMails(server, "grace@hartley-moss.example", 1)).at(-1)?.subject).toContain("What changes from");

  if (shots) mkdirSync(shots, { recursive: true });
  for (const [lang, title, width] of [
    ["fr", "Versions du règlement", 1280],
    ["it", "Versioni del regolamento", 390],
    ["ro", "Versiunile regulamentului", 1280],
    ["en", "Versions of the policy", 390],
  ] as const) {
    const { page, complaints } = await signIn(browser, url, "taxdome", "ioana.marin", { lang, width, dark: lang === "ro" });
    await page.goto(`${url}/taxdome/console/policy`);
    await page.getByRole("heading", { name: title }).waitFor();
    await page.locator('[data-version="2"] [data-verdict]').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    if (shots) await page.screenshot({ path: `${shots}/console-versions-${lang}.png`, fullPage: true });
    expect(complaints).toEqual([]);
  }
  const { page } = await signIn(browser, url, "taxdome", "ioana.marin", { lang: "en" });
  await page.goto(`${url}/taxdome/console/policy`);
  const coming = page.locator('[data-version="2"]');
  await coming.getByText("Mails that left").waitFor();
  expect(await coming.locator("[data-told=announced]").innerText()).toMatch(/Written to\s+9[\s\S]*Could not be delivered\s+0/);
  await coming.getByRole("button", { name: "Withdraw it" }).click();
  await page.getByText("9 people were told of it and get a mail that it does not come.", { exact: false }).waitFor();
  if (shots) await page.screenshot({ path: `${shots}/console-withdraw-en.png` });
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel("Why, for the desk").fill("The fee stays");
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
  await page.locator('[data-version="2"][data-state=withdrawn]').waitFor();
  const mails = await caughtMails(server, "grace@hartley-moss.example", 2);
  expect(mails.filter((m) => m.subject.includes("does not come"))).toHaveLength(1);
  expect(mails.filter((m) => m.subject.includes("What changes from"))).toHaveLength(1);
  expect(mails.find((m) => m.subject.includes("does not come"))?.text).not.toContain("The fee stays");
  expect((await troth(["withdraw", "taxdome", "2", "--why", "again"], { DATA_DIR: here })).err).toContain("only a version that is still to come can be withdrawn");
});
