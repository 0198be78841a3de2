// A program's view of the desk under measurement: its key, made as an admin makes it, and JSON in and out.
import { DEMO_PASSWORD } from "../src/demo/demo-desks.ts";

export const DESK = "taxdome";
const ADMIN = "ioana.marin@taxdome.example";

/** Signs in as the demo desk's admin and makes a key that may do everything. */
export async function makeKey(url: string): Promise<string> {
  const headers = { "content-type": "application/json", "x-troth": "1", origin: url };
  const signedIn = await fetch(`${url}/api/${DESK}/session`, { method: "POST", headers, body: JSON.stringify({ email: ADMIN, password: DEMO_PASSWORD }) });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const made = await fetch(`${url}/api/${DESK}/keys`, {
    method: "POST",
    headers: { ...headers, cookie },
    body: JSON.stringify({ name: "bench", scopes: ["tickets:read", "tickets:write", "customers:read"] }),
  });
  const body = (await made.json()) as { key?: string };
  if (!body.key) throw new Error(`no key for the bench: ${signedIn.status}, ${made.status} ${JSON.stringify(body)}`);
  return body.key;
}
