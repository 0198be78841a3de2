// Where the two versions mean something else by one name: hours that were moved are compared hour by hour, counts of another window as what they are. SPEC 18.2.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePolicies, type Comparison } from "../../../src/policy/compare/compare-policies.ts";
import { liesIn } from "../../../src/policy/compare/exact-boxes.ts";
import { NEW, OLD } from "../../../src/policy/compare/joint-space.ts";
import { decide, openHours, type Policy } from "../../../src/policy/index.ts";
import { situationText } from "../../../src/words/situation.ts";
import { type Parts, tinyPolicy, words } from "../tiny.ts";

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 5, 8);
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const offered = (open: Parts, zone = "Europe/Paris"): Policy =>
  tinyPolicy({
    calendars: { office: { name: { en: "Office hours" }, open, zone } },
    scope: [{ clause: "all", scope: "in", words }],
    channels: [
      { clause: "call", channel: "phone", offered: true, when: { "now-in.office": true }, words },
      { clause: "silent", channel: "phone", offered: false, words },
    ],
  });

test("at every hour of a week the telephone is offered differently just where a region says so, whatever hours were moved", () => {
  const week = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 5 })
    .map((list): Parts => Object.fromEntries(list.map(([day, from, length]) => [DAYS[day]!, [`${String(from).padStart(2, "0")}:00-${String(from + length).padStart(2, "0")}:00`]])));
  fc.assert(
    fc.property(week, week, fc.constantFrom("Europe/Paris", "America/New_York"), (a, b, zone) => {
      const [old, next] = [offered(a), offered(b, zone)];
      const { regions } = comparePolicies(old, next);
      const is = (policy: Policy, at: number): boolean => openHours(policy.calendars["office"]!).isOpen(at);
      const phone = (policy: Policy, at: number): unknown => decide(policy, { moment: "opened", at, openedAt: at, facts: { "now-in.office": is(policy, at) } }).results["channels.phone"];
      for (let at = MONDAY; at < MONDAY + 168 * HOUR; at += HOUR) {
        const facts = { "now-in.office": is(next, at), [`now-in.office${OLD}`]: is(old, at), [`now-in.office${NEW}`]: is(next, at) };
        const hits = regions.filter((r) => r.at.includes("opened") && liesIn(r.where, facts));
        expect(hits).toHaveLength(phone(old, at) === phone(next, at) ? 0 : 1);
        if (hits[0]) expect(hits[0].verdict).toBe(phone(next, at) === "offered" ? "better" : "worse");
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

test("hours that were moved are told by an hour of the week at which it is so", () => {
  const comparison = comparePolicies(offered({ "mon-fri": ["09:00-17:00"] }), offered({ "mon-fri": ["09:00-17:00"], sat: ["10:00-14:00"] }));
  expect(comparison.regions.map((r) => [r.verdict, situationText(comparison.world, r.where, "en")])).toEqual([
    ["better", "a customer, during office hours (now), outside office hours (before) (for example on Saturday at 12:00)"],
  ]);
  expect(comparison.declarations).toEqual([{ change: "changed", group: "calendars", name: "office" }]);
});

describe("a count of another window", () => {
  const counted = (days: number, from: number): Policy =>
    tinyPolicy({
      facts: { lately: { count: { of: "ticket-opened", by: "person", in: `${days} days`, until: "now" } } },
      scope: [
        { clause: "many", scope: "out", when: { lately: { from } }, words },
        { clause: "all", scope: "in", words },
      ],
    });
  const told = (c: Comparison): string[] =>
    c.regions.map((r) => `${r.where.map((w) => `${w.fact.name}=${w.cells.map((cell) => ("from" in cell ? `${cell.from}..` : String(cell.value))).join("/")}`).join(" ")} ${r.verdict}`);

  test("is two facts of one past: who was refused in a short window is in a longer one too", () => {
    expect(told(comparePolicies(counted(30, 5), counted(60, 5)))).toEqual([`lately${NEW}=5.. lately${OLD}=0.. worse`]);
    expect(told(comparePolicies(counted(60, 5), counted(30, 5)))).toEqual([`lately${NEW}=0.. lately${OLD}=5.. better`]);
  });

  test("of the same length is one fact", () => {
    expect(told(comparePolicies(counted(30, 5), counted(30, 10)))).toEqual(["lately=5.. better"]);
  });
});

test("another tax on a price is told where the price is, and nowhere else", () => {
  const taxed = (rate: number): Policy =>
    tinyPolicy({
      money: { currency: "EUR", tax: [{ rate, name: { en: "VAT" } }] },
      facts: { plan: { values: ["free", "gold"] } },
      scope: [{ clause: "all", scope: "in", words }],
      charges: [
        { clause: "free", when: { plan: "free" }, charge: "none", words },
        { clause: "paid", charge: { price: "9.00 EUR" }, words },
      ],
    });
  const { regions } = comparePolicies(taxed(20), taxed(22));
  expect(regions.map((r) => [r.table, r.verdict, r.because, r.where.map((w) => w.cells)])).toEqual([["charges/quote", "different", "tax", [[{ value: "gold" }]]]]);
});
