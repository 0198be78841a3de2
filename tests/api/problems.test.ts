// Problems over HTTP: who may, what a repeated request does, what each refusal says, and that a customer's own view holds nothing of it.
import { expect, test } from "vitest";
import { runTogether } from "../../src/desk/acts/problems/run-together.ts";
import { apiDesk } from "./api-desk.ts";

const { call, agent, lea, luc, key, house, base } = await apiDesk();
interface Whole {
  readonly id: string;
  readonly number: string;
  readonly revision: number;
  readonly state: string;
  readonly hanging: readonly { readonly number: string; readonly promises: readonly unknown[] }[];
  readonly answers: readonly { readonly sent: number; readonly endedAt: string | null }[];
}
interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly faults: readonly { readonly at: string; readonly message: string }[];
}
const opened = async (who: typeof lea, text: string): Promise<string> => (await call<{ number: string }>(who, "POST", "/tickets", { subject: "Impression", text })).body.number;
const one = await opened(lea, "L’erreur PRT-4410 s’affiche quand nous imprimons un devis.");
const two = await opened(luc, "PRT-4410 à chaque impression, que faire s’il vous plaît ?");

test("a program with the scope names a problem, hangs tickets and answers; the same request again has no second effect", async () => {
  const program = await key("tickets:read", "tickets:write");
  const name = (as: typeof agent) => call<Whole>(as, "POST", "/problems", { title: "Impression", tickets: [one] }, { "idempotency-key": "name-1" });
  const [first, again] = [await name(program), await name(program)];
  expect([first.status, first.body.number, again.body.id]).toEqual([201, "P-1", first.body.id]);
  const { id } = first.body;
  expect((await call<Whole>(program, "PUT", `/problems/${id}/tickets/${two}`, undefined)).body.hanging.map((t) => t.number)).toEqual([one, two]);
  expect((await call<Whole>(program, "PUT", `/problems/${id}/tickets/${two}`, undefined)).status).toBe(200);
  const answer = () => call<Whole>(program, "POST", `/problems/${id}/answers`, { texts: { fr: "C’est réparé, {customer}." }, tickets: [one, two] }, { "idempotency-key": "answer-1" });
  expect((await answer()).status).toBe(201);
  expect((await answer()).body.answers).toHaveLength(1);
  while (await runTogether(house, (error) => expect.fail(String(error))));
  const { body } = await call<Whole>(agent, "GET", `/problems/${id}`);
  expect(body.answers).toMatchObject([{ sent: 2, endedAt: expect.any(String) }]);
  const list = await call<{ items: Whole[]; next: null }>(agent, "GET", "/problems?limit=1");
  expect(list.body).toMatchObject({ items: [{ id, tickets: 2, open: 2, customers: 2, languages: ["fr"] }], next: null });
  const narrow = await key("tickets:read");
  expect((await call(narrow, "GET", `/problems/${id}`)).status).toBe(200);
  expect((await call(narrow, "PUT", `/problems/${id}/tickets/${two}`)).status).toBe(403);
  for (const who of [lea, luc]) {
    for (const path of [`/problems/${id}`, "/problems", `/tickets/${one}/related`]) expect((await call(who, "GET", path)).status).toBe(403);
    const own = await call<{ problem: null; revision: number }>(who, "GET", `/tickets/${who === lea ? one : two}`);
    expect(own.body.problem).toBeNull();
    for (const word of ["P-1", id, who === lea ? two : one, who === lea ? "Luc" : "Léa"]) expect(own.text, word).not.toContain(word);
  }
});

test("an answer says in one go what it lacks; whoever saw an older problem, or a ticket that is gone from it, is told", async () => {
  const { body: problem } = await call<Whole>(agent, "POST", "/problems", { title: "Autre", known: "Rien encore" });
  const empty = await call<Refusal>(agent, "POST", `/problems/${problem.id}/answers`, { texts: { fr: "Bonjour" } });
  expect([empty.status, empty.body.faults[0]?.at]).toEqual([400, "tickets"]);
  const gone = await call<Refusal>(agent, "POST", `/problems/${problem.id}/answers`, { texts: { fr: "Bonjour" }, tickets: [one] });
  expect(gone.body.detail).toBe(`${one} does not hang on this problem any more; read it again`);
  const worded = await call<Whole>(agent, "PATCH", `/problems/${problem.id}`, { known: "Le serveur" }, { "if-match": `"${problem.revision}"` });
  expect(worded.body.revision).toBe(problem.revision + 1);
  const stale = await call<Refusal>(agent, "PATCH", `/problems/${problem.id}`, { title: "Vieux" }, { "if-match": `"${problem.revision}"` });
  expect([stale.status, stale.body.code]).toEqual([409, "changed-meanwhile"]);
  const taken = await call<Refusal>(agent, "PUT", `/problems/${problem.id}/tickets/${one}`);
  expect([taken.status, taken.body.code, taken.body.detail]).toEqual([409, "not-hangable", `${one} hangs on P-1; take it off there first.`]);
  expect((await call(agent, "PUT", `/problems/${problem.id}/solution`, { texts: { fr: "x" }, earlier: problem.id })).status).toBe(400);
  expect((await call<Whole>(agent, "PUT", `/problems/${problem.id}/solution`, {})).body.state).toBe("solved");
  expect((await call<Whole>(agent, "DELETE", `/problems/${problem.id}/solution`)).body.state).toBe("open");
  expect((await call(agent, "DELETE", `/problems/${problem.id}`)).status).toBe(403); // it was solved: that stays
  const { body: mistaken } = await call<Whole>(agent, "POST", "/problems", { title: "Par erreur" });
  expect((await call(agent, "DELETE", `/problems/${mistaken.id}`)).status).toBe(204);
  expect((await call(agent, "GET", `/problems/${mistaken.id}`)).status).toBe(404);
});

test("a customer's live feed hears nothing of hanging and taking off", async () => {
  const heard = async (who: typeof lea, act: () => Promise<unknown>): Promise<string> => {
    const stop = new AbortController();
    const stream = await fetch(`${base}/api/small/live`, { headers: who.headers, signal: stop.signal });
    const reader = stream.body!.getReader();
    let text = "";
    const reading = (async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) text += new TextDecoder().decode(part.value);
    })().catch(() => undefined);
    await act();
    for (const end = Date.now() + 45_000; !text.includes('"kind":"note"') && !text.includes('"kind":"answer"') && Date.now() < end; ) await new Promise((r) => setTimeout(r, 50));
    stop.abort();
    await reading;
    return text;
  };
  const { items } = (await call<{ items: Whole[] }>(agent, "GET", "/problems?state=all")).body;
  const id = items.find((p) => p.number === "P-1")!.id;
  const act = async (): Promise<void> => {
    await call(agent, "DELETE", `/problems/${id}/tickets/${one}`);
    await call(agent, "PUT", `/problems/${id}/tickets/${one}`);
    await call(agent, "POST", `/tickets/${one}/answers`, { text: "Voilà" });
  };
  expect(await heard(lea, act)).not.toMatch(/hung|problem/);
  expect(await heard(agent, act)).toMatch(/"kind":"unhung".*"kind":"hung"/s);
});
