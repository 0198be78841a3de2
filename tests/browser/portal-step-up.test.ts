// Taking a request further in the portal, where the policy lets the customer: offered with its clause, done once, told, and without scripts.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { compile } from "../../src/policy/index.ts";
import { portalHouse } from "../portal/portal-house.ts";
import { barriers, openChromium, overflow, visitor } from "./portal-visitor.ts";

const DESK = "technical-support";
const { house, base, session, mailsTo, rows, folder } = await portalHouse(DESK);
const browser = await openChromium();
const CUSTOMER = `contact@customer-${DESK}.example`;

const written = await readFile(join(folder, "policies", DESK, "policy.yaml"), "utf8");
const text = written
  .replace(
    /^facts:\n/m,
    "facts:\n  wants-more: { type: yes-no, source: customer, unknown: true, label: { en: You want more, fr: Vous demandez plus }, ask: { en: Take it further?, fr: Aller plus loin ? } }\n",
  )
  .replace(
    /^escalations:.*\n/m,
    `escalations:
  - clause: specialists-at-your-word
    at: [finding]
    when: { level: front, wants-more: yes }
    escalate: specialists
    how: [by-hand]
    tell: [requester]
    words:
      en: If you are not content with our answers, you may ask for {escalate}.
      fr: Si nos réponses ne vous conviennent pas, vous pouvez demander {escalate}.
`,
  );
const { policy } = compile(text);
if (!policy) throw new Error("the policy in which customers take it further does not compile");
await house.database.asOwner((tx) => keepVersion(tx, DESK, 2, policy, text, "test"));
const asked = async (subject: string): Promise<string> => {
  const { context } = await visitor(browser, base, { cookie: await session(DESK) });
  expect((await context.request.post(`/${DESK}/ask`, { form: { subject, text: "It does not help.", topic: "error", do: "send" } })).status()).toBe(201);
  return (await rows<{ number: string }>(DESK, "select number from tickets where desk = troth_desk() and subject = $1", subject))[0]?.number ?? "";
};

test("one takes it further without scripts on a telephone: the clause stands before the button, the step is told, and is not offered again", { timeout: 120_000 }, async () => {
  const number = await asked("Nothing helps");
  const due = await rows(
    DESK,
    "select p.kind, p.due from promises p join tickets t on t.desk = p.desk and t.id = p.ticket where t.desk = troth_desk() and t.number = $1 and p.kind = 'first-answer'",
    number,
  );
  const before = (await mailsTo(CUSTOMER)).length;
  const { page } = await visitor(browser, base, { cookie: await session(DESK), width: 390, lang: "fr", script: false });
  await page.goto(`/${DESK}/tickets/${number}?lang=fr`);
  await page.getByText(/^Aller plus loin\s: /).click();
  await page.getByText("Si nos réponses ne vous conviennent pas").waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByRole("button", { name: "Aller plus loin" }).click();
  await page.getByText("Votre demande a été transmise plus haut.").waitFor();
  expect(await page.getByText(/^Aller plus loin\s: /).count()).toBe(0);
  expect((await mailsTo(CUSTOMER)).length).toBe(before + 1);
  expect((await mailsTo(CUSTOMER)).at(-1)?.text).toMatch(/not content with our answers|réponses ne vous conviennent pas/);
  // Going up makes no promise longer.
  expect(
    await rows(DESK, "select p.kind, p.due from promises p join tickets t on t.desk = p.desk and t.id = p.ticket where t.desk = troth_desk() and t.number = $1 and p.kind = 'first-answer'", number),
  ).toEqual(due);
});

test("pressed in two windows it goes up once; the other window is told why, and shows the ticket as it is", { timeout: 120_000 }, async () => {
  const number = await asked("Two windows");
  const cookie = await session(DESK);
  const [one, two] = [await visitor(browser, base, { cookie, lang: "en" }), await visitor(browser, base, { cookie, lang: "en" })];
  for (const { page } of [one, two]) {
    await page.goto(`/${DESK}/tickets/${number}?lang=en`);
    await page.getByText(/^Take it further: /).click();
  }
  expect(await barriers(one.page)).toEqual([]);
  await one.page.getByRole("button", { name: "Take it further" }).click();
  await one.page.getByText("Your request has been taken further.").waitFor();
  await two.page.getByRole("button", { name: "Take it further" }).click();
  await two.page.getByText("It is as far as it goes").waitFor();
  const steps = await rows<{ n: number }>(
    DESK,
    "select count(*)::int as n from decisions d join tickets t on t.desk = d.desk and t.id = d.ticket, jsonb_array_elements(d.effects) e where t.desk = troth_desk() and t.number = $1 and e->>'do' = 'escalations'",
    number,
  );
  expect(steps).toEqual([{ n: 1 }]);
  expect(two.complaints).toEqual([]);
});
