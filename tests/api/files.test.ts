// Files and words from strangers come back as what they are: never as a page that runs.
import { expect, test } from "vitest";
import { apiDesk, type Caller } from "./api-desk.ts";

const { call, lea, luc, agent, base } = await apiDesk();
const upload = async (who: Caller, name: string, type: string, bytes: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = { "x-troth": "1" }) => {
  const form = new FormData();
  form.append("file", new Blob([bytes], { type }), name);
  const { "x-troth": _own, ...cookies } = who.headers;
  const response = await fetch(`${base}/api/small/files`, { method: "POST", headers: { ...cookies, ...headers }, body: form });
  return { status: response.status, body: (await response.json()) as { items: { token: string; name: string; type: string; size: number }[]; code: string } };
};
interface Seen {
  number: string;
  messages: { id: string; text: string; html: string | null; files: { url: string; name: string; type: string; size: number }[] }[];
  subject: string;
}

test("an uploaded page comes back as a download that no browser runs, under a harmless name", async () => {
  const page = "<script>alert(1)</script>";
  const { status, body } = await upload(lea, '../../evil\u202e"name<x>.html', "text/html", page);
  expect(status).toBe(201);
  const { number } = (await call<Seen>(lea, "POST", "/tickets", { subject: "Fichier", text: "voici", files: body.items.map((f) => f.token) })).body;
  const seen = (await call<Seen>(agent, "GET", `/tickets/${number}`)).body.messages[0]!.files[0]!;
  expect(seen).toMatchObject({ size: page.length, type: "text/html" });
  expect(seen.name).not.toMatch(/[/\\<>"\u202e]/);
  const response = await fetch(`${base}${seen.url}`, { headers: agent.headers });
  expect(await response.text()).toBe(page);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="/);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect((await fetch(`${base}${seen.url}`, { headers: luc.headers })).status).toBe(404);
  expect((await fetch(`${base}${seen.url}`)).status).toBe(401);
});

test("a file of a note is not a customer's to fetch", async () => {
  const { body } = await upload(agent, "intern.txt", "text/plain", "intern");
  const { number } = (await call<Seen>(lea, "POST", "/tickets", { subject: "Note", text: "voici" })).body;
  const noted = (await call<Seen>(agent, "POST", `/tickets/${number}/notes`, { text: "voir", files: body.items.map((f) => f.token) })).body;
  const { url } = noted.messages.at(-1)!.files[0]!;
  expect((await fetch(`${base}${url}`, { headers: agent.headers })).status).toBe(200);
  expect((await fetch(`${base}${url}`, { headers: lea.headers })).status).toBe(404);
});

test("a token of somebody else's, or a forged one, attaches nothing", async () => {
  const { body } = await upload(lea, "a.txt", "text/plain", "a");
  const { token } = body.items[0]!;
  for (const wrong of [token, `${token}x`, "x.y", ""]) {
    const refused = await call<{ faults: { at: string }[] }>(luc, "POST", "/tickets", { subject: "x", text: "y", files: [wrong] });
    expect(refused.body.faults?.map((f) => f.at)).toEqual(["files.0"]);
  }
});

test("files from a foreign form, too many bytes and no files at all are refused", async () => {
  expect((await upload(lea, "a.txt", "text/plain", "a", {})).status).toBe(403);
  expect((await upload(lea, "big.bin", "application/octet-stream", new Uint8Array(26 * 1024 * 1024))).body.code).toBe("too-large");
  expect((await call(lea, "POST", "/files", {})).status).toBe(400);
}, 60_000);

test("script in a subject, a message or a name comes back as the words that it is", async () => {
  const evil = `</script><img src=x onerror="alert(1)">`;
  const { number } = (await call<Seen>(lea, "POST", "/tickets", { subject: evil, text: evil })).body;
  const { body, headers } = await call<Seen>(agent, "GET", `/tickets/${number}`);
  expect([body.subject, body.messages[0]?.text, body.messages[0]?.html]).toEqual([evil, evil, null]);
  expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  const whole = await fetch(`${base}/api/small/tickets/${number}/messages/${body.messages[0]!.id}/whole`, { headers: agent.headers });
  expect([whole.headers.get("content-type"), whole.headers.get("content-disposition")?.startsWith("attachment")]).toEqual(["text/plain; charset=utf-8", true]);
});
