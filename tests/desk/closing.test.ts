// A ticket ends solved, by an answer that is kept as its solution and found again, or unresolved and told so; the customer's word opens it again, and the solution is none any more. D12
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { composeMail, type MailToWrite } from "../../src/words/mails/compose.ts";
import { apiDesk } from "../api/api-desk.ts";
import { MONDAY } from "./small-desk.ts";

const desk = await apiDesk();
const { house } = desk;
let n = 0;
interface Whole {
  readonly number: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly solution: string | null;
  readonly messages: readonly { readonly id: string; readonly kind: string; readonly text: string }[];
  readonly promises: readonly { readonly kind: string; readonly state: string }[];
}
async function asked(): Promise<string> {
  desk.at(MONDAY + ++n * 3_600_000);
  const by = { kind: "person", id: desk.ids.contact, name: "Léa Payé" } as const;
  return (
    await change(house, "small", { kind: "ask", id: `z${n}`, by, asker: { id: desk.ids.contact }, subject: `Panne ${n}`, said: { text: "Rien ne s'imprime.", channel: "portal", language: "fr" } })
  ).ticket.number;
}
const close = (number: string, body: object, as = desk.agent) => desk.call<Whole & { detail: string }>(as, "PUT", `/tickets/${number}/closure`, body);
const lastMail = async (): Promise<string> => {
  const [row] = await house.database.asDesk("small", (tx) => tx.query<{ what: MailToWrite }>("select payload->'what' as what from outbox where kind = 'mail' order by made_at desc, id desc limit 1"));
  return composeMail(row!.what).text;
};

test("what is said at the close is the solution: in the customer's mail, an answer that keeps the promise, and found by its words", async () => {
  const number = await asked();
  const { body } = await close(number, { outcome: "solved", text: "Le pilote Quovaris était périmé : il est remplacé." });
  expect([body.status, body.outcome]).toEqual(["closed", "solved"]);
  expect(body.messages.find((m) => m.id === body.solution)).toMatchObject({ kind: "answer", text: "Le pilote Quovaris était périmé : il est remplacé." });
  expect(body.promises.map((p) => [p.kind, p.state])).toEqual([["first-answer", "kept"]]);
  const mail = await lastMail();
  for (const words of ["comme résolue", "Le pilote Quovaris était périmé"]) expect(mail).toContain(words);
  const found = await desk.call<{ items: { number: string }[] }>(desk.agent, "GET", "/tickets?q=quovaris&status=closed");
  expect(found.body.items.map((t) => t.number)).toContain(number);
});

test("without words the last answer is the solution, or the one that is named; a note or another ticket's answer is none", async () => {
  const [number, other] = [await asked(), await asked()];
  for (const text of ["Redémarrez.", "Changez le toner."]) await desk.call(desk.agent, "POST", `/tickets/${number}/answers`, { text });
  const theirs = (await desk.call<Whole>(desk.agent, "POST", `/tickets/${other}/answers`, { text: "Ailleurs." })).body.messages.at(-1)!.id;
  const wrong = await close(number, { outcome: "solved", solution: theirs });
  expect([wrong.status, wrong.body.detail]).toEqual([400, "The solution is none of this ticket’s answers."]);
  const last = (await close(number, { outcome: "solved" })).body;
  expect(last.messages.find((m) => m.id === last.solution)?.text).toBe("Changez le toner.");
  await desk.call(desk.agent, "DELETE", `/tickets/${number}/closure`);
  const first = last.messages.find((m) => m.text === "Redémarrez.")!.id;
  expect((await close(number, { outcome: "solved", solution: first })).body.solution).toBe(first);
});

test("unresolved is told plainly, with the reason, and is no solution; the customer's word opens a solved one again", async () => {
  const number = await asked();
  const unsolved = (await close(number, { outcome: "unresolved", text: "Le fabricant n’a pas de pilote." })).body;
  expect([unsolved.outcome, unsolved.solution]).toEqual(["unresolved", null]);
  const mail = await lastMail();
  for (const words of ["pas trouvé de solution", "Le fabricant n’a pas de pilote."]) expect(mail).toContain(words);
  const again = await asked();
  await close(again, { outcome: "solved", text: "Réparé." });
  const open = (await desk.call<Whole>(desk.lea, "POST", `/tickets/${again}/messages`, { text: "Non, toujours rien." })).body;
  expect([open.status, open.outcome, open.solution]).toEqual(["open", null, null]);
  const own = (await close(again, { outcome: "solved", text: "Je dis que c'est bon" }, desk.lea)).body;
  expect([own.status, own.solution, own.messages.some((m) => m.text.includes("Je dis"))]).toEqual(["closed", null, false]);
  expect(desk.faults).toEqual([]);
});
