// What a policy answers, asked from the command line.
import { join } from "node:path";
import { expect, test } from "vitest";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { folderWith, troth } from "./run-troth.ts";

const AT = ["--at", "2026-03-02T10:00"];
async function small(facts: string): Promise<{ policy: string; facts: string }> {
  const folder = await folderWith({ "policy.yaml": SMALL_POLICY, "facts.yaml": facts });
  return { policy: folder, facts: join(folder, "facts.yaml") };
}

test("a decision is told in words: clauses with their numbers, promises with their times, in the language asked for", async () => {
  const { policy, facts } = await small("subscription: paid\n");
  const { code, out } = await troth(["decide", policy, "--facts", facts, ...AT, "--lang", "fr"]);
  expect(code).toBe(0);
  expect(out).toMatch(/§ \d+\.\d+/);
  expect(out).toMatch(/2026, \d\d:\d\d \(heure de Paris\)/);
});

test("the same decision as data has the results, the reasons with their words and times in UTC", async () => {
  const { policy, facts } = await small("subscription: paid\n");
  const data = JSON.parse((await troth(["decide", policy, "--facts", facts, ...AT, "--json"])).out) as {
    results: object;
    reasons: { words: string }[];
    effects: { do: string; due?: string }[];
    assumed: string[];
  };
  expect(data.reasons.every((r) => r.words.length > 5)).toBe(true);
  expect(data.effects.find((e) => e.do === "promise")?.due).toMatch(/^2026-03-0\dT\d\d:\d\d:00\.000Z$/);
});

test("explain says of every clause whether it answered and what stood against it", async () => {
  const { policy, facts } = await small("subscription: expired\n");
  const { out } = await troth(["explain", policy, "--facts", facts, ...AT]);
  expect(out).toContain("Table by table");
  expect(out).toMatch(/✓ § .* answers: /);
  expect(out).toMatch(/does not hold: subscription is expired, not /);
  expect(out).toContain("not asked: the request is refused");
});

test("a refusal names the exceptions that were tried, in words and as data", async () => {
  const { facts } = await small("topic: zoom\nidentified: true\nsubscription: active\n");
  const policy = new URL("../../policies/orthocab", import.meta.url).pathname;
  const { out } = await troth(["explain", policy, "--facts", facts, "--at", "2026-11-23T10:00"]);
  expect(out).toContain("Exception tried: video-cause-ours. It does not hold: cause is unknown.");
  const data = JSON.parse((await troth(["decide", policy, "--facts", facts, "--at", "2026-11-23T10:00", "--json"])).out) as { reasons: { clause: string; tried?: object[] }[] };
  expect(data.reasons.find((r) => r.clause === "zoom-itself")?.tried).toEqual([
    { clause: "video-cause-ours", facts: { cause: null } },
    { clause: "video-said-ours", facts: { "video-part": null } },
  ]);
});

test("facts that are none are all named at once, each with its line and how to write it", async () => {
  const { policy, facts } = await small("subscription: golden\nsubscribtion: paid\n");
  const { code, err } = await troth(["decide", policy, "--facts", facts, ...AT]);
  expect(code).toBe(1);
  expect(err).toContain(`${facts}:1:1 "golden" is no value of subscription: write one of `);
  expect(err).toContain(`${facts}:2:1 Neither the policy nor Troth has a fact subscribtion. Did you mean subscription?`);
});

test("a moment, a time or a zone that is none is one sentence", async () => {
  const { policy, facts } = await small("");
  expect((await troth(["decide", policy, "--facts", facts, "--moment", "dawn"])).err).toMatch(/^There is no moment "dawn"\.\nChoose one of preview, opened/);
  expect((await troth(["decide", policy, "--facts", facts, "--at", "soon"])).err).toMatch(/^"soon" is no time\.\nWrite it as 2026-03-02T10:00/);
  expect((await troth(["decide", policy, "--facts", facts, ...AT, "--zone", "Mars/Base"])).err).toMatch(/^"Mars\/Base" is no time zone\./);
});
