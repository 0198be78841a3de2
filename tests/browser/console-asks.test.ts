// An answer that needs the customer's to go on: said where it is written, told in the mail, kept on the timeline.
import { expect, test } from "vitest";
import { dataFolder, startServer } from "../server/run-server.ts";
import { barriers, openBrowser, signIn } from "./console-browser.ts";

const DESK = "technical-support";
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;

test("the expert ticks that the answer is needed; the ticket says so, and the tick does not stay for the next answer", { timeout: 150_000 }, async () => {
  const { page, complaints } = await signIn(browser, url, DESK, "priya.raman");
  const made = await page.context().request.post(`${url}/api/${DESK}/tickets`, {
    data: { subject: "It stops", text: "It stops after a while.", topic: "features", channel: "phone", requester: { name: "Pat Moreno", email: "pat@northwind-rowing.example" } },
    headers: { "X-Troth": "1", Origin: url },
  });
  const { number } = (await made.json()) as { number: string };
  await page.goto(`${url}/${DESK}/console/tickets/${number}`);
  const tick = page.getByLabel("We need their answer to go on");
  await tick.check();
  expect(await barriers(page)).toEqual([]);
  await page.locator(".composer-field").fill("Which version do you use?");
  await page.locator(".composer-field").press("Control+Enter");
  const answered = async (): Promise<{ kind: string; detail: Record<string, unknown> }[]> =>
    ((await (await page.context().request.get(`${url}/api/${DESK}/tickets/${number}`)).json()) as { timeline: { kind: string; detail: Record<string, unknown> }[] }).timeline.filter(
      (e) => e.kind === "answer",
    );
  await expect.poll(answered, { timeout: 20_000 }).toMatchObject([{ detail: { asks: true } }]);
  expect(await tick.isChecked()).toBe(false);
  expect(complaints).toEqual([]);
});
