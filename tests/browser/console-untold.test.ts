// A decision whose notice to the expert reached nobody says so, with the clause and the reason, where its clauses are read.
import { expect, test } from "vitest";
import { ROLES_POLICY } from "../roles/roles-policy.ts";
import { openBrowser } from "./console-browser.ts";
import { LANGUAGES, looker, ownDesk } from "./own-desk.ts";

const TOLD = ROLES_POLICY.replace('version: "3"', 'version: "9"').replace(
  /^notices:\n/m,
  `notices:
  - clause: expert-hears
    at: [message]
    notice: new-words
    to: expert
    audience: agent
    words: { fr: L’expert apprend chaque ajout., en: The expert hears of every addition. }
`,
);

const desk = await ownDesk("small", TOLD);
const browser = await openBrowser();
const { faults, look } = looker();
const ada = await desk.staff("Ada Grant", "admin");
const ida = await desk.staff("Ida Rossi", "agent");

test("a decision whose notice reached nobody says so beside its clauses, in four languages, on a wide screen and on a phone", async () => {
  const zoe = await desk.customer("Cabinet Zoé", { subscription: "paid" }, { name: "Zoé Brun", email: "zoe@brun.example", language: "fr" });
  const { number } = await desk.call<{ number: string }>(zoe.cookie, "POST", "/tickets", { subject: "Imprimer", text: "Bonjour.", topic: "how-to" });
  // The confirmation has left first: that it did is a decision of its own, and the newest is the one that stands open.
  const left = async (): Promise<boolean> => (await desk.call<{ decisions: { moment: string }[] }>(ada.cookie, "GET", `/tickets/${number}`)).decisions.some((d) => d.moment === "timer");
  for (const until = Date.now() + 20_000; !(await left()) && Date.now() < until; ) await new Promise((done) => setTimeout(done, 200));
  await desk.call(ada.cookie, "PUT", `/tickets/${number}/assignee`, { to: null });
  await desk.call(zoe.cookie, "POST", `/tickets/${number}/messages`, { text: "Encore une chose." });
  const { page, complaints } = await desk.console(browser, ida.cookie, `tickets/${number}`);
  const says = { en: "Nobody was told: nobody has it.", fr: "personne n’en est chargé", it: "nessuno ce l’ha", ro: "nu se ocupă nimeni de ea" };
  for (const lang of LANGUAGES) {
    for (const width of [1280, 390]) {
      await desk.speak(page, ida.cookie, lang, width);
      await page.reload();
      if (width === 390) await page.getByRole("tab").nth(1).click();
      const said = page.getByText(says[lang]).first();
      await said.waitFor();
      await said.scrollIntoViewIfNeeded();
      await look(page, `ticket-untold-${lang}-${width}`);
    }
  }
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});
