// The problem that a newcomer finds on the demo desk: two customers in two languages hang on it, nobody has answered them together, and a third ticket is proposed.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDemo } from "../../src/demo/demo-shape.ts";
import { storyOf } from "../../src/demo/demo-story.ts";
import { openDemoDesk } from "../../src/demo/open-demo-desk.ts";
import { knownDesk } from "../../src/desk/policies/known.ts";
import { policyInForce } from "../../src/desk/policies/running.ts";
import type { Look } from "../../src/desk/views/reader-of.ts";
import { problemView } from "../../src/desk/views/problem-shown.ts";
import { proposalsFor } from "../../src/desk/views/related.ts";
import { portalHouse } from "../portal/portal-house.ts";

const { house, rows, folder } = await portalHouse("taxdome");
const [tom] = await rows<{ id: string }>("taxdome", "select id from staff where email = 'tom.hughes@taxdome.example'");
const look = <T>(read: (look: Look) => Promise<T>): Promise<T> =>
  house.database.asDesk(
    "taxdome",
    (tx) => read({ tx, house, desk: "taxdome", viewer: { kind: "staff", id: tom!.id, name: "Tom Hughes", email: "tom.hughes@taxdome.example", role: "agent", holds: [], language: "en" } }),
    { readOnly: true },
  );
const problems = () => rows<{ id: string; n: number }>("taxdome", "select id, n from problems");

test("it waits for an answer in English and in Romanian, and says which ticket may belong to it as well", async () => {
  const [problem] = await problems();
  const shown = await look((l) => problemView(l, problem!.id));
  expect(shown).toMatchObject({ number: "P-1", state: "open", answers: [] });
  expect(shown.needs.map((each) => each.language)).toEqual(["en", "ro"]);
  expect(shown.hanging.map((t) => [t.subject, t.language])).toEqual([
    ["QuickBooks sync stopped after password change", "en"],
    ["Automatizarea nu pornește la etapa a doua", "ro"],
  ]);
  expect((await look((l) => proposalsFor(l, problem!.id))).map((p) => [p.subject, p.shared])).toEqual([["Cum mut clienții din vechiul program?", expect.arrayContaining(["code QBO-401"])]]);
});

test("told again from its beginning, as after a start that was cut off, there is still this one problem and no ticket more", async () => {
  const path = join(folder, "policies/taxdome");
  const demo = readDemo(readFileSync(join(path, "demo.yaml"), "utf8"), "demo.yaml");
  const known = await house.database.asOwner(async (tx) => knownDesk(tx, "taxdome", readFileSync(join(path, "policy.yaml"), "utf8")));
  const { policy } = await look(({ tx }) => policyInForce(tx, "taxdome", known!.madeAt));
  await openDemoDesk(house, "taxdome", policy, demo, "x", known!.madeAt);
  expect((await problems()).map((p) => p.n)).toEqual([1]);
  expect((await rows<{ number: string }>("taxdome", "select number from tickets order by number desc"))[0]).toEqual({ number: "TX-1008" });
});

test("on each demo desk a story ends with an event of a ticket, so that a start that was cut off is noticed", () => {
  for (const { name } of readdirSync("policies", { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const path = `policies/${name}/demo.yaml`;
    expect(storyOf(readDemo(readFileSync(path, "utf8"), path), Date.UTC(2026, 0, 5)).at(-1), path).toHaveProperty("ticket");
  }
});
