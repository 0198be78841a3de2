// The console as agents use it: a real server, real browsers, nothing pretended.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { dataFolder, startServer } from "../server/run-server.ts";
import { openBrowser, signIn, visit } from "./console-browser.ts";

const DESK = "technical-support";
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;

/** Opens a request as the desk's own program would, and says its number. */
async function newRequest(page: Page, subject: string, text = "It does not work since this morning."): Promise<string> {
  const answer = await page.context().request.post(`${url}/api/${DESK}/tickets`, {
    data: { subject, text, topic: "features", channel: "phone", requester: { name: "Pat Moreno", email: "pat@northwind-rowing.example" } },
    headers: { "X-Troth": "1", Origin: url },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { number: string }).number;
}

interface Kept {
  readonly status: string;
  readonly assignee: { name: string } | null;
  readonly messages: { kind: string; text: string; author: { name: string } }[];
}
async function kept(page: Page, number: string): Promise<Kept> {
  return (await (await page.context().request.get(`${url}/api/${DESK}/tickets/${number}`)).json()) as Kept;
}

const open = (page: Page, number: string) => page.goto(`${url}/${DESK}/console/tickets/${number}`).then(() => page.locator("#ticket-subject").waitFor());

test("a wrong password says what to do, and nothing is lost of what was typed", async () => {
  const { page } = await visit(browser, `${url}/${DESK}/console`);
  await page.locator("input[name=email]").fill("owen.fitch@technical-support.example");
  await page.locator("input[name=password]").fill("not the password");
  await page.keyboard.press("Enter");
  await page
    .getByRole("alert")
    .getByText(/ask an administrator of the desk/)
    .waitFor();
  expect(await page.locator("input[name=email]").inputValue()).toBe("owen.fitch@technical-support.example");
});

test("the queue stands in the policy's order, and each row says which clause put it there", async () => {
  const { page } = await signIn(browser, url, DESK, "priya.raman");
  const places = await page.locator(".q-place span[aria-hidden]").allInnerTexts();
  expect(places).toEqual(places.map((_, at) => String(at + 1)));
  expect(places.length).toBeGreaterThan(1);
  await page.keyboard.press("j");
  await page.keyboard.press("w");
  await page.locator("[data-position] .clause-number, .mantine-Popover-dropdown .clause-number").first().waitFor();
  expect(await page.locator(".mantine-Popover-dropdown .clause-number").first().innerText()).toMatch(/^§ \d+\.\d+$/);
});

test("by the keyboard alone: take the next, answer it, take the answer back, send it, and see it kept", async () => {
  const { page, complaints } = await signIn(browser, url, DESK, "owen.fitch");
  await page.keyboard.press("n");
  await page.locator("#ticket-subject").waitFor();
  const number = page.url().split("/").at(-1) ?? "";
  await page.getByText(`${number} is yours.`).waitFor();
  await page.keyboard.press("r");
  await page.keyboard.type("Here is how it goes, step by step.");
  await page.keyboard.press("Control+Enter");
  await page.getByText(/goes out in \d s/).waitFor();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  const field = page.getByRole("textbox", { name: /^Your answer to/ });
  await expect.poll(() => field.inputValue()).toBe("Here is how it goes, step by step.");
  expect((await kept(page, number)).messages.filter((each) => each.text.includes("step by step"))).toHaveLength(0);
  await field.press("Control+Enter");
  await page.locator('article[data-kind="answer"]:not([data-pending])').getByText("Here is how it goes, step by step.").waitFor();
  expect(await field.inputValue()).toBe("");
  const after = await kept(page, number);
  expect(after.assignee?.name).toBe("Owen Fitch");
  expect(after.messages.filter((each) => each.text.includes("step by step"))).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test("a note stays inside, marked as one; a draft outlives the page", async () => {
  const { page } = await signIn(browser, url, DESK, "owen.fitch");
  const number = await newRequest(page, "A form loses its colours");
  await open(page, number);
  await page.keyboard.press("i");
  await page.keyboard.type("Seen before with their");
  await page.reload();
  const field = page.getByRole("textbox", { name: /only staff read it/ });
  await expect.poll(() => field.inputValue()).toBe("Seen before with their");
  await field.press("End");
  await page.keyboard.type(" old theme.");
  await page.keyboard.press("Control+Enter");
  const note = page.locator('article[data-kind="note"]');
  await note.getByText("Seen before with their old theme.").waitFor();
  expect(await note.innerText()).toMatch(/only staff read it/);
  expect((await kept(page, number)).messages.at(-1)).toMatchObject({ kind: "note", text: "Seen before with their old theme." });
});

test("closing shows the words that the customer then receives", async () => {
  const { page } = await signIn(browser, url, DESK, "owen.fitch");
  const number = await newRequest(page, "How to add a column");
  await open(page, number);
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Pat Moreno will be told, by mail").waitFor();
  await dialog.getByRole("radio", { name: "Without a solution" }).check();
  const told = await dialog.locator("blockquote p").nth(1).innerText();
  expect(told).toContain(number);
  await dialog.getByRole("button", { name: "Close and tell the customer" }).click();
  await page.locator(".ticket-title").getByText("Closed without a solution").waitFor();
  await expect.poll(async () => (await (await page.context().request.get(`${url}/mailbox?desk=${DESK}`)).text()).includes(number), { timeout: 45_000 }).toBe(true);
});

test("two agents answer at once: the second sees the first's words before sending, and both are kept", { timeout: 150_000 }, async () => {
  const ana = await signIn(browser, url, DESK, "owen.fitch");
  const bea = await signIn(browser, url, DESK, "jonas.beck");
  const number = await newRequest(ana.page, "Two of us at once");
  await Promise.all([open(ana.page, number), open(bea.page, number)]);
  await ana.page.keyboard.press("r");
  await ana.page.getByRole("textbox", { name: /^Your answer to/ }).waitFor();
  await ana.page.keyboard.type("First of the two.");
  await bea.page.getByText("Owen Fitch is writing").waitFor();
  await bea.page.keyboard.press("r");
  await bea.page.getByRole("textbox", { name: /^Your answer to/ }).waitFor();
  await bea.page.keyboard.type("Second of the two.");
  await ana.page.keyboard.press("Control+Enter");
  await ana.page.locator('article[data-kind="answer"]:not([data-pending])').getByText("First of the two.").waitFor();
  const alert = bea.page.getByRole("alert").filter({ hasText: "It changed while you wrote" });
  await alert.getByText("Owen Fitch answered: “First of the two.”").waitFor();
  const field = bea.page.getByRole("textbox", { name: /^Your answer to/ });
  expect(await field.inputValue()).toBe("Second of the two.");
  await alert.getByRole("button", { name: "Send mine as it is" }).click();
  await bea.page.locator('article[data-kind="answer"]:not([data-pending])').getByText("Second of the two.").waitFor();
  const texts = (await kept(bea.page, number)).messages.filter((each) => each.kind === "answer").map((each) => each.text);
  expect(texts).toEqual(["First of the two.", "Second of the two."]);
});

test("an answer overtaken in its five seconds does not go; the words come back with what overtook them", { timeout: 150_000 }, async () => {
  const ana = await signIn(browser, url, DESK, "owen.fitch");
  const number = await newRequest(ana.page, "Overtaken on the way");
  await open(ana.page, number);
  await ana.page.keyboard.press("r");
  await ana.page.getByRole("textbox", { name: /^Your answer to/ }).waitFor();
  await ana.page.keyboard.type("Too late by a second.");
  await ana.page.keyboard.press("Control+Enter");
  await ana.page.getByText(/goes out in \d s/).waitFor();
  const lead = await signIn(browser, url, DESK, "priya.raman");
  const said = await lead.context.request.post(`${url}/api/${DESK}/tickets/${number}/answers`, { data: { text: "I have it already." }, headers: { "X-Troth": "1", Origin: url } });
  expect(said.status()).toBe(201);
  await ana.page.getByRole("alert").getByText("Priya Raman answered: “I have it already.”").waitFor();
  expect(await ana.page.getByRole("textbox", { name: /^Your answer to/ }).inputValue()).toBe("Too late by a second.");
  expect((await kept(ana.page, number)).messages.map((each) => each.text)).not.toContain("Too late by a second.");
});

test("a new request appears in the queue by itself", async () => {
  const watcher = await signIn(browser, url, DESK, "camille.perrin", { lang: "fr" });
  const caller = await signIn(browser, url, DESK, "owen.fitch");
  const number = await newRequest(caller.page, "Arrives while somebody watches");
  await watcher.page.getByText("Arrives while somebody watches").first().waitFor();
  await watcher.page.getByText("Une nouvelle demande est arrivée.").waitFor({ state: "attached" });
  expect(number).toMatch(/^TS-\d+$/);
});

test("a call is logged with the policy's word beside it, and the promise runs on the ticket", async () => {
  const { page } = await signIn(browser, url, DESK, "owen.fitch");
  await page.keyboard.press("p");
  await page.getByRole("textbox", { name: "Who is calling?" }).fill("Moreno");
  await page.getByRole("option", { name: /Pat Moreno/ }).click();
  await page
    .getByRole("combobox", { name: "What is it about?" })
    .or(page.getByRole("textbox", { name: "What is it about?" }))
    .first()
    .click();
  await page.getByRole("option", { name: "How a feature works" }).click();
  const says = page.getByRole("complementary", { name: "What the policy says" });
  await says.getByText("Promised from now").waitFor();
  const clause = await says.locator(".clause-number").first().innerText();
  await page.getByRole("textbox", { name: "In one line" }).fill("Exporting the list of members");
  await page.getByRole("textbox", { name: "What do they say?" }).fill("Pat would like the members as a spreadsheet.");
  await page.getByRole("button", { name: "Open the request" }).click();
  await page.locator("#ticket-subject").getByText("Exporting the list of members").waitFor();
  expect(await page.locator(".promise .clause-chip").first().innerText()).toBe(clause);
});

test("what an agent finds is a fact: it is recorded and shown as found", async () => {
  const { page } = await signIn(browser, url, DESK, "owen.fitch");
  const number = await newRequest(page, "A finding to record");
  await open(page, number);
  const found = page.locator("#section-findings");
  await found.locator("input:not([type=hidden])").first().click();
  await page.getByRole("option").first().click();
  await found.getByRole("button", { name: "Record" }).click();
  await page.getByText("Recorded. The policy has decided anew.").waitFor();
  await expect.poll(async () => Object.keys(((await kept(page, number)) as unknown as { findings: object }).findings).length).toBe(1);
});

test("a ticket that is not there, and a desk that is not there, say so", async () => {
  const { page } = await signIn(browser, url, DESK, "owen.fitch");
  await page.goto(`${url}/${DESK}/console/tickets/TS-999999`);
  await page.getByText("There is no ticket TS-999999 here.").waitFor();
  const stranger = await visit(browser, `${url}/no-such-desk/console`);
  await stranger.page.getByText("There is no desk at this address.").waitFor();
});
