// What whoever starts the server notices: where to click, nothing lost, nothing doubled, and one sentence where it cannot start.
import { spawn } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { embeddedUrl } from "../../src/database/embedded-account.ts";
import { caughtMails, dataFolder, freePort, type Server, sendMail, startRefused, startServer } from "./run-server.ts";

const DESKS = ["dms", "orthocab", "taxdome", "technical-support", "teladentistry"];
const data = await dataFolder();
const elsewhere = await dataFolder();
const byNpm = await dataFolder();
let server: Server;
beforeAll(async () => {
  server = await startServer(data);
});

/** How many rows there are, desk by desk. */
async function counts(): Promise<unknown> {
  const client = new pg.Client({ connectionString: (await embeddedUrl(data)) ?? "" });
  await client.connect();
  const { rows } = await client.query(
    `select desk, (select count(*)::int from tickets t where t.desk = d.desk) as tickets, (select count(*)::int from messages m where m.desk = d.desk) as messages,
     (select count(*)::int from people p where p.desk = d.desk) as people, (select count(*)::int from staff s where s.desk = d.desk) as staff, (select count(*)::int from policies v where v.desk = d.desk) as versions from desks d order by desk`,
  );
  await client.end();
  return rows;
}

test("the first start opens five desks and says where to click and which logins to use", async () => {
  for (const desk of DESKS) {
    expect(server.output()).toContain(`${server.url}/${desk}/console`);
    expect(server.output()).toContain(`help@${desk}.example`);
    expect((await fetch(`${server.url}/${desk}`)).status).toBe(200);
    expect((await fetch(`${server.url}/${desk}/policy`)).status).toBe(200);
  }
  expect(server.output()).toContain("Every demo login has the password troth-demo.");
  expect(await (await fetch(server.url)).text()).toContain('href="/orthocab"');
  expect((await counts()) as unknown[]).toHaveLength(5);
});

test("every demo desk begins with people and tickets, each decided by its policy, and with an empty mailbox", async () => {
  for (const row of (await counts()) as { tickets: number; people: number; staff: number }[]) {
    expect(row.tickets).toBeGreaterThanOrEqual(5);
    expect(row.people).toBeGreaterThanOrEqual(5);
    expect(row.staff).toBeGreaterThanOrEqual(3);
  }
  expect(await (await fetch(`${server.url}/mailbox/messages`)).json()).toEqual([]);
});

test("the command and npm start both begin such that what a large mail took goes back to the system", async () => {
  const setting = "MALLOC_MMAP_THRESHOLD_=524288";
  expect((await readFile(`/proc/${server.process.pid}/environ`, "utf8")).split("\0")).toContain(setting);
  expect(JSON.parse(await readFile("package.json", "utf8")).scripts.start).toBe(`exec env ${setting} node bin/troth.mjs serve`);
});

test("a demo login works", async () => {
  const response = await fetch(`${server.url}/api/orthocab/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-troth": "1" },
    body: JSON.stringify({ email: "claire.vasseur@orthocab.example", password: "troth-demo" }),
  });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ kind: "staff", role: "admin" });
});

test.each(DESKS)("a mail to %s gets one confirmation that states the number", async (desk) => {
  const customer = `contact@customer-${desk}.example`;
  await sendMail(server, {
    from: customer,
    to: `help@${desk}.example`,
    subject: "Where do I change my settings?",
    text: "Hello,\nI cannot find where to change the settings. Could you please tell me how it works?\nThank you very much",
  });
  const mails = await caughtMails(server, customer, 1);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toMatch(/^\[[A-Z]{2}-\d{4}\] /);
  expect(mails[0]?.text).toMatch(/[A-Z]{2}-\d{4}/);
});

test("a second server on the same data is refused in one sentence", async () => {
  const ended = await startRefused({ DATA_DIR: data, PORT: String(await freePort()), SMTP_PORT: String(await freePort()) });
  expect(ended.code).toBe(1);
  expect(ended.output).toMatch(/Another Troth server \(process \d+\) is running on the data folder .*\n.*DATA_DIR/);
});

test("a stop is clean, and the next start has everything, once", async () => {
  const before = await counts();
  expect(await server.stop("SIGINT")).toBe(0);
  server = await startServer(data);
  expect(await counts()).toEqual(before);
  expect(server.output()).toContain("Every demo login has the password");
});

test("npm start that is asked to stop by its own process alone takes the server and its database with it", async () => {
  const npm = spawn("npm", ["start"], { env: { ...process.env, DATA_DIR: byNpm, PORT: String(await freePort()), SMTP_PORT: String(await freePort()) }, stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  npm.stdout.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  await expect.poll(() => said, { timeout: 90_000 }).toContain("Troth is running at");
  const url = /Troth is running at (\S+);/.exec(said)?.[1] ?? "";
  npm.kill("SIGTERM");
  await expect
    .poll(
      () =>
        fetch(url).then(
          () => "answers",
          () => "is gone",
        ),
      { timeout: 30_000 },
    )
    .toBe("is gone");
  await expect
    .poll(
      () =>
        access(join(byNpm, "postgres", "postmaster.pid")).then(
          () => "runs",
          () => "has ended",
        ),
      { timeout: 30_000 },
    )
    .toBe("has ended");
});

test("a server that is killed comes back, and what it had said yes to is there", async () => {
  const before = (await counts()) as { desk: string; tickets: number }[];
  await sendMail(server, {
    from: "contact@customer-dms.example",
    to: "help@dms.example",
    subject: "Stampa del preventivo",
    text: "Buongiorno, come posso stampare il preventivo in due lingue? Grazie mille per il vostro aiuto.",
  });
  expect(await server.stop("SIGKILL")).toBe("SIGKILL");
  server = await startServer(data);
  await caughtMails(server, "contact@customer-dms.example", 2);
  const after = (await counts()) as { desk: string; tickets: number }[];
  expect(after.map((row) => row.tickets)).toEqual(before.map((row) => row.tickets + (row.desk === "dms" ? 1 : 0)));
});

test("demo logins are refused where other machines can reach the server, and it says what to do", async () => {
  await server.stop();
  const ports = { PORT: String(await freePort()), SMTP_PORT: String(await freePort()) };
  const open = await startRefused({ DATA_DIR: data, HOST: "0.0.0.0", SMTP_HOST: "127.0.0.1", ...ports });
  expect(open).toMatchObject({ code: 1, output: expect.stringMatching(/The database has demo logins whose password anybody knows \(dms, .*\n.*DATA_DIR/) as string });
  const forced = await startRefused({ DATA_DIR: data, HOST: "0.0.0.0", DEMO: "on", ...ports });
  expect(forced.output).toContain("demo logins are for loopback alone");
  server = await startServer(data);
});

test("a port that is taken is one sentence", async () => {
  const { port } = new URL(server.url);
  const web = await startRefused({ DATA_DIR: elsewhere, PORT: port, SMTP_PORT: String(await freePort()) });
  expect(web).toMatchObject({ code: 1, output: expect.stringContaining(`Port ${port} on 127.0.0.1 is used by another program.\nEnd that one, or set PORT to another port.`) as string });
  const mail = await startRefused({ DATA_DIR: elsewhere, PORT: String(await freePort()), SMTP_PORT: String(server.smtpPort) });
  expect(mail.output).toContain("set SMTP_PORT to another port");
});

test("faults of the settings are told all at once, each with how to mend it, and no password is repeated", async () => {
  const ended = await startRefused({
    PORT: "99999",
    SMTP_PORT: "mail",
    HOST: "1.2.3.4:80",
    DEMO: "maybe",
    MAIL_SIZE_LIMIT: "big",
    DATABASE_URL: "mysql://user:hush@host/db",
    PUBLIC_URL: "https://help.example/desk",
    TROTH_SECRET: "short",
  });
  expect(ended.code).toBe(1);
  for (const name of ["PORT", "SMTP_PORT", "HOST", "DEMO", "MAIL_SIZE_LIMIT", "DATABASE_URL", "PUBLIC_URL", "TROTH_SECRET"]) expect(ended.output).toMatch(new RegExp(`^ {2}${name} is .*: `, "m"));
  expect(ended.output).not.toMatch(/hush|short/);
});

test("behind a proxy nobody reads the caught mails, and it says that no mail leaves", async () => {
  const proxied = await startServer(elsewhere, { DEMO: "off", PUBLIC_URL: "https://help.vendor.example", TRUST_PROXY: "1" });
  expect((await fetch(`${proxied.url}/mailbox/messages`)).status).toBe(404);
  expect(await (await fetch(proxied.url)).text()).not.toContain("mailbox");
  await expect.poll(() => proxied.output()).toContain("No mail leaves: set SMTP_URL");
  await proxied.stop();
});

test("a data folder that cannot be made is one sentence", async () => {
  const ended = await startRefused({ DATA_DIR: "/dev/null/troth", PORT: "0", SMTP_PORT: "0" });
  expect(ended).toEqual({ code: 1, output: "The data folder /dev/null/troth cannot be made: a part of that path is no folder.\nSet DATA_DIR to a folder.\n" });
});
