// A refusal says which exceptions were looked at and why each does not hold: in the mail, the portal, the console and the API, of those facts that are the reader's to see; what is not known is asked for, and can be told by answering. O4, A2, SPEC 11.5
import { expect, test } from "vitest";
import { check } from "../../src/policy/check/check.ts";
import { decide, type Policy } from "../../src/policy/index.ts";
import { wholeDesk } from "../rows/whole-desk.ts";
import { triedLines } from "../../src/words/tried.ts";
import { tiny, words } from "../policy/tiny.ts";

const SOPHIE = "contact@customer-orthocab.example";

test("the clauses meant to win over it and those about something else are named with what stood against them, its own unless as well, and no other", () => {
  const facts = {
    kind: { values: { bug: { label: words }, wish: { label: words } }, source: "customer", of: "ticket", label: words },
    plan: { values: { paid: { label: words }, none: { label: words } }, source: "record", fallback: "none", label: words },
    outage: { type: "yes-no", source: "agent", of: "ticket", label: words },
  };
  const { policy } = check(
    tiny({
      facts,
      scope: [{ clause: "all", scope: "in", words }],
      entitlement: [
        { clause: "bugs-always", when: { kind: "bug" }, entitlement: "granted", words },
        { clause: "paid", when: { plan: "paid" }, entitlement: "granted", words },
        { clause: "not-paid", when: { plan: "none" }, unless: { outage: true }, entitlement: "refused", words },
        { clause: "rest", entitlement: "granted", words },
      ],
    }),
  );
  const at = Date.parse("2026-03-02T10:00:00Z");
  const reasonOf = (given: object) => decide(policy as Policy, { moment: "opened", at, openedAt: at, facts: { outage: false, ...given } }).reasons.find((r) => r.clause === "not-paid");
  expect(reasonOf({ kind: "wish" })?.tried).toEqual([
    { clause: "not-paid", facts: { outage: false } },
    { clause: "bugs-always", facts: { kind: "wish" } },
  ]);
  expect(reasonOf({})?.tried?.[1]).toEqual({ clause: "bugs-always", facts: { kind: null } });
});

test("an exception that does not hold is told with what is so here, in each language", () => {
  const clause = { id: "discs", number: "3.1", section: "entitlement", words: "", lang: "en", anchor: "", url: "", strength: "must", bond: "" } as const;
  const tried = {
    clause,
    known: [
      { label: "Matter", text: "updates" },
      { label: "Contract", text: "none" },
    ],
    unknown: [],
  };
  expect(["en", "fr", "it", "ro"].map((lang) => triedLines(tried, lang))).toEqual([
    ["It does not apply here. Matter: updates; Contract: none."],
    ["Elle ne s’applique pas ici. Matter\u00a0: updates; Contract\u00a0: none."],
    ["Qui non vale. Matter: updates; Contract: none."],
    ["Aici nu se aplică. Matter: updates; Contract: none."],
  ]);
});

test("who is refused reads in the mail what is so of them where an exception does not hold", { timeout: 120_000 }, async () => {
  const desk = await wholeDesk("dms");
  const from = "antonio@studio-greco.example";
  await desk.mail(from, "Fatture", "Buongiorno, come si stampa l’elenco delle fatture del mese? Grazie.");
  const { text } = await desk.lastMail(from);
  expect(text).toMatch(/(?:Qui non vale\. Materia|It does not apply here\. Matter): \S/);
  expect(text).not.toMatch(/\{\w+\}/);
  expect(desk.faults).toEqual([]);
});

test("Zoom: the mail tells both exceptions, what nobody knows yet, and what to tell; a line of answer tells it, and we look", { timeout: 120_000 }, async () => {
  const desk = await wholeDesk("orthocab");
  await desk.mail(SOPHIE, "Visio Zoom", "Bonjour, nous n’entendons personne dans Zoom.");
  const number = await desk.ticketOf("Visio Zoom");
  const mail = await desk.lastMail(SOPHIE);
  for (const said of [
    "Les exceptions que nous avons examinées",
    "Si la cause se trouve dans Orthocab",
    "Personne ne l’a encore établi\u00a0: Cause constatée",
    "Si vous situez le problème dans Orthocab",
    "Nous ne le savons pas. Dites-le-nous",
    "nous ne le savons pas",
  ])
    expect(mail.text).toContain(said);
  const [agent] = await desk.rows<{ email: string }>("orthocab", "select email from staff order by email limit 1");
  const [staff, sophie] = [await desk.cookieOf("staff", agent!.email), await desk.cookieOf("person", SOPHIE)];
  for (const as of [staff, sophie]) {
    const refused = (await desk.ticket(as, number)).decisions[0]?.reasons.find((r) => r.id === "zoom-itself");
    expect(refused?.tried.map((t) => [t.clause.id, t.known, t.unknown.length])).toEqual([
      ["video-cause-ours", [], 1],
      ["video-said-ours", [], 1],
    ]);
  }
  expect(await desk.page(sophie, number)).toContain("Les exceptions que nous avons examinées");
  const n = /^(\d)\. .*: nous ne le savons pas$/m.exec(mail.text)?.[1] ?? "";
  const { contestable, askable } = await desk.ticket(sophie, number);
  const label = [...contestable, ...askable].find((a) => a.fact === "video-part")?.options.find((o) => o.value === "in-orthocab")?.label ?? "";
  await desk.mail(SOPHIE, `Re: ${mail.subject}`, `Bonjour,\n\n${n} : ${label}\n\nSophie Lemaire`, { answers: mail.id });
  expect(await desk.ticket(staff, number)).toMatchObject({ claims: { "video-part": "in-orthocab" }, refused: false });
  expect((await desk.lastMail(SOPHIE)).text).toContain("nous examinons d’abord si c’est bien le cas");
  expect(desk.faults).toEqual([]);
});
