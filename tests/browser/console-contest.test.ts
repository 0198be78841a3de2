// A customer's answer that may contest a fact, as staff see it: the hint and the button beside it, in four languages, on a wide screen and on a phone; one press makes it a contest.
import { expect, test } from "vitest";
import { caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { post } from "../mail/post.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "dms";
const KAREN = "karen@lakeside-dental.example";
const LOOK = process.env["TROTH_LOOK"];
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;

test("the hint names the fact in the reader's language, and one press makes it a contest", { timeout: 240_000 }, async () => {
  const [from, to] = [`Karen Whitfield <${KAREN}>`, `help@${DESK}.example`];
  await post(server.smtpPort, { from, to, subject: "Blue screen", text: "Windows does not start, blue screen." });
  const refusal = (await caughtMails(server, KAREN, 1))[0];
  expect(refusal?.text).toContain("1. Topic: Operating system");
  const number = /\[([A-Z]+-\d+)\]/.exec(refusal?.subject ?? "")?.[1] ?? "";
  await post(server.smtpPort, { from, to, subject: `Re: ${refusal?.subject}`, text: "1 is wrong: it is DMS that shows an error, Windows itself is fine." });
  await caughtMails(server, KAREN, 2); // nobody can tell whose it is: a code goes out, and it is a hint meanwhile
  const { page, complaints } = await signIn(browser, url, DESK, "chiara.donati");
  for (const [lang, width, hint] of [
    ["fr", 390, "Conteste peut-être"],
    ["it", 390, "Forse contesta: Argomento"],
    ["ro", 390, "Poate contestă"],
    ["en", 1280, "May contest: Topic"],
  ] as const) {
    await page.request.patch(`${url}/api/${DESK}/session`, { data: { language: lang }, headers: { "X-Troth": "1", Origin: url } });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${url}/${DESK}/console/tickets/${number}`);
    await page.getByText(hint).waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    if (LOOK !== undefined) await page.screenshot({ path: `${LOOK}/contest-${lang}.png` });
  }
  await page.getByRole("button", { name: "Take it as a contest" }).click();
  await page.getByText("It is a contest now").waitFor();
  await page.getByText("May contest: Topic").waitFor({ state: "hidden" });
  expect(complaints).toEqual([]);
});

test("a refusal shows the exceptions that were tried beside its clause, in each language", { timeout: 240_000 }, async () => {
  await post(server.smtpPort, { from: "Sophie <contact@customer-orthocab.example>", to: "help@orthocab.example", subject: "Visio", text: "Bonjour, nous n’entendons personne dans Zoom." });
  const mail = (await caughtMails(server, "contact@customer-orthocab.example", 1))[0];
  const number = /\[([A-Z]+-\d+)\]/.exec(mail?.subject ?? "")?.[1] ?? "";
  const { page, complaints } = await signIn(browser, url, "orthocab", "mehdi.ouazzani");
  for (const [lang, width, title] of [
    ["fr", 390, "Les exceptions que nous avons examinées"],
    ["it", 390, "Le eccezioni che abbiamo esaminato"],
    ["ro", 390, "Excepțiile pe care le-am examinat"],
    ["en", 1280, "Exceptions that we looked at"],
  ] as const) {
    await page.request.patch(`${url}/api/orthocab/session`, { data: { language: lang }, headers: { "X-Troth": "1", Origin: url } });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${url}/orthocab/console/tickets/${number}`);
    await page.getByText(title).first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    if (LOOK !== undefined) await page.screenshot({ path: `${LOOK}/console-tried-${lang}.png` });
  }
  expect(complaints).toEqual([]);
});
