// VAT numbers: one that cannot be is refused with the reason, wherever it is given; taxes follow it only as the policy's table says.
import { expect, test } from "vitest";
import { customerRows } from "../../src/desk/acts/records/customer-rows.ts";
import { readTable } from "../../src/desk/imports/read-table.ts";
import { readVat } from "../../src/desk/organisations/vat-number.ts";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { policyInForce } from "../../src/desk/policies/running.ts";
import { KAREN, paidDesk } from "./paid-desk.ts";

const desk = await paidDesk();
const [karen, marco, chiara] = (await Promise.all([desk.cookieOf("person", KAREN), desk.cookieOf("staff", "marco.bellandi@dms.example"), desk.cookieOf("staff", "chiara.donati@dms.example")])) as [
  string,
  string,
  string,
];

test("each country's form and check digits hold, however a person writes the number", () => {
  for (const [text, country, number] of [
    ["it 007 431 101 57", null, "IT00743110157"],
    ["00743110157", "IT", "IT00743110157"],
    ["FR40303265045", "FR", "FR40303265045"],
    ["RO 18.547.290", null, "RO18547290"],
    ["DE-136695976", null, "DE136695976"],
    ["EL094259216", "GR", "EL094259216"],
    ["GR094259216", null, "EL094259216"],
    ["NL004495445B01", null, "NL004495445B01"],
    ["CHE-107.787.577", "CH", "CHE107787577"],
  ] as const)
    expect([text, readVat(text, country)]).toEqual([text, expect.objectContaining({ number })]);
  for (const [text, country, why] of [
    ["IT00743110158", null, "check digits"],
    ["IT0074311015", null, "not written so"],
    ["FR40303265045", "IT", "number of FR, and the country is IT"],
    ["00743110157", null, "begin with the country"],
    ["???", "CH", "letters and digits"],
    ["RO1", "RO", "RO"],
  ] as const)
    expect([text, readVat(text, country)]).toEqual([text, { fault: expect.stringContaining(why) as string }]);
});

test("the API keeps a number that can be, in one spelling, and refuses one that cannot, with the reason and the field", async () => {
  const { body: page } = await desk.call<{ items: { id: string; name: string }[] }>(chiara, "GET", "/organisations?q=Lakeside");
  const path = `/organisations/${page.items[0]!.id}`;
  const wrong = await desk.call<{ faults: { at: string; message: string }[] }>(marco, "PATCH", path, { vatNumber: "IT 00743110158" });
  expect([wrong.status, wrong.body.faults]).toEqual([400, [{ at: "vatNumber", message: "its check digits do not fit: it cannot be a number of IT" }]]);
  const right = await desk.call<{ country: string; vatNumber: string }>(marco, "PATCH", path, { vatNumber: "fr 40 303 265 045" });
  expect([right.status, right.body.country, right.body.vatNumber]).toEqual([200, "FR", "FR40303265045"]);
  const moved = await desk.call<{ faults: { at: string }[] }>(marco, "PATCH", path, { country: "IT" });
  expect([moved.status, moved.body.faults[0]?.at]).toEqual([400, "country"]);
  expect((await desk.call(marco, "PATCH", path, { country: "Italia" })).status).toBe(400);
  const nowhere = await desk.call<{ faults: { at: string; message: string }[] }>(marco, "PATCH", path, { country: "XX" });
  expect([nowhere.status, nowhere.body.faults]).toEqual([400, [{ at: "country", message: '"XX" is no country: write its two letters, as IT' }]]);
  // A business abroad pays what the table says: this policy's has one rule, so that one; nobody pays less by a number alone.
  await desk.mail(KAREN, "Printing abroad", "How do I print an invoice?");
  const quote = (await desk.call<TicketView>(karen, "GET", `/tickets/${await desk.ticketOf("Printing abroad")}`)).body.offers[0]?.quote;
  expect(quote?.gross.cents).toBe(5490);
  expect((await desk.call<{ vatNumber: string | null }>(marco, "PATCH", path, { country: null, vatNumber: null })).body.vatNumber).toBeNull();
  const made = await desk.call<{ vatNumber: string }>(marco, "POST", "/organisations", { name: "Cabinet Dubois", country: "fr", vatNumber: "40303265045" });
  expect([made.status, made.body.vatNumber]).toEqual([201, "FR40303265045"]);
  expect(desk.faults).toEqual([]);
});

test("a table names the row whose number cannot be, and keeps the others' in one spelling", async () => {
  const { policy } = await desk.house.database.asDesk("dms", (tx) => policyInForce(tx, "dms", desk.house.now()), { readOnly: true });
  const rows = [
    "organisation,name,email,country,vat-number",
    "Studio Uno,Ada,ada@uno.example,it,007 431 101 57",
    "Studio Due,Bea,bea@due.example,IT,00743110158",
    "Studio Tre,Cleo,cleo@tre.example,Italy,",
    "Studio Quattro,Dora,dora@quattro.example,,",
    "Studio Cinque,Elsa,elsa@cinque.example,XX,",
    "Studio Sei,Fay,fay@sei.example,UK,",
  ];
  const { rows: kept, faults } = await customerRows(await readTable(Buffer.from(rows.join("\n"))), policy);
  expect(faults).toEqual([
    { line: 3, column: "vat-number", message: '"00743110158" cannot be the VAT number: its check digits do not fit: it cannot be a number of IT.' },
    { line: 4, column: "country", message: '"Italy" is no country: write its two letters, as IT.' },
    { line: 6, column: "country", message: '"XX" is no country: write its two letters, as IT.' },
  ]);
  expect(kept.map((r) => [r.name, r.country, r.vatNumber])).toEqual([
    ["Ada", "IT", "IT00743110157"],
    ["Dora", null, null],
    ["Fay", "GB", null],
  ]);
});
