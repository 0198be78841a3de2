// Who holds the policy's roles, on the page of the staff; and a case as it is read by who may decide it and by who may not. In four languages, on a wide screen and on a phone.
import { expect, test } from "vitest";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { sessionCookie, startSession } from "../../src/desk/sessions/sessions.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { ROLES_POLICY } from "../roles/roles-policy.ts";
import { openBrowser, visit } from "./console-browser.ts";
import { LANGUAGES, looker, ownDesk } from "./own-desk.ts";

const desk = await ownDesk("small", ROLES_POLICY);
const browser = await openBrowser();
const { faults, look } = looker();
/** How the sentence of who decides begins; the policy names it in French where it has no name in the language. */
const BOARD = { en: "^The management: Ida Rossi", fr: "^La direction\u00a0: Ida Rossi", it: "^La direction: Ida Rossi", ro: "^La direction: Ida Rossi" } as const;
const ada = await desk.staff("Ada Grant", "admin");
const lou = await desk.staff("Lou Marchand", "lead");
const ida = await desk.staff("Ida Rossi", "agent");
const lea = await desk.customer("Cabinet Payé", { subscription: "paid" }, { name: "Léa Payé", email: "lea@paid.example", language: "fr" });

test("an administrator reads which roles nobody holds and what happens meanwhile, gives one in the policy's words, and the page says who holds it", async () => {
  const { page, complaints } = await desk.console(browser, ada.cookie, "staff");
  const judge = page.locator("[data-role=judge]");
  await judge.getByText("Nobody yet").waitFor();
  await page.getByText("Leads stand in for a role that nobody holds. Give it to somebody").waitFor();
  for (const lang of LANGUAGES) {
    for (const width of [390, 1280]) {
      await desk.speak(page, ada.cookie, lang, width);
      await page.reload();
      await page.locator("[data-role=judge] .tag").waitFor();
      await look(page, `staff-unheld-${lang}-${width}`);
    }
  }
  await page.getByRole("button", { name: /Ida Rossi/ }).click();
  await page.getByRole("menuitem", { name: "Roluri" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: /mediatoarea/ }).waitFor();
  await look(page, "staff-give-ro-1280");
  await page.getByRole("button", { name: "Păstrează" }).waitFor();
  await dialog.getByRole("checkbox", { name: /mediatoarea/ }).check();
  for (const lang of ["fr", "en"]) {
    await desk.speak(page, ada.cookie, lang, 390);
    await page.reload();
    await page.getByRole("button", { name: /Ida Rossi/ }).click();
    await page.getByRole("menuitem").first().click();
    await page.getByRole("dialog").getByRole("checkbox").first().waitFor();
    await look(page, `staff-give-${lang}-390`);
  }
  await page
    .getByRole("dialog")
    .getByRole("checkbox", { name: /the ombudsperson/ })
    .check();
  await page.getByRole("button", { name: "Keep" }).click();
  await page.locator("[data-role=judge]").getByText("Ida Rossi").waitFor();
  await page.locator("li", { hasText: "ida.rossi@small.example" }).getByText("the ombudsperson").waitFor();
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the case says whose it is: the lead reads it and is offered nothing to decide, the holder decides, and the lead reads as what", async () => {
  const asked = await desk.call<{ number: string }>(lea.cookie, "POST", "/tickets", { subject: "Bonjour", text: "Vous êtes des incapables.", topic: "how-to" });
  const report = await desk.call<{ id: string }>(ada.cookie, "POST", `/tickets/${asked.number}/conduct`, { facts: { "conduct-report": "abuse" }, statement: "Shouted on the telephone." });
  await desk.call(lea.cookie, "POST", `/conduct/${report.id}/words`, { text: "Pardon." });
  const path = `conduct/${report.id}`;

  const lead = await desk.console(browser, lou.cookie, path);
  await lead.page.getByText("the ombudsperson: Ida Rossi").waitFor();
  await lead.page.getByText("This is not yours to decide").waitFor();
  expect(await lead.page.getByRole("button", { name: "Decide and tell them" }).count()).toBe(0);
  // who is not to decide it is not offered to name themselves either
  await lead.page
    .getByRole("combobox", { name: "Who decides" })
    .or(lead.page.getByRole("textbox", { name: "Who decides" }))
    .first()
    .click();
  await lead.page.getByRole("option", { name: "Ada Grant" }).waitFor();
  expect(await lead.page.getByRole("option", { name: "Lou Marchand" }).count()).toBe(0);
  await lead.page.keyboard.press("Escape");
  for (const lang of LANGUAGES) {
    for (const width of [390, 1280]) {
      await desk.speak(lead.page, lou.cookie, lang, width);
      await lead.page.reload();
      await lead.page.locator("dl.facts dd").first().waitFor();
      await look(lead.page, `case-not-yours-${lang}-${width}`);
    }
  }

  const holder = await desk.console(browser, ida.cookie, path);
  await holder.page.getByRole("radio", { name: "No measure" }).check();
  await holder.page.getByLabel("Reason").fill("Said in anger; spoken about.");
  await look(holder.page, "case-yours-en-1280");
  await holder.page.getByRole("button", { name: "Decide and tell them" }).click();
  await holder.page.getByText("Ida Rossi (the ombudsperson)").waitFor();
  await desk.speak(lead.page, lou.cookie, "it", 390);
  await lead.page.reload();
  await lead.page.getByText("Ida Rossi (la médiatrice)").waitFor();
  await look(lead.page, "case-decided-it-390");
  expect(faults).toEqual([]);
  expect([...lead.complaints, ...holder.complaints]).toEqual([]);
});

test("an appeal that nobody holds the role for is a lead's, and the decision says in whose place; who decided first is offered nothing", async () => {
  const max = await desk.customer("Cabinet Max", { subscription: "paid" }, { name: "Max Brun", email: "max@brun.example", language: "fr" });
  const asked = await desk.call<{ number: string }>(max.cookie, "POST", "/tickets", { subject: "Bonjour", text: "Vous êtes des incapables.", topic: "how-to" });
  const report = await desk.call<{ id: string }>(ada.cookie, "POST", `/tickets/${asked.number}/conduct`, { facts: { "conduct-report": "abuse" }, statement: "Shouted." });
  await desk.call(max.cookie, "POST", `/conduct/${report.id}/words`, { text: "Pardon." });
  await desk.call(ida.cookie, "PUT", `/conduct/${report.id}/decision`, { clause: "abuse", reason: "As heard." });
  await desk.call(max.cookie, "POST", `/conduct/${report.id}/words`, { text: "Je conteste." });
  const path = `conduct/${report.id}`;
  const first = await desk.console(browser, ida.cookie, path);
  await first.page.getByText("This is not yours to decide").waitFor();
  await desk.call(lou.cookie, "PATCH", "/session", { language: "fr" });
  const lead = await desk.console(browser, lou.cookie, path, { lang: "fr" });
  await lead.page.getByText("La direction : personne d’autre ; peuvent remplacer : Ada Grant, Lou Marchand").waitFor();
  await look(lead.page, "appeal-in-place-fr-1280");
  await lead.page.getByRole("radio").last().check();
  await lead.page.locator("form textarea").first().fill("Un collègue avait écrit.");
  await lead.page.locator("form button[type=submit]").first().click();
  await lead.page.getByText("Lou Marchand (a remplacé : la direction)").waitFor();
  await look(lead.page, "appeal-decided-fr-1280");
  expect(faults).toEqual([]);
});

test("who decides what became somebody else's meanwhile reads in their language that it is, and whose; nothing was decided", async () => {
  const { holds } = await desk.call<{ holds: string[] }>(ada.cookie, "PATCH", `/staff/${ida.id}`, { holds: [] });
  expect(holds).toEqual([]);
  const eve = await desk.customer("Cabinet Ève", { subscription: "paid" }, { name: "Ève Roy", email: "eve@roy.example", language: "fr" });
  const asked = await desk.call<{ number: string }>(eve.cookie, "POST", "/tickets", { subject: "Bonjour", text: "Vous êtes des incapables.", topic: "how-to" });
  const report = await desk.call<{ id: string }>(ada.cookie, "POST", `/tickets/${asked.number}/conduct`, { facts: { "conduct-report": "abuse" }, statement: "Shouted." });
  await desk.call(lou.cookie, "PATCH", "/session", { language: "fr" });
  const lead = await desk.console(browser, lou.cookie, `conduct/${report.id}`, { lang: "fr", width: 390 });
  await lead.page.getByRole("radio").first().check();
  await lead.page.locator("form textarea").first().fill("Dit sous le coup de la colère.");
  await desk.call(ada.cookie, "PATCH", `/staff/${ida.id}`, { holds: ["judge"] });
  await lead.page.locator("form button[type=submit]").first().click();
  await lead.page.getByRole("alert").getByText("Le règlement laisse cela à : la médiatrice (Ida Rossi). Demandez-leur").waitFor();
  await look(lead.page, "case-taken-meanwhile-fr-390");
  await lead.page.getByText("La médiatrice : Ida Rossi").waitFor();
  expect(await lead.page.locator("form textarea").count()).toBe(0);
  expect(faults).toEqual([]);
});

test("on a ticket a decision is offered to who holds its role, and others read whose it is; what somebody decided in place of nobody says so", async () => {
  const luc = await desk.customer("Cabinet Expiré", { subscription: "expired" }, { name: "Luc Expiré", email: "luc@expired.example", language: "fr" });
  const asks = async () => (await desk.call<{ number: string }>(luc.cookie, "POST", "/tickets", { subject: "Une exception", text: "Bonjour.", topic: "how-to" })).number;
  const first = await asks();
  await desk.call(lou.cookie, "PUT", `/tickets/${first}/rulings/an-exception`, { state: "granted", option: "help-once", reason: "Just this once." });
  await desk.call(ada.cookie, "PATCH", `/staff/${ida.id}`, { holds: ["judge", "board"] });
  const second = await asks();
  await desk.call(lou.cookie, "PATCH", "/session", { language: "en" });
  const lead = await desk.console(browser, lou.cookie, `tickets/${first}`);
  await lead.page.getByText("Granted by Lou Marchand (stood in for: the management): Just this once.").waitFor();
  for (const [lang, width] of [
    ["en", 1280],
    ["ro", 390],
    ["it", 1280],
    ["fr", 390],
  ] as const) {
    await desk.speak(lead.page, lou.cookie, lang, width);
    await lead.page.goto(`${desk.server.url}/small/console/tickets/${second}`);
    await lead.page.locator(`html[lang=${lang}]`).waitFor();
    if (width < 1000) await lead.page.getByRole("tab").nth(1).click();
    await lead.page.locator("#section-rulings").getByText(new RegExp(BOARD[lang])).waitFor();
    expect(await lead.page.locator("#section-rulings button").count()).toBe(0);
    await look(lead.page, `ruling-not-yours-${lang}-${width}`);
  }
  const holder = await desk.console(browser, ida.cookie, `tickets/${second}`);
  await holder.page.getByText("For you to decide").waitFor();
  await look(holder.page, "ruling-yours-en-1280");
  await holder.page.locator("#section-rulings").getByRole("button", { name: "Grant" }).click();
  await holder.page.locator("#section-rulings textarea").fill("They renew next week.");
  // A screen that is turned keeps what is half written, on both of its layouts.
  await holder.page.setViewportSize({ width: 390, height: 844 });
  await holder.page.getByRole("tab").nth(1).click();
  await expect.poll(() => holder.page.locator("#section-rulings textarea").inputValue()).toBe("They renew next week.");
  await holder.page.setViewportSize({ width: 1280, height: 900 });
  await expect.poll(() => holder.page.locator("#section-rulings textarea").isVisible()).toBe(true);
  expect(await holder.page.locator("#section-rulings textarea").inputValue()).toBe("They renew next week.");
  await holder.page.locator("#section-rulings").getByRole("button", { name: "Grant" }).click();
  await holder.page.getByText("Granted by Ida Rossi: They renew next week.").waitFor();
  expect(faults).toEqual([]);
  expect([...lead.complaints, ...holder.complaints]).toEqual([]);
});

test("a holder hands the case to a colleague who holds the role too, from the case, in four languages; then it stands with them and is not handed on by who gave it", async () => {
  const ben = await desk.staff("Ben Ford", "agent");
  for (const { id } of [ida, ben]) await desk.call(ada.cookie, "PATCH", `/staff/${id}`, { holds: ["judge"] });
  const jo = await desk.customer("Cabinet Jo", { subscription: "paid" }, { name: "Jo Blanc", email: "jo@blanc.example", language: "fr" });
  const asked = await desk.call<{ number: string }>(jo.cookie, "POST", "/tickets", { subject: "Bonjour", text: "Vous êtes des incapables.", topic: "how-to" });
  const report = await desk.call<{ id: string }>(ada.cookie, "POST", `/tickets/${asked.number}/conduct`, { facts: { "conduct-report": "abuse" }, statement: "Shouted." });
  const { page, complaints } = await desk.console(browser, ida.cookie, `conduct/${report.id}`);
  const labels = { en: "Hand it to a colleague", fr: "Confier à un collègue", it: "Affida a un collega", ro: "Dă-l unui coleg" };
  for (const lang of [...LANGUAGES].reverse()) {
    for (const width of [390, 1280]) {
      await desk.speak(page, ida.cookie, lang, width);
      await page.reload();
      await page.getByText(labels[lang]).first().waitFor();
      await page.mouse.wheel(0, 2_000);
      await page.getByText(labels[lang]).first().scrollIntoViewIfNeeded();
      await look(page, `case-hand-over-${lang}-${width}`);
    }
  }
  await page
    .getByRole("combobox", { name: labels.en })
    .or(page.getByRole("textbox", { name: labels.en }))
    .first()
    .click();
  await page.getByRole("option", { name: "Ben Ford" }).waitFor();
  for (const other of ["Ida Rossi", "Lou Marchand", "Ada Grant"]) expect(await page.getByRole("option", { name: other }).count()).toBe(0);
  await page.getByRole("option", { name: "Ben Ford" }).click();
  await page.getByText(labels.en).first().waitFor({ state: "detached" });
  const his = await desk.console(browser, ben.cookie, `conduct/${report.id}`);
  await his.page.getByText(labels.en).first().waitFor();
  await desk.call(ada.cookie, "PATCH", `/staff/${ben.id}`, { holds: [] });
  expect(faults).toEqual([]);
  expect([...complaints, ...his.complaints]).toEqual([]);
});

test("a role that a new version no longer has is shown as such beside who holds it, and can be taken from them", async () => {
  await openDesk(desk.database, "small", ROLES_POLICY.replace('version: "3"', 'version: "4"').replaceAll("judge", "referee"), "test");
  const { page, complaints } = await desk.console(browser, ada.cookie, "staff", { width: 390 });
  await desk.speak(page, ada.cookie, "en", 390);
  await page.reload();
  const row = page.locator("li", { hasText: "ida.rossi@small.example" });
  await row.getByText("judge (no longer in the policy)").waitFor();
  await look(page, "staff-gone-en-390");
  await page.getByRole("button", { name: /Ida Rossi/ }).click();
  await page.getByRole("menuitem", { name: "Roles" }).click();
  await page.getByRole("dialog").getByText("The policy no longer has this role.").waitFor();
  await look(page, "staff-give-gone-en-390");
  await page
    .getByRole("dialog")
    .getByRole("checkbox", { name: /^judge/ })
    .uncheck();
  await page.getByRole("button", { name: "Keep" }).click();
  await row.getByText("judge (no longer in the policy)").waitFor({ state: "detached" });
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});

test("where the policy names no roles, the page says how one comes to be", async () => {
  await openDesk(
    desk.database,
    "plain",
    SMALL_POLICY.replace("help@small", "help@plain")
      .replace("prefix: SM", "prefix: PL")
      .replace(/^roles:\n.*\n/m, ""),
    "test",
  );
  const id = await desk.database.asOwner((tx) =>
    keepStaff(tx, "plain", { name: "Pia Stone", email: "pia@plain.example", role: "admin", language: "en", trained: [], present: true, demo: false }, "x", Date.now()),
  );
  const { token } = await desk.database.asDesk("plain", (tx) => startSession(tx, "plain", "staff", id, Date.now()));
  const { page } = await visit(browser, `${desk.server.url}/plain/console/staff`, {}, [{ name: sessionCookie("staff", "plain"), value: token, url: desk.server.url }] as never);
  await page.getByText("The policy names no roles").waitFor();
  await look(page, "staff-no-roles-en-1280");
  expect(faults).toEqual([]);
});
