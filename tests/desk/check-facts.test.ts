// What somebody says or finds, as a text or as the API itself gives it.
import { expect, test } from "vitest";
import { checkFacts } from "../../src/desk/acts/records/check-facts.ts";
import { compile } from "../../src/policy/index.ts";
import { tiny } from "../policy/tiny.ts";

const facts = { connected: { type: "duration", source: "agent", label: { en: "Connected" } }, damage: { type: "money", source: "agent", label: { en: "Damage" } } };
const { policy } = compile(tiny({ facts }));

test("a length of time and a sum are taken as a text has them, and as they are given out: milliseconds and cents", () => {
  for (const said of [
    { connected: "20 minutes", damage: "45.00 EUR" },
    { connected: 1_200_000, damage: 4_500 },
  ])
    expect(checkFacts(policy!, said, "findings")).toEqual({ values: { connected: 1_200_000, damage: 4_500 }, faults: [] });
});

test("what is neither is refused by its name", () => {
  const { faults } = checkFacts(policy!, { connected: -1, damage: 4.5 }, "findings");
  expect(faults.map((fault) => fault.at)).toEqual(["facts.connected", "facts.damage"]);
});
