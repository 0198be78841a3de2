// One's own case in the portal: read, answered, appealed, without scripts and on a phone, in four languages; nobody else finds it.
import { expect, test } from "vitest";
import { conductHouse, DAY } from "../conduct/conduct-house.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const [house, browser] = await Promise.all([conductHouse("taxdome"), openChromium()]);
const elena = await house.staff("Elena Dobre");
const radu = await house.staff("Radu Stan");
const vlad = await house.person("vlad@fiscal-expert.example");
const ioana = await house.person("ioana@fiscal-expert.example");

test("the person reads what is held against them and by when they can answer, answers, and appeals; their colleague does not find it", async () => {
  const { ticket } = await house.asks(vlad, "Nu merge importul", "Sunteți niște idioți.", "import");
  const messages = (await house.rows<{ id: string }>("taxdome", "select id from messages where ticket = $1", ticket.id)).map((m) => m.id);
  await house.does<"finding">({ kind: "finding", by: elena, ticket: ticket.id, findings: { incident: "offensive-language" }, report: { messages, statement: "A strigat la telefon." } });
  const [opened] = await house.rows<{ id: string }>("taxdome", "select id from conduct_cases");
  const path = `/taxdome/conduct/${opened!.id}`;
  const { page, complaints } = await visitor(browser, house.base, { width: 390, script: false, cookie: await house.session("taxdome", vlad.email) });

  const looked = async (name: string): Promise<void> => {
    const axed = await visitor(browser, house.base, { width: 390, cookie: await house.session("taxdome", vlad.email) });
    for (const [lang, width] of [
      ["en", 390],
      ["fr", 390],
      ["it", 1280],
      ["ro", 390],
    ] as const) {
      await axed.page.setViewportSize({ width, height: 900 });
      await axed.page.goto(`${path}?lang=${lang}`);
      await axed.page.locator("h1").waitFor();
      expect([name, lang, await overflow(axed.page)]).toEqual([name, lang, 0]);
      expect([name, lang, await barriers(axed.page)]).toEqual([name, lang, []]);
    }
    expect(axed.complaints).toEqual([]);
    await axed.context.close();
  };

  await page.goto("/taxdome/tickets?lang=en");
  await page.getByText("There is a case about how you wrote to us. You can answer until").waitFor();
  await page.getByRole("link", { name: "Read it and answer" }).click();
  await page.waitForURL(`**${path}*`);
  for (const said of ["Sunteți niște idioți.", "A strigat la telefon.", "may give a warning", "Nobody has decided yet."]) await page.getByText(said).first().waitFor();
  expect(await page.getByText("Elena").count()).toBe(0);
  await looked("heard");
  await page.getByRole("button", { name: "Answer" }).click();
  await page.locator("#text-fault, .fault, [role=alert]").first().waitFor();
  await page.getByLabel("Your side of it").fill("I was angry, and I am sorry.");
  await page.getByRole("button", { name: "Answer" }).click();
  await page.getByText("Your words are in the case.").waitFor();

  await house.does<"conduct-decided">({ kind: "conduct-decided", by: radu, ticket: ticket.id, of: opened!.id, clause: "conduct-restriction", reason: "Insults, twice." });
  await house.ring();
  await page.goto(`${path}?lang=en`);
  for (const said of ["Insults, twice.", "your requests are not taken on", "You can appeal until"]) await page.getByText(said).first().waitFor();
  await looked("decided");
  await page.getByLabel("Why the decision is wrong").fill("It was a colleague.");
  await page.getByRole("button", { name: "Appeal" }).click();
  await page.getByText("will decide about it by").first().waitFor();
  house.pass(DAY);
  expect((await house.page(ioana, `/conduct/${opened!.id}`)).status).toBe(404);
  expect((await house.page(null, `/conduct/${opened!.id}`)).headers.get("location")).toContain("/sign-in");
  expect((await house.page(ioana, `/conduct/${opened!.id}/words`, { text: "x" })).status).toBe(404);
  expect(complaints).toEqual([]);
});
