// What stands of a customer on each day, worked out from its terms alone. SPEC 19.1, SPEC 19.2, SPEC 19.3, SPEC 19.4
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CustomerRecord, endsIn, standingAt, type Term, withTerm } from "../../src/policy/index.ts";

const ZONE = "Europe/Paris";
const facts = { contract: { name: "contract", ended: "lapsed" } } as never;
const none: CustomerRecord = { attributes: {}, terms: {} };
const on = (record: CustomerRecord, iso: string): unknown => standingAt({ facts }, record, Date.parse(iso), ZONE)["contract"];

test("it holds from the midnight of its first day to the midnight after its last, where the customer is; then it has ended", () => {
  const record = withTerm(none, "contract", { value: "active", begins: "2026-01-01", ends: "2026-06-30" });
  expect(on(record, "2025-12-31T22:59:59.999Z")).toBeUndefined();
  expect(on(record, "2025-12-31T23:00:00Z")).toBe("active");
  expect(on(record, "2026-06-30T21:59:59.999Z")).toBe("active");
  expect(on(record, "2026-06-30T22:00:00Z")).toBe("lapsed");
  expect(endsIn(record, Date.parse("2026-06-30T21:00:00Z"), ZONE)).toEqual({ "ends-in.contract": 3_600_000 });
  expect(endsIn(record, Date.parse("2026-07-01T21:00:00Z"), ZONE)).toEqual({});
});

test("a renewal follows on, a change for a time gives way again, days of the same value take the place of an open end", () => {
  const year = withTerm(none, "contract", { value: "basic", begins: "2026-01-01" });
  const summer = withTerm(year, "contract", { value: "plus", begins: "2026-06-01", ends: "2026-08-31" });
  expect([on(summer, "2026-05-01T12:00Z"), on(summer, "2026-07-01T12:00Z"), on(summer, "2026-09-01T12:00Z")]).toEqual(["basic", "plus", "basic"]);
  const closed = withTerm(year, "contract", { value: "basic", begins: "2026-01-01", ends: "2026-12-31" });
  expect(on(closed, "2027-01-01T12:00Z")).toBe("lapsed");
  const renewed = withTerm(closed, "contract", { value: "basic", begins: "2027-01-01", ends: "2027-12-31" });
  expect(on(renewed, "2026-12-31T23:30Z")).toBe("basic");
  expect(withTerm({ attributes: { contract: "free" }, terms: {} }, "contract", { value: "basic", begins: "2026-03-01" }).terms["contract"]).toEqual([
    { value: "free", ends: "2026-02-28" },
    { value: "basic", begins: "2026-03-01" },
  ]);
  expect(withTerm(renewed, "contract", { value: "basic" })).toEqual({ attributes: { contract: "basic" }, terms: {} });
  expect(withTerm(renewed, "contract", null)).toEqual(none);
});

const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const term: fc.Arbitrary<Term> = fc
  .record({ value: fc.constantFrom("a", "b", "c"), days: fc.tuple(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined })) })
  .map(({ value, days: [a, b] }) => {
    const [begins, ends] = a !== undefined && b !== undefined && b < a ? [b, a] : [a, b];
    return { value, ...(begins !== undefined && { begins }), ...(ends !== undefined && { ends }) };
  });

test("whatever is set one after the other: the newest holds in all of its days, terms never meet, and the same again changes nothing", () => {
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 8 }), (terms) => {
      const record = terms.reduce((kept, t) => withTerm(kept, "contract", t), none);
      const last = terms.at(-1)!;
      const noon = `${last.begins ?? last.ends ?? "2026-01-15"}T12:00:00Z`;
      expect(on(record, noon)).toBe(last.value);
      const stand = record.terms["contract"] ?? [];
      for (let i = 1; i < stand.length; i++) expect((stand[i - 1]!.ends ?? "9999") < (stand[i]!.begins ?? "0000")).toBe(true);
      expect(withTerm(record, "contract", last)).toEqual(record);
    }),
    { numRuns: 300 },
  );
});
