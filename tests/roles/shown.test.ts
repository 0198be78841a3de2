// What the person reads of who decided about them: on their page and by mail, in their language, with the role for which somebody stood in.
import { expect, test } from "vitest";
import type { ConductCasesRow } from "../../src/database/rows.gen.ts";
import { conductHouse, DAY } from "../conduct/conduct-house.ts";

const house = await conductHouse("orthocab");
const mehdi = await house.staff("Mehdi Ouazzani");
const claire = await house.staff("Claire Vasseur");
const tom = await house.staff("Tom Ashdown");
const sophie = await house.person("contact@customer-orthocab.example");
const cases = () => house.rows<ConductCasesRow>("orthocab", "select * from conduct_cases order by opened_at desc");

async function reported(): Promise<ConductCasesRow> {
  house.pass(DAY);
  const { ticket } = await house.asks(sophie, "Bonjour", "Répondez donc.", "how-to");
  await house.does<"finding">({ kind: "finding", by: tom, ticket: ticket.id, findings: { "conduct-report": "offence" }, report: { messages: [], statement: "Cris au téléphone." } });
  const [opened] = await cases();
  await house.does<"conduct-words">({ kind: "conduct-words", by: sophie, ticket: ticket.id, of: opened!.id, words: { text: "Pardon.", channel: "portal" } });
  return opened!;
}
const pageOf = async (id: string): Promise<string> => (await house.page(sophie, `/conduct/${id}`)).text();

test("at the first start the policy's own people decide: the lead the case, the management the appeal, and nobody stands in for anybody", async () => {
  const { id, ticket } = await reported();
  await expect(house.does<"conduct-decided">({ kind: "conduct-decided", by: claire, ticket, of: id, clause: null, reason: "x" })).rejects.toMatchObject({ code: "not-yours" });
  await house.does<"conduct-decided">({ kind: "conduct-decided", by: mehdi, ticket, of: id, clause: null, reason: "Entendu." });
  const page = await pageOf(id);
  expect(page).toContain("Mehdi Ouazzani");
  expect(page).not.toContain("remplace");
});

test("while nobody holds the role, the person reads who stood in for whom", async () => {
  const { id, ticket } = await reported();
  await house.house.database.asDesk("orthocab", (tx) => tx.run("update staff set holds = '{}' where id = $1", [mehdi.id]));
  await house.does<"conduct-decided">({ kind: "conduct-decided", by: claire, ticket, of: id, clause: null, reason: "Entendu." });
  await house.ring();
  for (const text of [await pageOf(id), (await house.mailsTo(sophie.email)).findLast((m) => m.text.includes("Entendu."))?.text ?? ""])
    expect(text.replaceAll("&#x27;", "’")).toMatch(/Claire Vasseur \((remplace\s: la responsable de l’assistance|stands in for: the head of support)\)/);
});
