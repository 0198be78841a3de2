// Maintenance as a customer meets it: the page in their language and zone, the mail that they asked for, and one click that ends it.
import { expect, test } from "vitest";
import { sessionCookie, startSession } from "../../src/desk/sessions/sessions.ts";
import { portalHouse } from "./portal-house.ts";

const { house, base, mailsTo, rows, pass } = await portalHouse("technical-support", "dms");
const DESK = "technical-support";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [lead] = await rows<{ id: string }>(DESK, "select id from staff where desk = troth_desk() and role = 'lead' limit 1");
const { token } = await house.database.asDesk(DESK, (tx) => startSession(tx, DESK, "staff", lead?.id ?? "", house.now()));
const asLead = (method: string, path: string, body?: object): Promise<Response> =>
  fetch(`${base}/api/${DESK}${path}`, {
    method,
    headers: { cookie: `${sessionCookie("staff", DESK)}=${token}`, origin: base, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
const iso = (at: number): string => new Date(at).toISOString();
const announce = async (from: number, until: number, words: string): Promise<string> => {
  const answer = await asLead("POST", "/maintenance", { starts: iso(house.now() + from), ends: iso(house.now() + until), words });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
};
const read = async (path: string, lang = "en"): Promise<string> => (await fetch(`${base}/${DESK}${path}`, { headers: { "accept-language": lang } })).text();
const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(path.startsWith("http") ? path : `${base}/${DESK}${path}`, { method: "POST", body: new URLSearchParams(fields), headers, redirect: "manual" });
const linkIn = (text: string | undefined, part: string): string => new RegExp(`http://127[^\\s">]*${part}[^\\s"<>]*`).exec(text ?? "")?.[0] ?? expect.fail(`no link to ${part} in ${text}`);

test("where nothing is announced the page says so, and offers to be told", async () => {
  const page = await read("/status");
  expect(page).toContain("No maintenance is under way, and none is announced.");
  expect(page).toContain("Whoever subscribes to it is told by mail."); // the policy's own words
  expect(page).toContain("at least 3 days ahead");
  expect(page).toContain('name="email"');
});

test("SPEC 14.8: a desk whose policy writes to no subscribers offers none", async () => {
  const page = await (await fetch(`${base}/dms/status?lang=en`)).text();
  expect(page).toContain("No maintenance is under way");
  expect(page).not.toContain('name="email"');
  expect((await fetch(`${base}/dms/status`, { method: "POST", body: new URLSearchParams({ email: "a@somewhere.example" }), redirect: "manual" })).status).toBe(303);
  expect(await rows("dms", "select 1 from outbox where desk = troth_desk() and payload->'to'->>'address' = 'a@somewhere.example'")).toEqual([]);
});

test("S7: who asks is kept only after the link in the mail, is told in their language and zone, and one click ends it", async () => {
  const sent = await post("/status?lang=fr", { email: "Lise@Lecteur.example", zone: "America/Montreal" });
  expect(sent.status).toBe(200);
  expect(await sent.text()).toContain("Encore une étape");
  expect(await rows(DESK, "select 1 from subscribers where desk = troth_desk()")).toEqual([]);
  const [asked] = await mailsTo("lise@lecteur.example");
  const link = linkIn(asked?.text, "/status/subscribe");
  expect(await rows(DESK, "select 1 from outbox where desk = troth_desk() and payload::text like '%lise@lecteur%'")).toEqual([]); // its link is a key
  expect(await (await fetch(link)).text()).toContain("Oui, écrivez à lise@lecteur.example");
  expect(await rows(DESK, "select 1 from subscribers where desk = troth_desk()")).toEqual([]); // a scanner opened it
  expect((await post(link)).status).toBe(200);
  expect((await post(link)).status).toBe(200); // pressed twice
  expect(await rows(DESK, "select email, language, zone from subscribers where desk = troth_desk()")).toEqual([{ email: "lise@lecteur.example", language: "fr", zone: "America/Montreal" }]);
  expect((await post(link.replace("token=", "token=x"))).status).toBe(410);

  const id = await announce(5 * DAY, 5 * DAY + 2 * HOUR, "Database moves to new machines");
  const told = (await mailsTo("lise@lecteur.example"))[1];
  const headers = told?.headers as Record<string, string>;
  expect(told?.subject).toContain("Une maintenance est annoncée");
  expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  expect(headers["Auto-Submitted"]).toBe("auto-generated");
  expect(told?.text).toContain("Database moves to new machines");
  expect(told?.text).toContain("(heure de Montreal)");
  const stop = linkIn(told?.text, "/status/unsubscribe/");
  expect(headers["List-Unsubscribe"]).toBe(`<${stop}>`);
  expect((await asLead("DELETE", `/maintenance/${id}`)).status).toBeLessThan(300);
  expect((await mailsTo("lise@lecteur.example"))[2]?.subject).toContain("Une maintenance est annulée");

  expect(await (await fetch(stop)).text()).toContain("Ne plus m’écrire");
  expect((await post(stop.replace("?", "x?"), { "List-Unsubscribe": "One-Click" })).status).toBe(410);
  expect(await rows(DESK, "select 1 from subscribers where desk = troth_desk()")).toHaveLength(1);
  const once = await post(stop, { "List-Unsubscribe": "One-Click" }, { origin: "https://mail.example", "sec-fetch-site": "cross-site" }); // from the mail program's own site
  expect(once.status).toBe(200);
  expect(await rows(DESK, "select 1 from subscribers where desk = troth_desk()")).toEqual([]);
  await announce(6 * DAY, 6 * DAY + HOUR, "Another night");
  expect(await mailsTo("lise@lecteur.example")).toHaveLength(3);
});

test("the page shows what is under way, announced and past, in the zone that was chosen, with nobody's name", async () => {
  await announce(-HOUR, HOUR, "Search is rebuilt <b>now</b>");
  const start = house.now() + 4 * DAY;
  await announce(4 * DAY, 4 * DAY + HOUR, "New firewall");
  const hour = (zone: string): string => new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(start);
  const page = await read("/status?zone=Asia/Tokyo");
  expect(page.indexOf("Under way now")).toBeLessThan(page.indexOf("Announced</h2>"));
  expect(page).toContain("Search is rebuilt &lt;b&gt;now&lt;/b&gt;");
  expect(page).toContain(`${hour("Asia/Tokyo")} (Tokyo time)`);
  expect(page).toContain("Called off");
  const [person] = await rows<{ name: string }>(DESK, "select name from staff where desk = troth_desk() and role = 'lead' limit 1");
  expect(page).not.toContain(person?.name ?? "?");
  for (const [lang, word] of [
    ["fr", "En cours"],
    ["it", "In corso"],
    ["ro", "În desfășurare"],
  ] as const)
    expect(await read("/status", lang)).toContain(word);
  expect(await read("", "en")).toContain("Maintenance is under way until");
  pass(3 * HOUR);
  expect(await read("/status")).toContain("The last ninety days");
});

test("the calendar and the feed say the same; what is called off is cancelled in both", async () => {
  const calendar = await fetch(`${base}/${DESK}/status.ics?lang=en`);
  expect(calendar.headers.get("content-type")).toContain("text/calendar");
  const text = await calendar.text();
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(4);
  expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(1);
  const feed = await (await fetch(`${base}/${DESK}/status.atom?lang=en`)).text();
  expect(feed.match(/<entry>/g)).toHaveLength(4);
  expect(feed).toContain("Maintenance is called off");
});

test("the notice promised is counted on the day of the announcement: in time it is kept, too late it is broken, and the ledger says so", async () => {
  const sums = await rows<{ state: string; n: number }>(
    DESK,
    "select state, sum(n)::int as n from ledger_sums where desk = troth_desk() and by = 'clause' and key = 'maintenance-lead' group by 1 order by 1",
  );
  expect(sums).toEqual([
    { state: "broken", n: 1 },
    { state: "kept", n: 3 },
  ]);
  await house.database.asOwner((tx) => tx.run("select recount_ledger($1)", [DESK]));
  expect(await rows(DESK, "select state, sum(n)::int as n from ledger_sums where desk = troth_desk() and by = 'clause' and key = 'maintenance-lead' group by 1 order by 1")).toEqual(sums);
});
