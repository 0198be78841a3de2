// Mails of three languages and many customers hang on one problem and are answered once over the API of a real server, which is killed again and again meanwhile.
import { setTimeout as wait } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { DEMO_PASSWORD } from "../../src/demo/demo-desks.ts";
import { type Caught, dataFolder, type Server, startServer } from "./run-server.ts";

const data = await dataFolder();
const DESK = "technical-support";
const HELP = `help@${DESK}.example`;
const CUSTOMERS = 60;
const KILLS = 3;
const SAID = [
  {
    language: "en",
    text: "Since this morning every export that we start ends with error EXP-4711, please help us with it.",
    answer: "Hello {customer}, exporting works again. Your ticket is {number}.",
  },
  {
    language: "fr",
    text: "Bonjour, depuis ce matin chaque export que nous lançons finit par l'erreur EXP-4711, pouvez-vous nous aider ?",
    answer: "Bonjour {customer}, l’export fonctionne à nouveau.",
  },
  {
    language: "it",
    text: "Buongiorno, da stamattina ogni esportazione che avviamo finisce con l'errore EXP-4711, potete aiutarci?",
    answer: "Buongiorno {customer}, l’esportazione funziona di nuovo.",
  },
] as const;
interface Whole {
  readonly id: string;
  readonly needs: readonly { readonly language: string; readonly tickets: number }[];
  readonly answers: readonly { readonly total: number; readonly sent: number; readonly endedAt: string | null; readonly told: readonly unknown[] }[];
}
interface Line {
  readonly number: string;
  readonly subject: string;
}

test("each ticket gets the answer once and in its own language, however often the server is killed; a reply lands on the own ticket", async () => {
  let server: Server = await startServer(data);
  let cookie = "";
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${server.url}/api/${DESK}${path}`, {
      method,
      headers: { "content-type": "application/json", "x-troth": "1", cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
    return (await answer.json()) as T;
  };
  await call("POST", "/session", { email: `owen.fitch@${DESK}.example`, password: DEMO_PASSWORD });
  const client = createTransport({ host: "127.0.0.1", port: server.smtpPort, ignoreTLS: true, pool: true, maxConnections: 8 });
  const address = (n: number): string => `c${n}@export-${n}.example`;
  await Promise.all(
    Array.from({ length: CUSTOMERS }, (_, n) =>
      client.sendMail({ from: `Person Nr${n} <${address(n)}>`, to: HELP, subject: `Export ${n}`, text: SAID[n % SAID.length]!.text, messageId: `<m${n}@export-${n}.example>` }),
    ),
  );
  client.close();
  const mine = async (): Promise<Line[]> => (await call<{ items: Line[] }>("GET", "/tickets?status=all&limit=100")).items.filter((t) => /^Export \d+$/.test(t.subject));
  let lines = await mine();
  for (const end = Date.now() + 60_000; lines.length < CUSTOMERS && Date.now() < end; lines = await mine()) await wait(200);
  expect(lines).toHaveLength(CUSTOMERS);
  const numbers = lines.map((t) => t.number);
  const { id } = await call<Whole>("POST", "/problems", { title: "Export fails", known: "EXP-4711", tickets: numbers.slice(0, 50) });
  for (const number of numbers.slice(50)) await call("PUT", `/problems/${id}/tickets/${number}`, {});
  const read = (): Promise<Whole> => call<Whole>("GET", `/problems/${id}`);
  expect((await read()).needs).toEqual(SAID.map(({ language }) => ({ language, tickets: CUSTOMERS / 3 })));
  await call("POST", `/problems/${id}/answers`, { texts: Object.fromEntries(SAID.map((s) => [s.language, s.answer])), tickets: numbers });

  const progress: number[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    for (let sent = 0; sent < (CUSTOMERS * kill) / (KILLS + 2); sent = (await read()).answers[0]?.sent ?? 0) await wait(5);
    await server.stop("SIGKILL");
    server = await startServer(data);
    progress.push((await read()).answers[0]?.sent ?? 0);
  }
  let seen = await read();
  for (const end = Date.now() + 60_000; seen.answers[0]?.endedAt === null && Date.now() < end; seen = await read()) await wait(200);
  expect(seen.answers).toMatchObject([{ total: CUSTOMERS, sent: CUSTOMERS, told: [], endedAt: expect.any(String) }]);
  console.info(`sent when it came back after each kill: ${progress.join(", ")} of ${CUSTOMERS}`);

  const answers = async (to: string): Promise<Caught[]> =>
    ((await (await fetch(`${server.url}/mailbox/messages?to=${encodeURIComponent(to)}`)).json()) as Caught[]).filter((m) => m.text.includes("Person Nr") && /EXP-|again|nouveau|nuovo/.test(m.text));
  for (let n = 0; n < CUSTOMERS; n++) {
    const said = SAID[n % SAID.length]!;
    const own = lines.find((t) => t.subject === `Export ${n}`)!.number;
    const words = said.answer.replace("{customer}", `Person Nr${n}`).replace("{number}", own);
    let got: Caught[] = [];
    for (const end = Date.now() + 30_000; got.length === 0 && Date.now() < end; await wait(50)) got = (await answers(address(n))).filter((m) => m.text.includes(words));
    expect(got, `to ${address(n)}`).toHaveLength(1);
    const mail = JSON.stringify(got[0]);
    for (const other of lines) if (other.number !== own) expect(mail).not.toMatch(new RegExp(`\\b${other.number}\\b`));
    expect(mail.match(/Person Nr\d+/g)?.every((name) => name === `Person Nr${n}`)).toBe(true);
    const ticket = await call<{ messages: { kind: string; text: string }[] }>("GET", `/tickets/${own}`);
    expect(ticket.messages.filter((m) => m.kind === "answer").map((m) => m.text)).toEqual([words]);
  }
  const back = createTransport({ host: "127.0.0.1", port: server.smtpPort, ignoreTLS: true });
  const [toFirst] = (await answers(address(0))).filter((m) => m.text.includes("works again"));
  await back.sendMail({ from: `Person Nr0 <${address(0)}>`, to: HELP, subject: "Re: Export 0", inReplyTo: toFirst?.headers["Message-ID"] ?? "", text: "Thank you, our export works again indeed." });
  back.close();
  const own = lines.find((t) => t.subject === "Export 0")!.number;
  let last = "";
  for (const end = Date.now() + 30_000; !last.startsWith("Thank you") && Date.now() < end; await wait(100))
    last = (await call<{ messages: { text: string }[] }>("GET", `/tickets/${own}`)).messages.at(-1)?.text ?? "";
  expect(last).toBe("Thank you, our export works again indeed.");
}, 300_000);
