// Every page of the portal, in each language, on a telephone and a desk, in light and dark: no barriers, no overflow, no complaint, no foreign markup.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { DESKS, type Desk, portalHouse } from "../portal/portal-house.ts";
import { barriers, openChromium, overflow, visitor, type Visitor } from "./portal-visitor.ts";

const { base, session, rows } = await portalHouse(...DESKS);
const browser = await openChromium();
const LANGUAGES = ["en", "fr", "it", "ro"] as const;
const ofContact = async (desk: Desk): Promise<string[]> =>
  (
    await rows<{ number: string }>(
      desk,
      "select t.number from tickets t join people p on p.desk = t.desk and p.id = t.requester where t.desk = troth_desk() and p.email = $1 order by t.number",
      `contact@customer-${desk}.example`,
    )
  ).map((r) => r.number);

/** Looks at one page: what a machine can see wrong with it. */
async function faultsOn({ page, complaints }: Visitor, path: string): Promise<string[]> {
  await page.goto(path);
  const wide = await overflow(page);
  return [...(await barriers(page)), ...(wide > 0 ? [`${wide}px too wide`] : []), ...complaints.splice(0)].map((fault) => `${path} ${fault}`);
}

test.each(LANGUAGES)("in %s no page has a barrier, is wider than a telephone, or makes the browser complain", { timeout: 120_000 }, async (lang) => {
  const faults: string[] = [];
  const [number = ""] = await ofContact("orthocab");
  const known = await visitor(browser, base, { cookie: await session("orthocab"), width: 390, dark: lang === "en" || lang === "it" });
  const stranger = await visitor(browser, base, { width: 390, dark: lang === "fr" });
  await known.page.goto(`/orthocab?lang=${lang}`);
  await stranger.page.goto(`/orthocab?lang=${lang}`);
  for (const path of [
    "/orthocab",
    "/orthocab/ask",
    "/orthocab/tickets",
    "/orthocab/tickets?state=closed",
    "/orthocab/tickets?q=zzzz",
    `/orthocab/tickets/${number}`,
    `/orthocab/tickets/${number}?done=contest`,
    "/orthocab/policy",
    "/orthocab/policy?notes=1",
    "/orthocab/nothing",
  ])
    faults.push(...(await faultsOn(known, path)));
  for (const path of ["/orthocab", "/orthocab/ask", "/orthocab/sign-in", "/orthocab/sign-in/no-such-link", "/no-such-desk"]) faults.push(...(await faultsOn(stranger, path)));
  expect(faults).toEqual([]);
});

test.each(DESKS)("the desk %s has none either, on a wide window, with the policy's answer shown", { timeout: 120_000 }, async (desk) => {
  const faults: string[] = [];
  const [number = ""] = await ofContact(desk);
  const who = await visitor(browser, base, { cookie: await session(desk), width: 1280, dark: desk === "dms" || desk === "taxdome" });
  for (const path of [`/${desk}?lang=en`, `/${desk}/policy`, `/${desk}/tickets`, `/${desk}/tickets/${number}`]) faults.push(...(await faultsOn(who, path)));
  await who.page.goto(`/${desk}/ask`);
  await who.page.locator("#subject").fill("Something does not work");
  await who.page.locator("#text").fill("Since this morning I cannot work any more.");
  await who.page.locator("#says .verdict").waitFor();
  faults.push(...(await barriers(who.page)));
  await who.page.setViewportSize({ width: 390, height: 800 });
  expect(await overflow(who.page)).toBe(0);
  await who.page.locator("button[value=send]").click();
  await who.page.locator(".big-number").waitFor();
  faults.push(...(await barriers(who.page)), ...who.complaints);
  expect(await overflow(who.page)).toBe(0);
  expect(faults).toEqual([]);
});

test("words without a space and long names stay inside a telephone's width", async () => {
  const long = "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(5);
  const who = await visitor(browser, base, { cookie: await session("dms"), width: 390 });
  await who.page.goto("/dms/ask?lang=en");
  const answer = await who.context.request.post("/dms/ask", { form: { subject: long, text: `${long}\nhttps://example.org/${long}`, do: "send" } });
  expect(answer.status()).toBe(201);
  for (const path of ["/dms", "/dms/tickets"]) {
    await who.page.goto(path);
    expect(await overflow(who.page)).toBe(0);
  }
  await who.page.getByRole("link", { name: long.slice(0, 40) }).click();
  expect(await overflow(who.page)).toBe(0);
});

const PAYLOADS = [
  "<script>window.broken=1</script>",
  '<img src=x onerror="window.broken=1">',
  '"><svg onload=window.broken=1>',
  "'-window.broken=1-'",
  "</textarea><script>window.broken=1</script>",
  "</title><script>window.broken=1</script>",
  '<iframe src="javascript:parent.broken=1"></iframe>',
  "javascript:window.broken=1",
  'https://example.org/"onmouseover="window.broken=1',
  "{{constructor.constructor('window.broken=1')()}}",
  "<!--<img src=x onerror=window.broken=1>-->",
  "\u202e<b>reversed</b>",
  "&lt;script&gt;window.broken=1&lt;/script&gt;",
];

test("whatever is written comes back as text, on every page where it is shown", { timeout: 120_000 }, async () => {
  const who = await visitor(browser, base, { cookie: await session("teladentistry") });
  const { page, context } = who;
  await page.goto("/teladentistry?lang=en");
  const all = { subject: PAYLOADS.join(" ").slice(0, 300), text: PAYLOADS.join("\n") };
  const looked = await context.request.post("/teladentistry/ask", { form: { ...all, do: "preview" } });
  await page.setContent(await looked.text());
  expect(await page.locator("#text").inputValue()).toBe(all.text);
  for (const payload of PAYLOADS) {
    const form = { token: randomUUID(), subject: payload, text: `${payload}\n${payload}` };
    const sent = await context.request.post("/teladentistry/ask", { form: { ...form, do: "send" } });
    const number = /class="big-number">([^<]+)</.exec(await sent.text())?.[1] ?? "";
    await page.goto(`/teladentistry/tickets/${number}`);
    expect(await page.locator("h1").textContent()).toBe(payload);
    expect(await page.locator(".message .text").textContent()).toBe(form.text);
    await page.goto(`/teladentistry/tickets?q=${encodeURIComponent(payload)}`);
    expect(await page.getByRole("searchbox").inputValue()).toBe(payload);
  }
  const bad = await context.request.post("/teladentistry/ask", { form: { subject: PAYLOADS[0]!, text: "" } });
  expect(await bad.text()).not.toContain(PAYLOADS[0]);
  for (const path of [
    "/teladentistry",
    "/teladentistry/tickets",
    `/teladentistry/sign-in?next=${encodeURIComponent(PAYLOADS[2]!)}`,
    `/teladentistry/ask?topic=${encodeURIComponent(PAYLOADS[1]!)}&lang=${encodeURIComponent(PAYLOADS[0]!)}`,
    `/teladentistry/tickets?state=${encodeURIComponent(PAYLOADS[2]!)}`,
    `/teladentistry/${encodeURIComponent(PAYLOADS[0]!)}`,
  ]) {
    await page.goto(path);
    expect(await page.evaluate(() => (globalThis as { broken?: number }).broken)).toBeUndefined();
    expect(await page.locator("iframe, svg, img, script:not([src])").count()).toBe(0);
  }
  expect(who.complaints).toEqual([]);
});

test("a stranger's name is text to whoever is sent the link", async () => {
  const { page, context } = await visitor(browser, base);
  const sent = await context.request.post("/dms/ask", { form: { token: randomUUID(), name: PAYLOADS[1]!, email: "marks@elsewhere.example", subject: "A name with marks", text: "Hello", do: "send" } });
  expect(sent.status()).toBe(201);
  await context.addCookies([{ ...(await session("dms", "marks@elsewhere.example")), url: base }]);
  await page.goto("/dms?lang=en");
  expect(await page.locator(".who").textContent()).toBe(PAYLOADS[1]);
  expect(await page.evaluate(() => (globalThis as { broken?: number }).broken)).toBeUndefined();
});
