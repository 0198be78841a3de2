// Too many requests: with Orthocab's policy the limit only asks a person to look. Nothing is refused before, and a renewal gets through even afterwards.
import { expect, test } from "vitest";
import type { ConductCasesRow, MeasuresRow, TicketsRow } from "../../src/database/rows.gen.ts";
import { conductHouse, DAY } from "./conduct-house.ts";

const house = await conductHouse("orthocab");
const mehdi = await house.staff("Mehdi Ouazzani");
const nadia = await house.person("nadia@vieux-port.example");
const rows = <R extends object>(sql: string, ...params: unknown[]) => house.rows<R>("orthocab", sql, ...params);
const cases = () => rows<ConductCasesRow>("select * from conduct_cases order by opened_at");

// Twelve different matters: what is about the same is joined.
const ABOUT = [
  "Agenda",
  "Bilan illisible",
  "Signature perdue",
  "Couleur du tableau",
  "Son coupé",
  "Facture de mars",
  "Patient en vacances",
  "Mot égaré",
  "Imprimante neuve",
  "Export vers tableur",
  "Rappel par courriel",
  "Traduction anglaise",
];

test("the tenth request of one person in a day opens a case, with what they asked; none of the requests is refused for it (SPEC 20.1)", async () => {
  const had = (await rows<TicketsRow>("select * from tickets where requester = $1", nadia.id)).length;
  const asked = [];
  for (const [i, about] of ABOUT.entries()) if (i >= had) asked.push(await house.asks(nadia, about, `${about} : que faire ?`, "how-to"));
  expect(asked.every((a) => a.decision!.results["entitlement"] === "granted")).toBe(true);
  const told = asked.map((a) => a.reasons.some((r) => r.id === "slower-when-many"));
  expect(told).toEqual(asked.map((_, i) => had + 1 + i >= 6)); // slowed down, and told so, before anybody looks
  const confirmed = (await house.mailsTo(nadia.email)).filter((m) => m.text.includes("son tour vient après 30 minutes"));
  expect(confirmed.length).toBe(told.filter(Boolean).length);
  expect(confirmed.every((m) => m.text.includes("jours ouvrables"))).toBe(true); // its promise stands
  const [opened, ...others] = await cases();
  expect(others).toEqual([]);
  expect(opened).toMatchObject({ person: nadia.id, opened_by: null, state: "open" });
  const evidence = await rows<{ text: string }>("select text from conduct_evidence where of_case = $1 order by said_at", opened!.id);
  expect(evidence.length).toBe(10);
  expect(evidence.at(-1)!.text).toBe("Export vers tableur : que faire ?");
  const mail = (await house.mailsTo(nadia.email)).find((m) => m.subject.includes("Donnez-nous votre version"))!;
  expect(mail.text).toContain("10 demandes ou plus");
  expect(mail.text).toContain("peut être traité comme un abus");
});

test("refused by a person, they alone are refused, not their practice; a question about renewing always gets through", async () => {
  const [opened] = await cases();
  house.pass(7 * DAY);
  await house.does<"conduct-decided">({ kind: "conduct-decided", by: mehdi, ticket: opened!.ticket, of: opened!.id, clause: "flooding", reason: "Twelve requests in an hour." });
  await house.ring();
  expect(await rows<MeasuresRow>("select * from measures")).toMatchObject([{ kind: "restriction", person: nadia.id, organisation: null, ends: null }]);
  const open = await rows<TicketsRow>("select * from tickets where requester = $1 and status <> 'closed'", nadia.id);
  expect(open.every((t) => t.refused)).toBe(true);
  const asked = await house.asks(nadia, "Encore", "Comment faire ?", "how-to");
  expect(asked.reasons.some((r) => r.id === "refused-for-conduct")).toBe(true);
  expect((await house.asks(nadia, "Renouveler", "Comment renouveler ?", "renewal")).decision!.results["entitlement"]).toBe("granted");
  expect((await cases()).length).toBe(1);
});
