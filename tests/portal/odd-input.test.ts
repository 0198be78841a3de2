// Input that no page of ours sends: answered as a page and at once, never with a fault of ours.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { portalHouse } from "./portal-house.ts";

const { base, session, rows, folder } = await portalHouse("dms");
const { name, value } = await session("dms");
const send = (path: string, init: RequestInit = {}): Promise<Response> => fetch(base + path, { redirect: "manual", signal: AbortSignal.timeout(20_000), ...init });

test("whatever stands twice in an address, the page is there", async () => {
  for (const query of ["lang=it&lang=en", "lang[]=x", "lang=__proto__", "topic=a&topic=b"]) expect((await send(`/dms/ask?${query}`)).status).toBe(200);
});

test("a body that is no form is told so, and is no fault of ours", async () => {
  const type = (boundary: string) => ({ "content-type": `multipart/form-data${boundary}` });
  expect((await send("/dms/ask", { method: "POST", headers: type(""), body: "x" })).status).toBe(400);
  expect((await send("/dms/ask", { method: "POST", headers: type("; boundary=x"), body: "--x\r\nnot a part" })).status).toBe(400);
  expect((await send("/dms/ask", { method: "POST", headers: { "content-type": "text/xml" }, body: "<x/>" })).status).toBe(400);
});

test("a file's name and type cannot pretend, break a header or climb", async () => {
  const part = (file: string, type: string) => `--x\r\nContent-Disposition: form-data; name="files"; filename="${file}"\r\nContent-Type: ${type}\r\n\r\nDATA\r\n`;
  const body =
    `--x\r\nContent-Disposition: form-data; name="subject"\r\n\r\nOdd files\r\n--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nSee them\r\n--x\r\nContent-Disposition: form-data; name="do"\r\n\r\nsend\r\n` +
    `${part("..\\..\\\u202Egnp.exe", "text/plain")}${part("zero.txt", "text/html\u0000")}${part(`${"😀".repeat(150)}.txt`, "téxt/plain")}--x--\r\n`;
  const headers = { cookie: `${name}=${value}`, "content-type": "multipart/form-data; boundary=x" };
  expect((await send("/dms/ask", { method: "POST", headers, body: Buffer.from(body) })).status).toBe(201);
  const files = await rows<{ id: string; name: string; type: string; number: string }>(
    "dms",
    "select f.id, f.name, f.type, t.number from files f join tickets t on t.desk = f.desk and t.id = f.ticket where f.desk = troth_desk() and t.subject = 'Odd files' order by f.name",
  );
  expect(files.map((f) => f.type).sort()).toEqual(["application/octet-stream", "application/octet-stream", "text/plain"]);
  expect(files.map((f) => f.name)).toContain("gnp.exe");
  for (const file of files) {
    const got = await send(`/api/dms/tickets/${file.number}/files/${file.id}`, { headers });
    expect([got.status, await got.text()]).toEqual([200, "DATA"]);
  }
});

test("a stranger brings at most one large file's bytes, and no form but the one that asks for files keeps any", async () => {
  const files = (n: number) => {
    const body = new FormData();
    for (const [field, value] of Object.entries({ subject: "Much", text: "Too much", name: "Sam", email: "sam@nowhere.example", do: "send" })) body.set(field, value);
    for (let i = 0; i < n; i += 1) body.append("files", new File([Buffer.alloc(10_000_000, i + 1)], `part-${i}.bin`));
    return body;
  };
  const kept = async () => (await readdir(join(folder, "files"), { recursive: true }).catch(() => [])).filter((path) => /[0-9a-f]{64}$/.test(path)).length;
  const before = await kept();
  for (const path of ["/dms/sign-in", "/dms/sign-out", "/dms/ask/topics", "/dms/ask/preview"]) await send(path, { method: "POST", body: files(1) });
  expect(await kept()).toBe(before);
  const answer = await send("/dms/ask?lang=en", { method: "POST", body: files(4) });
  expect([answer.status, await kept()]).toEqual([422, before + 2]);
  expect(await answer.text()).toContain("part-2.bin is too big: at most 25 MB.");
});

test("one address is one address", async () => {
  for (const email of ["a,b@nowhere.example", "a@nowhere.example\u0000", "a;b@nowhere.example", "a@nowhere.example, c"]) {
    expect((await send("/dms/ask", { method: "POST", body: new URLSearchParams({ subject: "x", text: "y", name: "Sam", email, do: "send" }) })).status).toBe(422);
  }
});

test("an address made to be slow is refused in a moment", async () => {
  const began = performance.now();
  const answer = await send("/dms/sign-in", { method: "POST", body: new URLSearchParams({ email: `a@${".".repeat(900_000)}@x` }) });
  expect(answer.status).toBe(422);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("a form that comes back to be mended can be read in another language: each link leads to its page", async () => {
  const headers = { cookie: `${name}=${value}` };
  const opened = await send("/dms/ask", { method: "POST", headers, body: new URLSearchParams({ subject: "Forms", text: "Which come back", do: "send" }) });
  expect(opened.status).toBe(201);
  const [ticket] = await rows<{ number: string }>("dms", "select number from tickets where desk = troth_desk() and subject = 'Forms'");
  for (const form of ["messages", "claims", "closure/agreement", "closure/refusal", "checklist", "offers/consent", "offers/decline"]) {
    const back = await send(`/dms/tickets/${ticket!.number}/${form}`, { method: "POST", headers, body: new URLSearchParams({ item: "none", offer: "none" }) });
    expect([form, back.status]).toEqual([form, 422]);
    const links = [...(await back.text()).matchAll(/<a [^>]*hrefLang="[^"]*"[^>]*href="([^"]*)"/gi)].map(([, href]) => href ?? "");
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) expect([href, (await send(href, { headers })).status]).toEqual([href, 200]);
  }
});
