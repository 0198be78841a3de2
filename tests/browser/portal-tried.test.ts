// The exceptions that were tried before something was refused, on a telephone in each language: in the portal before and after sending, and in the console.
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { portalHouse } from "../portal/portal-house.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const LOOK = process.env["TROTH_LOOK"];
const { base, house, session, rows } = await portalHouse("orthocab");
const browser = await openChromium();
const TITLES = { fr: "Les exceptions que nous avons examinées", en: "Exceptions that we looked at", it: "Le eccezioni che abbiamo esaminato", ro: "Excepțiile pe care le-am examinat" } as const;

test("a refusal says what was looked at and what is not known, and fits a telephone", { timeout: 240_000 }, async () => {
  const [person] = await rows<{ id: string; name: string; email: string }>("orthocab", "select id, name, email from people where email = 'contact@customer-orthocab.example'");
  const by = { kind: "person", id: person!.id, name: person!.name } as const;
  const said = { text: "Nous n’entendons personne dans Zoom.", channel: "portal", language: "fr" };
  const asked = await change(house, "orthocab", { kind: "ask", id: "tried:1", by, asker: { id: person!.id }, subject: "Visio Zoom", said, topic: "zoom" });
  const seen = await visitor(browser, base, { cookie: await session("orthocab", person!.email), width: 390 });
  for (const [lang, title] of Object.entries(TITLES)) {
    await seen.page.goto(`/orthocab/tickets/${asked.ticket.number}?lang=${lang}`);
    await seen.page.locator("#decisions").getByText(title).waitFor(); // the reason of a refusal stands open
    expect(await overflow(seen.page)).toBe(0);
    expect((await barriers(seen.page)).map((fault) => `${lang} ${fault}`)).toEqual([]);
    if (LOOK !== undefined) await seen.page.locator("#decisions").screenshot({ path: `${LOOK}/tried-${lang}.png` });
  }
  expect(seen.complaints).toEqual([]);
});
