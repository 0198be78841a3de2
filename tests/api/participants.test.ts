// Who takes part in a ticket by mail, by the API: seen and changed by staff, never by customers.
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { apiDesk } from "./api-desk.ts";

const desk = await apiDesk();

interface Shown {
  readonly participants: readonly { address: string; name: string; copied: boolean; removed: boolean }[];
  readonly requester: { undeliverable: string | null };
  readonly status: string;
  readonly messages: readonly { robot: string | null }[];
}

const opened = await change(desk.house, "small", {
  kind: "ask",
  id: "mail:1",
  by: { kind: "person", id: desk.ids.contact, name: "Léa" },
  asker: { id: desk.ids.contact },
  subject: "Copies",
  at: MONDAY,
  said: { text: "Bonjour", channel: "mail" },
  copied: [{ name: "Eva Lab", address: "eva@lab.example" }],
});
const path = `/tickets/${opened.ticket.number}`;

test("staff see whom a ticket's mails name, give them the answers, remove them and take them back", async () => {
  const { agent } = desk;
  const shown = async () => (await desk.call<Shown>(agent, "GET", path)).body.participants;
  expect(await shown()).toEqual([{ address: "eva@lab.example", name: "Eva Lab", copied: false, removed: false }]);
  expect((await desk.call<Shown>(agent, "PUT", `${path}/participants/eva@lab.example`, { copied: true })).body.participants[0]?.copied).toBe(true);
  expect((await desk.call<Shown>(agent, "DELETE", `${path}/participants/eva@lab.example`)).body.participants[0]).toMatchObject({ copied: false, removed: true });
  expect((await desk.call<Shown>(agent, "PUT", `${path}/participants/eva@lab.example`, { copied: false })).body.participants[0]).toMatchObject({ copied: false, removed: false });
});

test("a customer neither sees nor changes them", async () => {
  expect((await desk.call<Shown>(desk.lea, "GET", path)).body.participants).toEqual([]);
  expect((await desk.call(desk.lea, "DELETE", `${path}/participants/eva@lab.example`)).status).toBe(403);
});

test("a bounce is shown to staff: on its message, and on the customer whose address it was", async () => {
  await change(desk.house, "small", {
    kind: "automatic",
    id: "mail:2",
    by: { kind: "person", id: null, name: "MAILER-DAEMON" },
    ticket: opened.ticket.id,
    said: { text: "back", channel: "mail", robot: { kind: "bounce", failed: [{ address: "lea@paid.example", status: "5.1.1", hard: true }] } },
  });
  const { body } = await desk.call<Shown>(desk.agent, "GET", path);
  expect(body.requester.undeliverable).toBe("5.1.1");
  expect(body.messages.map((m) => m.robot)).toEqual([null, "bounce"]);
  expect((await desk.call<Shown>(desk.lea, "GET", path)).body.requester.undeliverable).toBeNull();
});
