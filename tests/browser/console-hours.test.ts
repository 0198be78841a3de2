// Closures and maintenance as a lead enters them: in the desk's own time, with the promises that fall into a closed day shown at once.
import { expect, test } from "vitest";
import { dataFolder, startServer } from "../server/run-server.ts";
import { barriers, openBrowser, signIn } from "./console-browser.ts";

const DESK = "technical-support";
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;

test("a closed day is entered, listed and taken back; maintenance is announced in the desk's time", { timeout: 150_000 }, async () => {
  const { page, complaints } = await signIn(browser, url, DESK, "owen.fitch");
  await page.goto(`${url}/${DESK}/console/hours`);
  await page.getByRole("heading", { name: "Hours and maintenance" }).waitFor();
  await page.getByLabel("First day").fill("2031-07-04");
  await page.getByLabel("Open from").fill("09:00-12:00, 14:00-16:00");
  await page.getByLabel("Why").fill("The office moves");
  await page.getByRole("button", { name: "Enter" }).click();
  await page.getByText("Entered. No running promise falls into these days.").waitFor();
  const line = page.locator("li", { hasText: "2031-07-04" });
  expect(await line.innerText()).toContain("09:00-12:00, 14:00-16:00");
  await page.getByLabel(/^From/).fill("2031-07-04T20:00");
  await page.getByLabel(/^Until/).fill("2031-07-04T22:30");
  await page.getByLabel("What happens").fill("The database moves");
  await page.getByRole("button", { name: "Announce" }).click();
  const window_ = page.locator("li", { hasText: "The database moves" });
  expect(await window_.innerText()).toMatch(/4 Jul 2031, 20:00 – 4 Jul 2031, 22:30/);
  expect(await barriers(page)).toEqual([]);
  await line.getByRole("button", { name: "Take back" }).click();
  await line.waitFor({ state: "detached" });
  await window_.getByRole("button", { name: "Call off" }).click();
  await window_.waitFor({ state: "detached" });
  await page.getByLabel("First day").fill("2031-07-04");
  await page.getByLabel("Open from").fill("noon");
  await page.getByLabel("Why").fill("x");
  await page.getByRole("button", { name: "Enter" }).click();
  await page.getByText(/an opening like 09:00-12:30/).waitFor();
  expect(complaints.filter((c) => !/status of 400/.test(c))).toEqual([]);
});
