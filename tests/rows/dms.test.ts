// What the paid desk for dental software sells, gives, and leaves to others, from the customer's mail to the console: rows D1, D2, D3, D5, D8, D11 and D14.
import { expect, test } from "vitest";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { wholeDesk } from "./whole-desk.ts";

const MINUTE = 60_000;
const LAURA = "contact@customer-dms.example"; // Professional, contract, current release, Italian
const STEFANO = "stefano@ambulatorio-rinaldi.example"; // Basic, contract, earlier release
const ELENA = "elena@bianchi-serra.example"; // Professional, no contract, earlier release
const PAOLA = "paola@igiene-fontana.example"; // Hygienist, contract, current release
const ANTONIO = "antonio@studio-greco.example"; // Basic, no contract, current release
const KAREN = "karen@lakeside-dental.example"; // Professional, contract, current release, English
const NOBODY = "segreteria@studio-ignoto.example"; // nobody whom the desk knows
const desk = await wholeDesk("dms");
const staff = (name: string): Promise<string> => desk.cookieOf("staff", `${name}@dms.example`);
let chiara = await staff("chiara.donati");
/** Sessions end where days pass. */
const later = async (ms: number): Promise<void> => {
  await desk.later(ms);
  chiara = await staff("chiara.donati");
};

let n = 0;
async function asks(from: string, text: string, called = "Richiesta"): Promise<{ number: string; text: string; page: string; console: TicketView }> {
  desk.pass(4 * MINUTE); // who writes faster than a person does is a machine, and gets no mail back
  const subject = `${called} ${(n += 1)}`;
  await desk.mail(from, subject, text);
  const number = await desk.ticketOf(subject);
  return { number, text: (await desk.lastMail(from)).text, page: await desk.page(await desk.cookieOf("person", from), number), console: await desk.ticket(chiara, number) };
}
const has = (text: string, ...words: readonly string[]): void => {
  for (const word of words) expect(text).toContain(word);
};
interface Refusals {
  readonly tickets: readonly { readonly number: string; readonly clause: string }[];
}
const refusedBy = async (number: string): Promise<string | undefined> => (await desk.call<Refusals>(chiara, "GET", "/refusals")).body.tickets.find((t) => t.number === number)?.clause;

test.each([
  ["other-software", LAURA, "Buongiorno, Microsoft Excel non apre più i nostri elenchi.", "il vostro tecnico informatico"],
  ["operating-system", PAOLA, "Buongiorno, Windows non parte: il sistema operativo mostra una schermata blu.", "il vostro tecnico informatico"],
  ["network", LAURA, "Buongiorno, il nuovo router va configurato: potete configurare la rete dello studio?", "il vostro tecnico informatico"],
  ["shared-disks", KAREN, "Good morning, the shared folder on the NAS cannot be opened.", "your own IT technician"],
  ["user-profiles", KAREN, "Good morning, the Windows account of a colleague is gone: can you make a new user profile?", "your own IT technician"],
  ["mail-setup", PAOLA, "Buongiorno, Outlook non invia più la posta elettronica.", "il vostro tecnico informatico"],
])("D1: %s is not DMS: the mail says so with the clause, names who can help, and nothing is charged", async (topic, from, words, technician) => {
  const { number, text, page, console } = await asks(from, words);
  expect(console).toMatchObject({ refused: true, topic: { id: topic }, offers: [], charges: [], promises: [] });
  has(text, number, "§ 2.1", technician, `/tickets/${number}#contest`);
  has(page, technician, "§ 2.1");
  expect(text).not.toMatch(/EUR/);
  expect(await refusedBy(number)).toBe("other-systems");
});

test.each([
  ["download", ANTONIO, "Buongiorno, non riesco a scaricare il programma: lo scarico si interrompe."],
  ["defective-media", NOBODY, "Buongiorno, il CD è rovinato: cd illeggibile."],
  ["installation", STEFANO, "Buongiorno, il programma non si installa sul nuovo computer."],
  ["activation", ELENA, "Buongiorno, il codice di attivazione viene rifiutato."],
])("D2: help with %s is given to %s, with a contract or without, and costs nothing however long it takes", async (topic, from, words) => {
  const { number, text, console } = await asks(from, words);
  expect(console).toMatchObject({ refused: false, topic: { id: topic }, offers: [] });
  has(text, "non serve alcun contratto", "non costa nulla", "§ 5.1");
  expect(text).not.toMatch(/ACCETTO|EUR/);
  const clock = `/tickets/${number}/clock`;
  expect((await desk.call(chiara, "PUT", clock, { kind: "connection" })).status).toBe(200); // nothing to agree to first
  await later(75 * MINUTE);
  expect((await desk.call(chiara, "DELETE", clock)).status).toBe(200);
  expect((await desk.call(chiara, "PUT", `/tickets/${number}/closure`, { outcome: "solved", text: "Ecco come procedere." })).status).toBe(200);
  const asked = await desk.lastMail(from);
  has(asked.text, "Ecco come procedere.", "Non viene addebitato nulla.");
  await desk.mail(from, `Re: ${asked.subject}`, "SÌ, CHIUDETE", { answers: asked.id });
  expect(await desk.ticket(chiara, number)).toMatchObject({ status: "closed", charges: [] });
  expect((await desk.lastMail(from)).text).not.toMatch(/EUR/);
});

test("D3: without a contract on the current release, and on an edition that is not covered, the mail says what would give access; updates are no part of support", async () => {
  const without = await asks(ANTONIO, "Buongiorno, come faccio a stampare i richiami?");
  has(without.text, "§ 3.4", "contratto di manutenzione", "scriveteci per attivarlo", `/tickets/${without.number}#contest`);
  has(without.page, "contratto di manutenzione");
  expect(await refusedBy(without.number)).toBe("contract-needed");
  const [office] = await desk.rows<{ id: string }>("dms", "select id from organisations where name = 'Igiene Dentale Fontana'");
  expect((await desk.call(await staff("giulia.ferrante"), "PUT", `/organisations/${office!.id}/standing/edition`, { value: "other" })).status).toBe(200);
  const other = await asks(PAOLA, "Buongiorno, dove trovo la cartella clinica di un paziente?");
  has(other.text, "§ 3.3", "una licenza Professional, Basic o Hygienist");
  expect(await refusedBy(other.number)).toBe("edition-not-covered");
  expect((await desk.call(await staff("giulia.ferrante"), "PUT", `/organisations/${office!.id}/standing/edition`, { value: "hygienist" })).status).toBe(200);
  await later(MINUTE);
  has((await desk.lastMail(PAOLA)).text, other.number, "45,00"); // what was refused for it is taken on, at its price
  const update = await asks(LAURA, "Buongiorno, quando esce l’aggiornamento? Vorremmo passare alla nuova versione.");
  has(update.text, "§ 2.2", "chiedeteci del contratto di manutenzione");
  expect(await refusedBy(update.number)).toBe("no-updates");
});

test.each([
  ["with a contract", STEFANO, "Buongiorno, gli indici vanno riallineati: errore di archivio."],
  ["without one", ELENA, "Buongiorno, gli indici vanno riallineati: errore di archivio all’avvio."],
])("D5: on an earlier release an intervention costs 160 EUR for 30 minutes, %s", async (_how, from, words) => {
  const { number, text, page, console } = await asks(from, words);
  has(text, "160,00", "35,20", "195,20", "30 minuti", "ACCETTO", "§ 5.4");
  has(page, "195,20");
  expect(console.offers).toMatchObject([{ state: "open", covers: 30 * MINUTE, quote: { gross: { cents: 19_520, currency: "EUR" } } }]);
  const mail = await desk.lastMail(from);
  await desk.mail(from, `Re: ${mail.subject}`, "ACCETTO", { answers: mail.id });
  await desk.call(chiara, "PUT", `/tickets/${number}/clock`, { kind: "connection" });
  await later(40 * MINUTE);
  expect((await desk.ticket(chiara, number)).clock).toMatchObject({ worked: { connection: 30 * MINUTE }, stopsAt: null });
});

test("D14: a full backup is advised before paid work, in the mail, in the portal before one asks, and not where nothing is paid", async () => {
  const advice = /backup completo almeno ogni 24 ore/;
  const { text } = await asks(LAURA, "Buongiorno, come si fa a stampare l’agenda di domani?");
  expect(text).toMatch(advice);
  const cookie = await desk.cookieOf("person", LAURA);
  const look = async (topic: string): Promise<string> =>
    (
      await fetch(`${desk.base}/dms/ask?lang=it`, {
        method: "POST",
        headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ subject: "Prova", text: "Qualcosa non va.", topic, do: "look" }),
      })
    ).text();
  expect(await look("usage")).toMatch(advice);
  expect(await look("download")).not.toMatch(advice);
  const { text: recovery } = await asks(KAREN, "Good morning, lost files: the disk is broken and there is no backup. Is data recovery possible?", "Broken disk");
  has(recovery, "charged separately", "a quote before we start");
  expect(recovery).toMatch(/full backup at least every 24 hours/);
});

/** A request of every kind, from its mail to its end, in the customer's language: everything that the desk writes on the way. */
async function everything(from: string, say: { asks: string; agrees: string; refuses: string; two: [string, string] }): Promise<string[]> {
  const before = (await desk.mails(from)).length;
  const answers = async (text: string): Promise<void> => {
    const mail = await desk.lastMail(from);
    await desk.mail(from, `Re: ${mail.subject}`, text, { answers: mail.id });
  };
  // Priced, agreed to, worked on to the cap and beyond, with steps of the customer's, and not solved.
  const { number } = await asks(from, say.asks);
  await answers(say.agrees);
  const path = `/tickets/${number}`;
  await desk.call(chiara, "POST", `${path}/checklists`, { ask: "steps", things: ["error-messages", "changed-setting"], items: [], text: "DMS-4711" });
  await desk.call(chiara, "PUT", `${path}/clock`, { kind: "connection" });
  await later(25 * MINUTE);
  await desk.call(chiara, "POST", `${path}/clock/more`, {});
  await answers(say.agrees);
  await later(3 * 24 * 60 * MINUTE);
  await desk.call(chiara, "POST", `${path}/messages`, { kind: "answer", text: "DMS-4711" });
  await desk.call(chiara, "PUT", `${path}/findings`, { facts: { "files-lost": true } });
  await desk.call(chiara, "POST", `${path}/offers`, { for: "recovery", net: 20_000, words: "DMS-4711" });
  await answers(say.refuses);
  await desk.call(chiara, "PUT", `${path}/closure`, { outcome: "unresolved", text: "DMS-4711" });
  const [charge] = (await desk.ticket(chiara, number)).charges;
  const credit = await desk.call<TicketView>(chiara, "POST", `${path}/adjustments`, { charge: charge!.id, kind: "credit", net: 1000, reason: "DMS-4711" });
  const proposed = credit.body.charges?.find((c) => c.state === "proposed");
  if (proposed) await desk.call(await staff("marco.bellandi"), "PUT", `${path}/adjustments/${proposed.id}`, { state: "booked" });
  // Several problems in one, a refusal, and one that is solved.
  const two = await asks(from, `${say.two[0]}\n\n${say.two[1]}`);
  const message = two.console.messages[0]!.id;
  await desk.call(chiara, "POST", `/tickets/${two.number}/split`, {
    stays: { facts: { topic: "usage" } },
    parts: [{ subject: "Windows", topic: "operating-system", pieces: [{ message, text: say.two[1] }] }],
  });
  await desk.call(chiara, "PUT", `/tickets/${two.number}/closure`, { outcome: "solved", text: "DMS-4711" });
  await later(30 * 24 * 60 * MINUTE);
  const mails = (await desk.mails(from)).slice(before).map((m) => m.text);
  expect(mails.length).toBeGreaterThanOrEqual(9);
  return mails;
}
const PROMISED =
  /\bwe (?:will|shall|’ll|guarantee to) (?:solve|fix|resolve|repair)|will be (?:solved|fixed|resolved|repaired)|risolveremo|sarà risolt|ripareremo|nous (?:résoudrons|réparerons)|sera (?:résolu|réparé)|vom rezolva|va fi rezolvat|vom repara/i;
const GUARANTEED = /guarant|garanti|garanz|garant|assicur|certain to|sûr de réussir/i;
const DENIED = /\btoo\b|troppo|\bnot\b|\bno\b|cannot|without|\bnon\b|senza|\bpas\b|aucun|sans|\bnu\b|fără|nici/i;

test.each([
  [
    "it",
    LAURA,
    {
      asks: "Buongiorno, la fattura di ieri non si lascia stampare. Come faccio?",
      agrees: "ACCETTO",
      refuses: "NON ACCETTO",
      two: ["Come faccio a inserire un appuntamento?", "E poi Windows non parte più sul server."] as [string, string],
    },
  ],
  [
    "en",
    KAREN,
    {
      asks: "Good morning, how do I print the treatment plan of a patient?",
      agrees: "I ACCEPT",
      refuses: "I REFUSE",
      two: ["How do I enter an appointment for next week?", "And the blue screen: Windows does not start on the server."] as [string, string],
    },
  ],
  [
    "fr",
    LAURA,
    {
      asks: "Bonjour, nous voudrions savoir comment le programme imprime les rappels des patients.",
      agrees: "J’ACCEPTE",
      refuses: "JE REFUSE",
      two: ["Nous voudrions aussi savoir où se trouve la liste des rendez-vous.", "Et depuis hier notre serveur ne démarre plus du tout."] as [string, string],
    },
  ],
  [
    "ro",
    KAREN,
    {
      asks: "Bună ziua, am vrea să știm cum tipărește programul fișa unui pacient.",
      agrees: "ACCEPT",
      refuses: "REFUZ",
      two: ["Am vrea să știm și unde se găsește lista programărilor.", "Iar de ieri serverul nostru nu mai pornește deloc."] as [string, string],
    },
  ],
])("D8, D11: the whole of an intervention by mail alone, in %s: no mail on the way promises a solution", { timeout: 60_000 }, async (lang, from, say) => {
  for (const text of await everything(from, say)) {
    if (lang === "fr" || lang === "ro") expect(text).not.toMatch(/the error messages|What to know about interventions/); // the policy has neither language: all of it is in its first, not some in another
    expect(text).not.toMatch(PROMISED);
    for (const sentence of text.split(/[.\n]/)) if (GUARANTEED.test(sentence)) expect(sentence).toMatch(DENIED);
  }
  expect(desk.faults).toEqual([]);
});

test("D11: nor does the page that the public reads, in any language", async () => {
  for (const lang of ["it", "en"]) {
    const page = (await (await fetch(`${desk.base}/dms/policy?lang=${lang}`)).text()).replaceAll(/<[^>]+>/g, "\n");
    expect(page).not.toMatch(PROMISED);
    for (const sentence of page.split(/[.\n]/)) if (GUARANTEED.test(sentence)) expect(sentence).toMatch(DENIED);
  }
});
