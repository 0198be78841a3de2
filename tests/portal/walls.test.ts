// What holds the portal: forms of other sites, floods, what one may not see, what is too big. Over plain HTTP, as somebody with bad intentions would.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../src/policy/index.ts";
import { type Cookie, portalHouse } from "./portal-house.ts";

const { base, session, mailsTo, rows, pass, folder } = await portalHouse("dms", "orthocab");
const moretti = await session("dms");
const serra = await session("dms", "elena@bianchi-serra.example");

const as = (cookie: Cookie | null, headers: Record<string, string> = {}): Record<string, string> => ({ ...(cookie && { cookie: `${cookie.name}=${cookie.value}` }), ...headers });
const get = (path: string, cookie: Cookie | null = null, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(base + path, { headers: as(cookie, headers), redirect: "manual", signal: AbortSignal.timeout(20_000) });
const post = (path: string, body: FormData | URLSearchParams, cookie: Cookie | null = null, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(base + path, { method: "POST", body, headers: as(cookie, headers), redirect: "manual", signal: AbortSignal.timeout(20_000) });
const form = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields);
const numbersOf = async (email: string): Promise<string[]> =>
  (await rows<{ number: string }>("dms", "select t.number from tickets t join people p on p.desk = t.desk and p.id = t.requester where t.desk = troth_desk() and p.email = $1", email)).map(
    (r) => r.number,
  );

test("a form that another site sends is refused, and nothing happens", async () => {
  const ask = { subject: "From elsewhere", text: "Sent by another page", do: "send" };
  for (const headers of [{ origin: "https://elsewhere.example" }, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }] as Record<string, string>[]) {
    const answer = await post("/dms/ask", form(ask), moretti, headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("<h1>");
  }
  expect((await post("/dms/sign-out", form({}), moretti, { origin: "https://elsewhere.example" })).status).toBe(403);
  expect(await rows("dms", "select 1 from tickets where desk = troth_desk() and subject = 'From elsewhere'")).toEqual([]);
  expect((await get("/dms/tickets", moretti)).status).toBe(200);
});

test("our own page may send it", async () => {
  const answer = await post("/dms/ask", form({ subject: "From here", text: "Sent by our own page", do: "send" }), moretti, { origin: base, "sec-fetch-site": "same-origin" });
  expect(answer.status).toBe(201);
});

test("every page forbids scripts and styles that are not ours, and says so without exception", async () => {
  for (const path of ["/dms", "/dms/policy", "/dms/ask", "/dms/sign-in", "/dms/nothing-here"]) {
    const policy = (await get(path)).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|style-src [^;]*unsafe/);
  }
});

test("another office's ticket, its answers and its files are as if they were not there", async () => {
  const [theirs] = await numbersOf("elena@bianchi-serra.example");
  expect((await get(`/dms/tickets/${theirs}`, serra)).status).toBe(200);
  const missing = await (await get("/dms/tickets/DM-99999999", moretti)).text();
  const hidden = await get(`/dms/tickets/${theirs}`, moretti);
  expect(hidden.status).toBe(404);
  expect((await hidden.text()).replaceAll(theirs ?? "", "DM-99999999")).toBe(missing);
  for (const what of ["messages", "closure", "claims"]) expect((await post(`/dms/tickets/${theirs}/${what}`, form({ text: "Mine?", reason: "Mine?" }), moretti)).status).toBe(404);
});

test("house rules stay in the house: no page, no text and no data that strangers get holds one", async () => {
  const { policy } = compile(await readFile(join(folder, "policies", "dms", "policy.yaml"), "utf8"));
  const house = policy!.clauses.filter((clause) => clause.audience === "agent");
  expect(house.length).toBeGreaterThan(5);
  for (const path of ["/dms", "/dms/policy", "/dms/policy?notes=1", "/dms/policy.md", "/dms/policy.yaml", "/dms/ask", "/api/dms/policy", "/api/dms"]) {
    const text = await (await get(path, moretti)).text();
    for (const clause of house) expect([path, clause.id, text.includes(`"${clause.id}"`) || text.includes(`: ${clause.id}`) || text.includes(`#${clause.id}`)]).toEqual([path, clause.id, false]);
  }
  expect((await get("/dms/policy.yaml")).status).toBe(404);
});

test("a file goes to those who see the ticket, as a download, and to nobody else", async () => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ subject: "With a page attached", text: "See the file.", do: "send" })) body.set(name, value);
  body.set("files", new File(["<script>alert(1)</script>"], "page.html", { type: "text/html" }));
  expect((await post("/dms/ask", body, moretti)).status).toBe(201);
  const [file] = await rows<{ sha: string; number: string }>(
    "dms",
    "select f.sha, t.number from files f join tickets t on t.desk = f.desk and t.id = f.ticket where f.desk = troth_desk() and f.name = 'page.html'",
  );
  const path = `/dms/tickets/${file?.number}/files/${file?.sha}`;
  const found = await get(path, moretti);
  expect(found.status).toBe(302);
  const bytes = await get(found.headers.get("location") ?? "", moretti);
  expect(bytes.status).toBe(200);
  expect(bytes.headers.get("content-disposition")).toMatch(/^attachment/);
  expect((await get(path, serra)).status).toBe(404);
  expect((await get(path)).headers.get("location")).toContain("/dms/sign-in?next=tickets/");
});

test("a file that is too big is named, and the words stay in the form", async () => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ subject: "A film of it", text: "Here is what I see." })) body.set(name, value);
  body.set("files", new File([new Uint8Array(25_000_001)], "film.mp4", { type: "video/mp4" }));
  body.append("files", new File(["small"], "note.txt", { type: "text/plain" }));
  body.set("do", "send");
  const answer = await post("/dms/ask?lang=en", body, moretti);
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain("film.mp4 is too big: at most 25 MB.");
  expect(page).toContain("Here is what I see.");
  expect(page).toContain("note.txt"); // the good one is held
  expect(await rows("dms", "select 1 from tickets where desk = troth_desk() and subject = 'A film of it'")).toEqual([]);
});

test("more files than we take are refused by name of the number, not by losing the form", async () => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ subject: "Many", text: "Eleven files", do: "send" })) body.set(name, value);
  for (let i = 0; i < 11; i += 1) body.append("files", new File([`file ${i}`], `${i}.txt`));
  const answer = await post("/dms/ask?lang=en", body, moretti);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("At most 10 files, please.");
});

test("the note that holds a file is worth nothing in another form", async () => {
  const first = new FormData();
  for (const [name, value] of Object.entries({ token: "00000000-0000-4000-8000-000000000001", subject: "Held", text: "Held", do: "preview" })) first.set(name, value);
  first.set("files", new File(["secret"], "held.txt"));
  const note = /name="kept"[^>]*value="([^"]+)"/.exec(await (await post("/dms/ask", first, moretti)).text())?.[1] ?? "";
  expect(note).not.toBe("");
  const other = form({ token: "00000000-0000-4000-8000-000000000002", kept: note, subject: "Stolen", text: "Stolen", do: "preview" });
  expect(await (await post("/dms/ask", other, serra)).text()).not.toContain("held.txt");
  const forged = form({ token: "00000000-0000-4000-8000-000000000001", kept: `${note}x`, subject: "Forged", text: "Forged", do: "preview" });
  expect(await (await post("/dms/ask", forged, moretti)).text()).not.toContain("held.txt");
});

test("what is not there is said as a page, in the visitor's language", async () => {
  const answer = await get("/orthocab/no/such/page", null, { "accept-language": "fr" });
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toContain("text/html");
  expect(await answer.text()).toContain("Il n’y a rien ici");
  const nowhere = await get("/no-such-desk", null, { "accept-language": "it" });
  expect(nowhere.status).toBe(404);
  expect(await nowhere.text()).toContain("Qui non c’è nulla");
  expect((await get("/api/dms/no-such-thing")).headers.get("content-type")).toContain("application/problem+json");
});

test("whoever signs in comes back to where they wanted to go, and never to another site", async () => {
  expect((await get("/dms/tickets/DM-1001")).headers.get("location")).toBe("/dms/sign-in?next=tickets/DM-1001");
  for (const next of ["//elsewhere.example", "https://elsewhere.example", "../orthocab", "\\\\elsewhere.example"]) {
    const page = await (await get(`/dms/sign-in?next=${encodeURIComponent(next)}`)).text();
    expect(page).toContain('name="next" value="tickets"');
  }
});

test("the page says the same of an address that we know and of one that we do not, and only the known one gets a mail", async () => {
  const known = "stefano@ambulatorio-rinaldi.example";
  const before = (await mailsTo(known)).length;
  const pages = await Promise.all([known, "nobody@nowhere.example"].map(async (email) => (await (await post("/dms/sign-in", form({ email }))).text()).replaceAll(email, "X")));
  expect(pages[0]).toBe(pages[1]);
  expect((await mailsTo(known)).length).toBe(before + 1);
  expect(await mailsTo("nobody@nowhere.example")).toEqual([]);
});

test("nobody's mailbox is flooded with links, however often they are asked for", async () => {
  const email = "paola@igiene-fontana.example";
  const before = (await mailsTo(email)).length;
  for (let i = 0; i < 7; i += 1) expect((await post("/dms/sign-in", form({ email }))).status).toBe(200);
  expect((await mailsTo(email)).length).toBe(before + 5);
  pass(16 * 60_000);
});

test("too many attempts from one place are told to wait, as a page that can be read", async () => {
  let last = 200;
  let page = "";
  for (let i = 0; i < 14 && last !== 429; i += 1) {
    const answer = await post("/orthocab/sign-in", form({ email: `someone-${i}@nowhere.example` }), null, { "accept-language": "fr" });
    last = answer.status;
    page = await answer.text();
  }
  expect(last).toBe(429);
  expect(page).toContain("Trop de tentatives");
});

test("a body that no form sends is refused and the server lives on", async () => {
  const broken = await fetch(`${base}/dms/ask`, {
    method: "POST",
    headers: as(moretti, { "content-type": "multipart/form-data; boundary=x" }),
    body: "--x\r\nnot a part",
    signal: AbortSignal.timeout(20_000),
  });
  expect(broken.status).toBeGreaterThanOrEqual(400);
  expect((await post("/dms/ask", form({ subject: "x".repeat(1_200_000), text: "y" }), moretti)).status).toBe(413);
  expect((await get("/dms/tickets?cursor=nonsense", moretti)).status).toBe(400);
  expect((await get("/dms")).status).toBe(200);
});

test("what is somebody's own may be kept by no cache; what is public may", async () => {
  const kept = async (path: string, cookie: Cookie | null = null): Promise<string | null> => (await get(path, cookie)).headers.get("cache-control");
  const [own] = await numbersOf("contact@customer-dms.example");
  const nobodys = ["/dms", "/dms/ask", "/dms/tickets", `/dms/tickets/${own}`, "/dms/statements", "/dms/policy", "/dms/status", "/dms/nothing-here", "/api/dms/tickets", `/api/dms/tickets/${own}`];
  for (const path of nobodys) expect([path, await kept(path, moretti)]).toEqual([path, expect.stringMatching(/\bno-store$/)]);
  for (const path of ["/dms", "/dms/policy", "/dms/policy.md", "/dms/status", "/dms/ask", "/dms/sign-in"]) expect([path, await kept(path)]).toEqual([path, "private, no-cache"]);
  for (const path of ["/portal-assets/portal.css", "/dms/accent.css", "/dms/icon.svg", "/dms/status.ics"])
    for (const cookie of [null, moretti]) expect([path, await kept(path, cookie)]).toEqual([path, expect.stringMatching(/^public, max-age=\d+/)]);
  for (const path of ["/dms/tickets", "/dms/sign-in/not-a-link", "/api/nowhere/tickets"]) expect([path, await kept(path)]).toEqual([path, expect.stringMatching(/no-store$/)]);
  const words = await post(`/dms/tickets/${own}/messages`, form({ text: "Written after the session had ended" }));
  expect([words.status, words.headers.get("cache-control")]).toEqual([401, "private, no-store"]);
  const [file] = await rows<{ sha: string; number: string }>(
    "dms",
    "select f.sha, t.number from files f join tickets t on t.desk = f.desk and t.id = f.ticket where f.desk = troth_desk() and f.name = 'page.html'",
  );
  for (const path of [`/dms/tickets/${file?.number}/files/${file?.sha}`, `/api/dms/tickets/${file?.number}/files/${file?.sha}`])
    expect([path, await kept(path, moretti)]).toEqual([path, expect.stringMatching(/\bno-store$/)]);
});
