// Asking in the portal without a script: the topic that the words name beyond doubt is chosen on the page that is looked at before sending; new terms are told where one asks.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { portalHouse } from "./portal-house.ts";

const desk = await portalHouse("technical-support");
const at = `${desk.base}/technical-support/ask`;
const { name, value } = await desk.session("technical-support");
const cookie = `${name}=${value}`;
async function looked(fields: Readonly<Record<string, string>>): Promise<string> {
  const body = new FormData();
  for (const [field, said] of Object.entries({ token: "", known: "yes", do: "preview", ...fields })) body.append(field, said);
  const response = await fetch(`${at}?lang=en`, { method: "POST", headers: { cookie }, body });
  expect(response.status).toBe(200);
  return response.text();
}
const chosen = (page: string): string => /<select id="topic"[^]*?<option value="([^"]*)" selected/.exec(page)?.[1] ?? "";

test("a topic that the words name is chosen, said to be told from them, and decided by; what somebody chose themselves stands", async () => {
  const plain = await looked({ subject: "Card charged again", text: "Our card was charged twice for November: please refund one payment.", topic: "" });
  expect(chosen(plain)).not.toBe("");
  expect(plain).toContain("Your words say that it is about this. Choose another if it is not.");
  expect(plain).toContain('data-refused="yes"');
  const own = await looked({ subject: "Card charged again", text: "Our card was charged twice for November: please refund one payment.", topic: "-" });
  expect([chosen(own), own.includes("Your words say")]).toEqual(["-", false]);
  const unclear = await looked({ subject: "Hello", text: "I have a question to somebody.", topic: "" });
  expect([chosen(unclear), unclear.includes("Your words say")]).toEqual(["", false]);
});

test("the page says that new terms are coming, from their announcement on", async () => {
  const page = async (): Promise<string> => (await fetch(`${at}?lang=en`, { headers: { cookie } })).text();
  expect(await page()).not.toContain("/policy/changes?version=2");
  const effective = new Date(desk.house.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const text = readFileSync("policies/technical-support/policy.yaml", "utf8").replace(/^effective: .*$/m, `effective: ${effective}`);
  await openDesk(desk.house.database, "technical-support", text.replace(/^version: .*$/m, 'version: "2"'), "Owen Fitch", { now: desk.house.now() });
  expect(await page()).toContain("/policy/changes?version=2");
  expect(desk.faults).toEqual([]);
});
