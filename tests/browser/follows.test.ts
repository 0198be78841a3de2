// A request that follows one closed for good, and that one, in the console and in the portal: each names the other, in four languages, on a wide screen and on a phone.
import { expect, test } from "vitest";
import { HOURS_IN_FOUR } from "../paid/hours-in-four.ts";
import { openBrowser } from "./console-browser.ts";
import { LANGUAGES, looker, ownDesk } from "./own-desk.ts";
import { visitor } from "./portal-visitor.ts";

const POLICY = HOURS_IN_FOUR.replace(
  "closure:\n",
  `closure:
  - clause: later-words-begin-anew
    at: [message]
    when: { outcome: [solved, unresolved], closed-for: { from: 0 minutes } }
    closure: new-ticket
    words: { en: "What you write after the end is a new request.", fr: "Ce que vous écrivez après la fin est une nouvelle demande.", it: "Ciò che scrivete dopo la fine è una nuova richiesta.", ro: "Ce scrieți după încheiere este o solicitare nouă." }
`,
);
const desk = await ownDesk("hours", POLICY);
const browser = await openBrowser();
const { faults, look } = looker();

test("both lines lead from one to the other", { timeout: 300_000 }, async () => {
  const lead = await desk.staff("Lea Lead", "lead");
  const pat = await desk.customer("Premium Practice", { plan: "premium" }, { name: "Pat Premium", email: "pat@premium.example" });
  const { number } = await desk.call<{ number: string }>(pat.cookie, "POST", "/tickets", {
    subject: "The appointment book of the second practice does not print",
    text: "Nothing comes out of the printer.",
  });
  await desk.call(lead.cookie, "POST", `/tickets/${number}/answers`, { text: "Please install the new driver." });
  await desk.call(lead.cookie, "PUT", `/tickets/${number}/closure`, { outcome: "solved" });
  const { number: next } = await desk.call<{ number: string }>(pat.cookie, "POST", `/tickets/${number}/messages`, { text: "It stopped again today." });
  expect(next).not.toBe(number);
  const console_ = await desk.console(browser, lead.cookie, `tickets/${next}`, { width: 1280 });
  const portal = await visitor(browser, desk.server.url, { cookie: pat.cookie });
  for (const width of [1280, 390])
    for (const lang of LANGUAGES) {
      await desk.speak(console_.page, lead.cookie, lang, width);
      await portal.page.setViewportSize({ width, height: 900 });
      for (const [here, there] of [
        [next, number],
        [number, next],
      ] as const) {
        await console_.page.goto(`${desk.server.url}/hours/console/tickets/${here}`);
        await console_.page.locator("#ticket-subject").waitFor();
        if (width < 1000) await console_.page.getByRole("tab").nth(1).click();
        const line = console_.page.locator("#section-joins").getByRole("link", { name: there });
        await line.waitFor();
        await line.scrollIntoViewIfNeeded();
        await look(console_.page, `follows-console-${here === next ? "next" : "first"}-${lang}-${width}`);
        await portal.page.goto(`${desk.server.url}/hours/tickets/${here}?lang=${lang}`);
        await portal.page.locator(".note").getByRole("link", { name: there }).waitFor();
        await look(portal.page, `follows-portal-${here === next ? "next" : "first"}-${lang}-${width}`);
      }
    }
  expect(faults).toEqual([]);
  expect([console_.complaints, portal.complaints]).toEqual([[], []]);
});
