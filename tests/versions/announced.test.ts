// A new version, announced ahead: a changed taxdome and a changed orthocab are activated for a day to come, the mails are read in three languages, the portal
// and the public page say so, and on the day itself tickets are judged by it, and the text is accepted anew. SPEC 22.
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { dateIn, localToInstant } from "../../src/policy/index.ts";
import { tellVersions } from "../../src/doors/worker/tell-versions.ts";
import { calendarDateText } from "../../src/words/instant.ts";
import { newId } from "../../src/database/new-id.ts";
import { orthocabFrom, taxdomeFrom } from "./changed-policies.ts";
import { portalHouse } from "../portal/portal-house.ts";

const DAY = 86_400_000;
const { house, base, faults, mailsTo, rows, pass, session } = await portalHouse("taxdome", "orthocab");
const ahead = dateIn(house.now() + 40 * DAY, "Europe/Bucharest");

const told = async (): Promise<void> => {
  await tellVersions(house, (error) => void faults.push(error));
  expect(faults).toEqual([]);
};
const page = async (path: string, lang: string, cookie?: { readonly name: string; readonly value: string }): Promise<string> => {
  const answer = await fetch(`${base}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, { headers: cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {} });
  expect(answer.status).toBe(200);
  return answer.text();
};

test("SPEC 22.3: whoever belongs to a customer gets one mail, in their language, with the day, the price that changes in words, and the way to both versions", async () => {
  expect(await openDesk(house.database, "taxdome", taxdomeFrom(ahead), "Ioana Marin", { now: house.now() })).toMatchObject({ version: 2, changed: true, announced: true });
  expect(await openDesk(house.database, "orthocab", orthocabFrom(ahead), "Claire Vasseur", { now: house.now() })).toMatchObject({ version: 2, announced: true });
  await told();
  await told();

  const [mail, ...more] = (await mailsTo("sorina@cabinet-ionescu.example")).filter((m) => m.subject.includes("Ce se schimbă"));
  expect(more).toEqual([]);
  expect(mail?.subject).toContain(`Ce se schimbă din ${calendarDateText(ahead, "ro")}`);
  expect(mail?.text).toContain("00:00 (ora din București)");
  expect(mail?.text).toContain("Mai rău pentru dvs.: prețul");
  expect(mail?.text).toContain("40,00 EUR");
  expect(mail?.text).toContain("45,00 EUR");
  expect(mail?.text).toContain(`/taxdome/policy/changes?version=2&lang=ro`);
  expect(mail?.text).toContain(`/taxdome/policy?version=2&lang=ro`);
  expect(mail?.text).toContain(`/taxdome/policy?version=1&lang=ro`);
  expect(mail?.text).toContain(`termenii și condițiile asistenței, versiunea ${ahead}`);
  expect(mail?.headers).toMatchObject({ "Auto-Submitted": "auto-generated" });

  const [fr] = (await mailsTo("ma.hoarau@galets-ortho.example")).filter((m) => m.subject.includes("Ce qui change"));
  expect(fr?.subject).toContain(`Ce qui change à partir du ${calendarDateText(ahead, "fr")}`);
  expect(fr?.text).toContain("(heure de La Réunion)"); // their own zone
  expect(fr?.text).toContain("Moins bien pour vous\u00a0: l’échéance");
  expect(fr?.text).toContain("Jusque-là\u00a0: «\u00a0Nous vous répondons au plus tard sous 2 jours ouvrables");
  expect(fr?.text).toContain("Ensuite\u00a0: «\u00a0Nous vous répondons au plus tard sous 3 jours ouvrables");

  const [en] = (await mailsTo("dana@brightwater.example")).filter((m) => m.subject.includes("What changes"));
  expect(en?.text).toContain("(New York time)");
  expect(en?.text).toContain("17:00");
});

test("SPEC 22.5: each is told what changes by what the record says of them, and nothing of it that is the staff's", async () => {
  const mail = async (address: string): Promise<string> => (await mailsTo(address)).find((m) => m.text.includes("/policy/changes?version=2"))?.text ?? expect.fail(`no mail to ${address}`);
  expect(await mail("sorina@cabinet-ionescu.example")).toContain("Cum ne contactați"); // essential: the widget goes
  expect(await mail("contact@customer-taxdome.example")).not.toContain("Cum ne contactați"); // business: it stays
  for (const address of ["sorina@cabinet-ionescu.example", "dana@brightwater.example"]) {
    const words = await mail(address);
    for (const internal of ["entitlement", "ruling", "third-session-fee", "places", "Fără abonament nu există"]) expect(words).not.toContain(internal);
  }
});

test("the portal and the public page say that it comes; old and new can both be read, and side by side", async () => {
  const cookie = await session("taxdome", "sorina@cabinet-ionescu.example");
  const day = calendarDateText(ahead, "ro");
  expect(await page("/taxdome", "ro", cookie)).toContain(`Din ${day} se aplică o nouă versiune a politicii noastre.`);
  expect(await page("/taxdome", "fr")).toContain("Ce qui change");
  const now = await page("/taxdome/policy", "ro");
  expect(now).toContain("Ultima actualizare: 1 martie 2024");
  expect(now).toContain("40,00");
  expect(now).toContain(day);
  const next = await page("/taxdome/policy?version=2", "ro");
  expect(next).toContain("Această versiune intră în vigoare");
  expect(next).toContain("45,00");
  expect(await page("/taxdome/policy?version=1", "en")).toContain("40.00");
  const yours = await page("/taxdome/policy/changes?version=2", "ro", cookie);
  expect(yours).toContain("Ce se schimbă pentru dvs.");
  expect(yours).toContain("Cum ne contactați");
  expect(yours).toContain("și taxa ședințelor pierdute"); // the text to accept, as it will read
  expect(yours).toContain("și felul în care decidem despre abateri."); // and as it reads
  const anybodys = await page("/taxdome/policy/changes", "en");
  expect(anybodys).toContain("Sign in to see what changes for you.");
  expect(anybodys).not.toContain("Worse for you");
  expect((await fetch(`${base}/taxdome/policy?version=9`)).status).toBe(404);
  expect((await fetch(`${base}/taxdome/policy/changes?version=1`)).status).toBe(404);
  expect((await fetch(`${base}/taxdome/policy?version=x`)).status).toBe(404);
});

const ask = (desk: string, email: string, language: string) =>
  change(house, desk, {
    kind: "ask",
    id: newId(house.now()),
    by: { kind: "person", id: null, name: "" },
    asker: { email, name: "" },
    subject: "Întrebare",
    said: { text: "Cum adaug un client?", channel: "portal", language },
  });

test("SPEC 22.1, 22.6: what is asked before is judged by the old version, what is asked after by the new one, whose text is accepted anew", async () => {
  const before = await ask("orthocab", "nadia@vieux-port.example", "fr");
  await ask("taxdome", "sorina@cabinet-ionescu.example", "ro");
  const wait = localToInstant(ahead, "Europe/Paris") - house.now();
  pass(wait - 60_000);
  const justBefore = await ask("orthocab", "helene@cabinet-tilleuls.example", "fr");
  pass(120_000);
  await told();
  const after = await ask("orthocab", "fiona@harbour-speech.example", "en");
  const tickets = await rows<{ id: string; policy: number }>("orthocab", "select id, policy from tickets where desk = troth_desk() and id = any ($1::uuid[])", [
    before.ticket.id,
    justBefore.ticket.id,
    after.ticket.id,
  ]);
  expect(Object.fromEntries(tickets.map((t) => [t.id, t.policy]))).toEqual({ [before.ticket.id]: 1, [justBefore.ticket.id]: 1, [after.ticket.id]: 2 });
  expect(after.reasons.find((r) => r.id === "answer-time")?.words).toContain("3 working days");
  expect(before.reasons.find((r) => r.id === "answer-time")?.words).toContain("2 jours ouvrables");

  await ask("taxdome", "sorina@cabinet-ionescu.example", "ro");
  await ask("taxdome", "sorina@cabinet-ionescu.example", "ro");
  const accepted = await rows<{ version: string; policy: number; words: string }>(
    "taxdome",
    "select a.version, a.policy, a.words from acceptances a join people p on p.desk = a.desk and p.id = a.person where a.desk = troth_desk() and a.document = 'terms' and p.email = $1 order by a.at",
    "sorina@cabinet-ionescu.example",
  );
  expect(accepted.map(({ version, policy }) => [version, policy])).toEqual([
    ["2024-03-01", 1],
    [ahead, 2],
  ]);
  expect(accepted[1]?.words).toContain("taxa ședințelor pierdute");

  const kept = before.reasons.find((r) => r.id === "answer-time")?.url ?? "";
  const then = await (await fetch(kept)).text(); // what was told leads to the words that were told
  expect(then).toContain("Cette version s’est appliquée du 21 mai 2020 au");
  expect(then).toContain("2 jours ouvrables");
  expect(await (await fetch(after.reasons.find((r) => r.id === "answer-time")?.url ?? "")).text()).toContain("3 working days");

  expect(await page("/taxdome", "ro")).not.toContain("se aplică o nouă versiune");
  expect(await page("/taxdome/policy", "ro")).toContain(`Ultima actualizare: ${calendarDateText(ahead, "ro")}`);
  expect(await page("/taxdome/policy?version=1", "en")).toContain("This version held from 1 March 2024 to");
});
