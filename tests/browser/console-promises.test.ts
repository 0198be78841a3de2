// The pages of leads: the rota, and the promises kept; and passing a request over and taking it further.
import { expect, test } from "vitest";
import { dataFolder, startServer } from "../server/run-server.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "technical-support";
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;
const LEAD = "priya.raman";

test("a desk without a rota is told what one does; the first shift stands in its week, and the hours without anybody show", async () => {
  const { page, complaints } = await signIn(browser, url, DESK, LEAD);
  await page.goto(`${url}/${DESK}/console/rota`);
  await page.getByRole("heading", { name: "This desk keeps no rota yet" }).waitFor();
  await page.getByRole("button", { name: "Set a shift" }).click();
  await page.locator(".shift", { hasText: "09:00–17:00" }).first().waitFor();
  await page.getByRole("heading", { name: "Open, and nobody on duty" }).waitFor();
  await page.getByRole("button", { name: "Set a shift" }).click();
  await page
    .getByRole("alert")
    .getByText(/overlaps/)
    .waitFor();
  expect(await barriers(page)).toEqual([]);
  await page
    .getByRole("button", { name: /^Change the shift 09:00–17:00/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("To").fill("13:00");
  await dialog.getByRole("button", { name: "Keep the change" }).click();
  await page.locator(".shift", { hasText: "09:00–13:00" }).first().waitFor();
  expect(await page.locator(".shift", { hasText: "09:00–17:00" }).count()).toBe(0);
  await page
    .getByRole("button", { name: /Room for/ })
    .first()
    .click();
  await dialog.getByLabel("Open requests at once").fill("7");
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Keep" }).click();
  await page
    .getByRole("button", { name: /of 7 open/ })
    .first()
    .waitFor();
  await page
    .getByRole("button", { name: /^Take the shift/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "This desk keeps no rota yet" }).waitFor();
  expect(complaints.filter((c) => !/status of 400/.test(c))).toEqual([]);
});

test("the rota fits a telephone, in French, without scrolling sideways", async () => {
  const { page } = await signIn(browser, url, DESK, LEAD, { width: 390, height: 844, lang: "fr" });
  await page.goto(`${url}/${DESK}/console/rota`);
  await page.getByRole("heading", { name: "Tour de garde", level: 1 }).waitFor();
  await page.locator(".week").waitFor();
  expect(await overflow(page)).toBe(0);
});

test("the promises kept are shown by promise, week, expert and topic, with what they are counted of", async () => {
  const { page, complaints } = await signIn(browser, url, DESK, LEAD, { lang: "en" });
  await page.goto(`${url}/${DESK}/console/promises`);
  await page.getByRole("columnheader", { name: "Of those owed" }).waitFor();
  await page.getByRole("tab", { name: "By week" }).click();
  await page.getByRole("img", { name: /\d+ of \d+ kept/ }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("tab", { name: "By expert" }).click();
  await page.locator(".sums tbody tr").first().waitFor();
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save all as CSV" }).click();
  expect((await saved).suggestedFilename()).toBe(`promises-${DESK}.csv`);
  expect(complaints).toEqual([]);
});

test("that every customer was told what the clock says is shown as such, and taught, also on a telephone", async () => {
  const { page } = await signIn(browser, url, DESK, LEAD, { width: 390, height: 844, lang: "fr" });
  await page.goto(`${url}/${DESK}/console/promises`);
  await page.getByRole("link", { name: "Annoncé autrement" }).click();
  await page.getByRole("heading", { name: "Ce qui a été annoncé est ce que dit l’horloge" }).waitFor();
  expect(await overflow(page)).toBe(0);
  expect(await barriers(page)).toEqual([]);
});

test("a request is passed over with a reason, which stands in its history", async () => {
  const { page } = await signIn(browser, url, DESK, "owen.fitch", { lang: "en" });
  const made = await page.context().request.post(`${url}/api/${DESK}/tickets`, {
    data: { subject: "To be passed over", text: "…", channel: "phone", requester: { name: "Pat Moreno", email: "pat@northwind-rowing.example" } },
    headers: { "X-Troth": "1", Origin: url },
  });
  const { number } = (await made.json()) as { number: string };
  await page.context().request.put(`${url}/api/${DESK}/tickets/${number}/assignee`, { data: { to: null }, headers: { "X-Troth": "1", Origin: url } });
  await page.goto(`${url}/${DESK}/console/tickets/${number}`);
  await page.getByRole("button", { name: "Status" }).first().click();
  await page.getByRole("menuitem", { name: "Pass it over…" }).click();
  await page.getByRole("textbox").last().fill("I know the customer too well");
  await page.getByRole("button", { name: "Pass over, take the next" }).click();
  await expect
    .poll(async () => JSON.stringify(((await (await page.context().request.get(`${url}/api/${DESK}/tickets/${number}`)).json()) as { timeline: object[] }).timeline.at(-1)))
    .toContain("too well");
});
