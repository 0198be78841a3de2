// What a text that several customers read would tell one of another, and the placeholders that are filled in for each.
import { expect, test } from "vitest";
import { leaksIn, type Reader } from "../../src/words/leaks.ts";
import { fillWords, IN_WORDS, unknownIn } from "../../src/words/mails/frames/in-words.ts";

const reader = (number: string, customer: string, name: string, office: string | null, address: string): Reader => ({ number, customer, name, office, addresses: [address] });
const lea = reader("SM-1", "a", "Léa Payé", "Cabinet Payé", "lea@paid.example");
const cam = reader("SM-2", "a", "Cam Colleague", "Cabinet Payé", "cam@paid.example");
const olga = reader("SM-10", "b", "Olga", "Export (North)", "olga@north.example");
const all = [lea, cam, olga];
const found = (text: string, readers: readonly Reader[], meant: readonly string[] = []): string[] => leaksIn(text, readers, all, meant).map((leak) => leak.found);

test("numbers, addresses and names are found where another reads them, in any letters that say the same", () => {
  expect(found("See sm-1 and SM-10.", all)).toEqual(["SM-1", "SM-10"]);
  expect(found("Write to LEA@paid.example", all)).toEqual(["lea@paid.example"]);
  expect(found("as LE\u0301A  PAYE\u0301 told us", all)).toEqual(["Léa Payé"]);
  expect(found("thanks to Export (North).", all)).toEqual(["Export (North)"]);
  expect(found("thanks to Olga", all)).toEqual(["Olga"]);
  expect(found("as in SM-77", all)).toEqual(["SM-77"]); // of whomever it is
});

test("a customer reads of themselves where nobody else does; what only looks alike is none; a name can be meant as a word", () => {
  expect(found("Léa Payé and Cam Colleague of Cabinet Payé", [lea, cam])).toEqual([]);
  expect(found("Your SM-1, Léa Payé", [lea])).toEqual([]);
  expect(found("Your SM-1, Léa Payé", [lea, cam])).toEqual(["SM-1"]); // a colleague has another number
  expect(found("SM-100 Volga, olga, PSM-1x, Léa Payées", [olga, lea])).toEqual(["SM-100"]);
  expect(found("Olga is a river", all, ["Olga"])).toEqual([]);
});

test("placeholders are filled in once, what is doubled is meant literally, and what is none is named", () => {
  expect(IN_WORDS).toEqual(["number", "subject", "customer", "desk", "expert"]);
  const values = { customer: "A {number}", number: "SM-1", subject: "$& {customer}", desk: "D", expert: "E" };
  expect(fillWords("{customer}, {{customer}}, {subject}, { a: {} }, {constructor}", values)).toBe("A {number}, {customer}, $& {customer}, { a: {} }, {constructor}");
  expect(unknownIn("{custmer} {custmer} {{anything}} {customer} {constructor}")).toEqual(["custmer", "constructor"]);
});
