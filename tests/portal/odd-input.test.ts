// Input that no page of ours sends: answered as a page and at once, never with a fault of ours.
import { expect, test } from "vitest";
import { portalHouse } from "./portal-house.ts";

const { base } = await portalHouse("dms");
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

test("an address made to be slow is refused in a moment", async () => {
  const began = performance.now();
  const answer = await send("/dms/sign-in", { method: "POST", body: new URLSearchParams({ email: `a@${".".repeat(900_000)}@x` }) });
  expect(answer.status).toBe(422);
  expect(performance.now() - began).toBeLessThan(5_000);
});
