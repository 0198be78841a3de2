// Following a ticket in the portal, in a real browser: signing in by mail, answering, closing, contesting, and who sees what.
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { portalHouse } from "../portal/portal-house.ts";
import { openChromium, visitor } from "./portal-visitor.ts";

const { base, session, mailsTo, pass } = await portalHouse("dms", "orthocab");
const browser = await openChromium();
const folder = await mkdtemp(join(tmpdir(), "troth-files-"));
const linkIn = (text: string): string => /http\S+\/sign-in\/\S+/.exec(text)?.[0] ?? "";
const open = async (page: Page, subject: string): Promise<void> => page.getByRole("link", { name: subject }).click();

test("the link in the mail signs in once, to the page that was wanted; the second time it says so", async () => {
  const { page } = await visitor(browser, base);
  await page.goto("/dms/tickets?lang=en");
  expect(page.url()).toContain("/dms/sign-in?next=tickets");
  await page.getByLabel("Mail address").fill("karen@lakeside-dental.example");
  await page.getByRole("button", { name: "Send me the link" }).click();
  await page.getByRole("heading", { name: "Look in your mailbox" }).waitFor();
  const mail = (await mailsTo("karen@lakeside-dental.example")).at(-1);
  const link = linkIn(mail?.text ?? "");
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in as Karen Whitfield" }).click();
  await page.getByRole("heading", { name: "Your tickets" }).waitFor();
  expect(await page.locator(".row").innerText()).toContain("Invoices print without the practice address");
  const other = await visitor(browser, base, { lang: "en" });
  await other.page.goto(link);
  expect(await other.page.getByRole("status").innerText()).toBe("This link has been used or has expired. Ask for a new one.");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto("/dms/tickets");
  expect(page.url()).toContain("/dms/sign-in");
});

test("a link that waited too long is worth nothing", async () => {
  const { page } = await visitor(browser, base);
  await page.goto("/dms/sign-in?lang=en");
  await page.getByLabel("Mail address").fill("antonio@studio-greco.example");
  await page.getByRole("button", { name: "Send me the link" }).click();
  const link = linkIn((await mailsTo("antonio@studio-greco.example")).at(-1)?.text ?? "");
  pass(31 * 60_000);
  await page.goto(link);
  expect(await page.getByRole("status").innerText()).toContain("has expired");
});

test("one reads the thread, answers with a file, and finds it there; what was written comes back as it was", async () => {
  const { page, complaints } = await visitor(browser, base, { cookie: await session("dms", "stefano@ambulatorio-rinaldi.example") });
  await page.goto("/dms/tickets?lang=en");
  await open(page, "Errore sugli indici all’avvio");
  expect(await page.locator(".message").count()).toBe(3);
  expect(await page.locator(".message.ours header").innerText()).toContain("Marco Bellandi");
  const file = join(folder, "schermata è.txt");
  await writeFile(file, "VISITE");
  await page.getByLabel("Your answer").fill("See https://example.org/a?b=c&d.\n  <b>two</b> lines");
  await page.locator("#files").setInputFiles(file);
  await page.getByRole("button", { name: "Send the answer" }).click();
  expect(await page.getByRole("status").innerText()).toBe("Your answer has been added.");
  const mine = page.locator(".message").last();
  expect(await mine.locator(".text").innerText()).toBe("See https://example.org/a?b=c&d.\n  <b>two</b> lines");
  expect(await mine.getByRole("link", { name: "https://example.org" }).getAttribute("href")).toBe("https://example.org/a?b=c&d");
  expect(await page.getByLabel("Your answer").inputValue()).toBe("");
  const [download] = await Promise.all([page.waitForEvent("download"), mine.getByRole("link", { name: /^Download schermata è\.txt/ }).click()]);
  expect(download.suggestedFilename()).toBe("schermata è.txt");
  expect(await readFile(await download.path(), "utf8")).toBe("VISITE");
  expect(complaints).toEqual([]);
});

test("an answer without words or file asks for one", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("dms") });
  await page.goto("/dms/tickets?lang=en");
  await open(page, "L’agenda non mostra");
  await page.getByRole("button", { name: "Send the answer" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("Your answer: Please fill this in.");
  await page.getByRole("link", { name: "Italiano" }).click(); // the language can be changed here too
  expect(await page.locator("h1").innerText()).toContain("L’agenda non mostra");
});

test("one closes what is solved, and an answer opens it again", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("orthocab"), script: false });
  await page.goto("/orthocab/tickets?lang=en");
  await open(page, "Page blanche");
  await page.getByText("Close: it is solved").first().click();
  await page.getByRole("button", { name: "Close: it is solved" }).click();
  expect(await page.getByRole("status").innerText()).toBe("This ticket is closed.");
  expect(await page.locator(".meta .state").innerText()).toBe("Closed");
  expect(await page.locator("form#answer .note").innerText()).toContain("Answer here, and we go on with it");
  await page.getByLabel("Your answer").fill("It came back this morning.");
  await page.getByRole("button", { name: "Send the answer" }).click();
  await page.getByText("Your answer has been added.").waitFor();
  expect(await page.locator(".meta .state").innerText()).toBe("Open");
});

test("every promise and every decision stands there with its clause, and the clause leads to its place in the policy", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("orthocab", "contact@customer-orthocab.example") });
  await page.goto("/orthocab/tickets?lang=en");
  await open(page, "Exercices de la dernière mise à jour");
  const promise = page.locator(".promise").first();
  expect(await promise.innerText()).toMatch(/First answer\s+Running\s+Due \w+ \d+ \w+ \d{4}, \d{2}:\d{2} \(Paris time\)[\s\S]*§ 7\.2/);
  await page.locator("#decisions details").first().click();
  expect(await page.locator("#decisions details").first().innerText()).toContain("This rests on");
  await promise.locator(".clause-number").click();
  await page.waitForURL(/\/orthocab\/policy\?lang=en&of=1#/);
  expect(await page.locator(".clause-place:target").innerText()).toMatch(/^§\s7\.2 /);
});

test("who contests a decision sees at once what changed by it", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("dms", "davide.conti@customer-dms.example") });
  await page.goto("/dms/tickets?lang=en");
  await open(page, "La posta di Outlook non parte");
  expect(await page.locator(".meta .state").innerText()).toBe("Not taken on");
  await page.locator("#contest").getByLabel("What is it about?").selectOption({ label: "Using the program" });
  await page.getByLabel("How is it really?").fill("It is the reminder that DMS itself sends.");
  await page.getByRole("button", { name: "Send to a person" }).click();
  const told = await page.getByRole("status").innerText();
  expect(told).toContain("A person will look at it.");
  expect(told).toMatch(/Applied until now\s+§ 2\.1[\s\S]*Applies now\s+§ 2\.\d/);
  expect(await page.locator(".meta .state").innerText()).toBe("Open");
  expect(await page.locator(".message").last().innerText()).toContain("the reminder that DMS itself sends");
});

test("an office sees the tickets of all its people, a limited person only theirs, and nobody another office's", async () => {
  const subjects = async (email: string): Promise<readonly string[]> => {
    const { page } = await visitor(browser, base, { cookie: await session("dms", email) });
    await page.goto("/dms/tickets?lang=en");
    return page.locator(".row .subject").allInnerTexts();
  };
  const office = await subjects("contact@customer-dms.example");
  expect(office).toEqual(expect.arrayContaining(["L’agenda non mostra gli appuntamenti di ieri", "La posta di Outlook non parte"]));
  expect(office).not.toContain("Errore sugli indici all’avvio");
  expect(await subjects("davide.conti@customer-dms.example")).toEqual(["La posta di Outlook non parte"]);
});

test("one finds a ticket by a word in it, and only one's own", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("dms") });
  await page.goto("/dms/tickets?lang=en");
  await page.getByRole("searchbox").fill("appuntamenti");
  await page.keyboard.press("Enter");
  await page.getByText("1 result").waitFor();
  expect(await page.locator(".row .subject").allInnerTexts()).toEqual(["L’agenda non mostra gli appuntamenti di ieri"]);
  await page.getByRole("searchbox").fill("indici");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing found").waitFor();
  expect(await page.locator(".row").count()).toBe(0);
});

test("changing the language keeps the page, its filter and its words", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("dms") });
  await page.goto("/dms/tickets?state=closed&lang=en");
  await page.getByRole("link", { name: "Română" }).click();
  expect(page.url()).toContain("state=closed");
  expect(await page.locator("html").getAttribute("lang")).toBe("ro");
  expect(await page.locator(".tabs [aria-current]").innerText()).toBe("Închise");
  await page.goto("/dms/tickets?q=appuntamenti");
  await page.getByRole("link", { name: "Français" }).click();
  expect(await page.getByRole("searchbox").inputValue()).toBe("appuntamenti");
});

test("an answer written while the session ended is kept, with its file, until one is signed in again", async () => {
  const cookie = await session("dms");
  const { page, context } = await visitor(browser, base, { cookie, script: false });
  await page.goto("/dms/tickets?lang=en");
  await open(page, "L’agenda non mostra");
  await context.clearCookies({ name: cookie.name });
  const file = join(folder, "agenda.txt");
  await writeFile(file, "agenda");
  await page.getByLabel("Your answer").fill("A long answer that I do not want to write twice.");
  await page.locator("#files").setInputFiles(file);
  await page.getByRole("button", { name: "Send the answer" }).click();
  expect(await page.getByRole("alert").innerText()).toContain("Your session has ended.");
  expect(await page.getByLabel("Your answer").inputValue()).toBe("A long answer that I do not want to write twice.");
  await context.addCookies([{ ...(await session("dms")), url: base }]);
  await page.getByRole("button", { name: "Send the answer" }).click();
  expect(await page.getByRole("status").innerText()).toBe("Your answer has been added.");
  expect(await page.locator(".message").last().innerText()).toMatch(/A long answer[\s\S]*agenda\.txt/);
});

test("contesting on a closed ticket opens it again as well", async () => {
  const { page } = await visitor(browser, base, { cookie: await session("orthocab") });
  await page.goto("/orthocab/tickets?lang=en");
  await open(page, "Exercices de la dernière mise à jour");
  await page.getByText("Close: it is solved").first().click();
  await page.getByRole("button", { name: "Close: it is solved" }).click();
  await page.getByText("This ticket is closed.").first().waitFor();
  await page.getByLabel("How is it really?").fill("Nothing is solved.");
  await page.getByRole("button", { name: "Send to a person" }).click();
  await page.getByText("A person will look at it.").waitFor();
  expect(await page.locator(".meta .state").innerText()).toBe("Open");
});
