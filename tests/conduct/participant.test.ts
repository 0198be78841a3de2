// Whoever wrote on a ticket can be reported, not only who opened it: they are heard and decided about, and the one who opened it is left alone.
import { expect, test } from "vitest";
import type { OutboxMail } from "../../src/desk/outbox-mail.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import { apiDesk } from "../api/api-desk.ts";
import { withConduct } from "./small-conduct.ts";

const desk = await apiDesk();
await withConduct(desk);
const { call } = desk;
interface Seen {
  readonly number: string;
  readonly refused: boolean;
  readonly messages: readonly { readonly id: string; readonly text: string; readonly author: { readonly id: string; readonly name: string } }[];
}
type Whole = { id: string; person: string | null; phase: string; code?: string; faults?: { at: string }[]; file: { evidence: { text: string }[] } | null };
const mailsTo = (address: string) =>
  desk.database.asDesk("small", async (tx) =>
    (await tx.query<{ payload: OutboxMail }>("select payload from outbox where payload->'to'->>'address' = $1 order by made_at, id", [address])).map(({ payload }) => ({
      what: payload.what.mail,
      ...composeMail(payload.what),
    })),
  );

test("a colleague who insults is heard and decided about; whose ticket it is hears nothing of it, and their request goes on", async () => {
  const asked = await call<Seen>(desk.lea, "POST", "/tickets", { subject: "Export", text: "Comment exporter les images ?", topic: "how-to" });
  const path = `/tickets/${asked.body.number}`;
  expect((await call(desk.cam, "POST", `${path}/messages`, { text: "Vous êtes des incapables." })).status).toBe(201);
  const { messages } = (await call<Seen>(desk.agent, "GET", path)).body;
  const insult = messages.find((m) => m.text.includes("incapables"))!;
  const report = (body: object) => call<Whole>(desk.agent, "POST", `${path}/conduct`, { facts: { "conduct-report": "abuse" }, ...body });
  expect((await report({ messages: [insult.id] })).body.faults).toEqual([expect.objectContaining({ at: "messages" })]); // the requester did not write it
  expect((await report({ person: "00000000-0000-4000-8000-000000000000", messages: [insult.id] })).body.faults).toEqual([expect.objectContaining({ at: "person" })]);
  const opened = await report({ person: insult.author.id, messages: [insult.id], statement: "Insulted us." });
  expect(opened.status, opened.text).toBe(201);
  const ofCase = `/conduct/${opened.body.id}`;
  expect((await call<Whole>(desk.lead, "GET", ofCase)).body).toMatchObject({ person: "Cam Colleague", phase: "hearing", file: { evidence: [{ text: "Vous êtes des incapables." }] } });
  expect((await mailsTo("cam@paid.example")).at(-1)?.text).toContain("incapables");
  expect((await mailsTo("lea@paid.example")).filter((mail) => mail.what === "conduct")).toEqual([]);
  expect((await call(desk.lea, "GET", ofCase)).status).toBe(404);

  // What is found on the ticket afterwards opens no case about the one whose ticket it is.
  await call(desk.agent, "PUT", `${path}/findings`, { facts: { cause: "ours" } });
  const people = await desk.database.asDesk("small", (tx) => tx.query<{ person: string }>("select distinct person from conduct_cases"));
  expect(people).toEqual([{ person: insult.author.id }]);

  expect((await call(desk.cam, "POST", `${ofCase}/words`, { text: "Pardon." })).status).toBe(201);
  const decided = await call<Whole>(desk.lead, "PUT", `${ofCase}/decision`, { clause: "abuse", reason: "As heard." });
  expect(decided.body, decided.text).toMatchObject({ phase: "decided", person: "Cam Colleague", measure: { kind: "restriction", holds: true } });
  expect((await mailsTo("cam@paid.example")).at(-1)).toMatchObject({ what: "conduct", text: expect.stringContaining("As heard.") as string });
  expect((await mailsTo("lea@paid.example")).filter((mail) => mail.what === "conduct")).toEqual([]);

  // The one whose ticket it is can be reported too, and the two cases stand apart.
  const second = await report({ messages: [], statement: "And on the phone." });
  expect((await call<Whole>(desk.lead, "GET", `/conduct/${second.body.id}`)).body).toMatchObject({ person: "Léa Payé", phase: "hearing" });
  expect(second.body.id).not.toBe(opened.body.id);
});
