// What the same customer has asked already is found across doors and languages, and shown to nobody who may not see it.
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { apiDesk } from "./api-desk.ts";

const desk = await apiDesk();
let n = 0;
async function asked(person: string, subject: string, text: string, channel: string, language: string, sha?: string): Promise<string> {
  desk.at(MONDAY + ++n * 60_000);
  const files = sha === undefined ? [] : [{ name: "log.txt", type: "text/plain", size: 3, sha }];
  return (await change(desk.house, "small", { kind: "ask", id: `s${n}`, by: { kind: "person", id: person, name: "x" }, asker: { id: person }, subject, said: { text, channel, language, files } }))
    .ticket.number;
}
interface Found {
  readonly items: readonly { readonly number: string; readonly shared: readonly string[] }[];
}
const similar = async (number: string) => (await desk.call<Found>(desk.agent, "GET", `/tickets/${number}/similar`)).body.items;

const sha = "a".repeat(64);
const french = await asked(desk.ids.contact, "Impression du devis", "L’erreur PRT-4410 s’affiche quand nous imprimons un devis.", "mail", "fr", sha);
const other = await asked(desk.ids.contact, "Horaires", "À quelle heure répondez-vous au téléphone le samedi ?", "portal", "fr");

test("a mail in French and a request of a colleague in English are proposed by the code that both give; a person joins them, nothing does so by itself", async () => {
  const english = await asked(desk.ids.colleague, "Quotes", "We get PRT-4410 whenever we print.", "portal", "en");
  const [found] = await similar(english);
  expect(found).toMatchObject({ number: french, shared: expect.arrayContaining(["code PRT-4410"]) });
  expect((await desk.call<{ joinedInto: null }>(desk.agent, "GET", `/tickets/${english}`)).body.joinedInto).toBeNull();
  expect(await similar(other)).toEqual([]);
  await desk.call(desk.agent, "PUT", `/tickets/${english}/join`, { with: french });
  expect(await similar(french)).toEqual([]); // what is joined is not proposed again
});

test("the same file says so without a common word", async () => {
  const attached = await asked(desk.ids.contact, "Log", "Ecco il registro.", "mail", "it", sha);
  expect((await similar(attached)).map((s) => s.number)).toEqual([french]);
});

test("another customer's ticket is never proposed, nor a colleague's to who may see their own alone", async () => {
  const words = { subject: "Impression du devis", text: "L’erreur PRT-4410 s’affiche quand nous imprimons un devis." };
  const seen = async (as: typeof desk.lea) => (await desk.call<{ similar: { number: string }[] }>(as, "POST", "/previews", words)).body.similar.map((s) => s.number);
  expect(await seen(desk.lea)).toContain(french);
  expect(await seen(desk.cam)).toContain(french);
  expect(await seen(desk.lin)).toEqual([]);
  expect(await seen(desk.luc)).toEqual([]);
  expect((await desk.call(desk.lea, "GET", `/tickets/${french}/similar`)).status).toBe(403);
});
