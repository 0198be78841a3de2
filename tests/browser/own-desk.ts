// A server with one desk under a policy of the test's own: its staff and customers signed in by cookie, in a browser and over the API.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { keepMember, keepOrganisation } from "../../src/desk/organisations/writes.ts";
import { sessionCookie, startSession } from "../../src/desk/sessions/sessions.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import { freshDatabase } from "../database/fresh-database.ts";
import { dataFolder, startServer } from "../server/run-server.ts";
import { type Agent, barriers, type Look, overflow, visit } from "./console-browser.ts";
import * as portal from "./portal-visitor.ts";

export const LANGUAGES = ["en", "fr", "it", "ro"] as const;
type Role = "admin" | "lead" | "agent";

export async function ownDesk(desk: string, policy: string) {
  const { database, url: databaseUrl, secret } = await freshDatabase();
  await openDesk(database, desk, policy, "test");
  const server = await startServer(await dataFolder(), { DATABASE_URL: databaseUrl, TROTH_SECRET: secret });
  const cookie = async (who: "staff" | "person", id: string) => {
    const { token } = await database.asDesk(desk, (tx) => startSession(tx, desk, who, id, Date.now()));
    return { name: sessionCookie(who, desk), value: token, url: server.url };
  };
  type Cookie = Awaited<ReturnType<typeof cookie>>;
  const call = async <T = Record<string, never>>(as: Cookie, method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${server.url}/api/${desk}${path}`, {
      method,
      headers: { cookie: `${as.name}=${as.value}`, "x-troth": "1", ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text || "null") as T;
  };
  return {
    server,
    database,
    call,
    cookie,
    /** Makes a member of staff: their id and their session. */
    async staff(name: string, role: Role, language = "en"): Promise<{ id: string; cookie: Cookie }> {
      const email = `${name.toLowerCase().replaceAll(" ", ".")}@${desk}.example`;
      const id = await database.asOwner((tx) => keepStaff(tx, desk, { name, email, role, language, trained: [], present: true, demo: false }, "x", Date.now()));
      return { id, cookie: await cookie("staff", id) };
    },
    /** Makes a practice with one person: the ids and the person's session. */
    async customer(name: string, attributes: Readonly<Record<string, string | number | boolean>>, person: { readonly name: string; readonly email: string; readonly language?: string }) {
      const ids = await database.asOwner(async (tx) => {
        const organisation = await keepOrganisation(tx, desk, { name, language: person.language ?? "en", attributes }, Date.now(), "test");
        return { organisation, person: await keepMember(tx, desk, organisation, { ...person, sees: "office" }, Date.now()) };
      });
      return { ...ids, cookie: await cookie("person", ids.person) };
    },
    /** A page of the console as this member of staff sees it. */
    async console(browser: Browser, as: Cookie, path: string, look: Look = {}): Promise<Agent> {
      return visit(browser, `${server.url}/${desk}/console/${path}`, look, [as] as unknown as Awaited<ReturnType<BrowserContext["cookies"]>>);
    },
    /** The agent's language and the screen's width; the page is read anew after it. */
    async speak(page: Page, as: Cookie, lang: string, width: number): Promise<void> {
      await call(as, "PATCH", "/session", { language: lang });
      await page.setViewportSize({ width, height: 860 });
    },
  };
}

/** Takes pictures where TROTH_SHOTS names a folder, and gathers what is wider than the screen or a barrier. */
export function looker() {
  const shots = process.env["TROTH_SHOTS"];
  const faults: string[] = [];
  return {
    faults,
    async look(page: Page, name: string): Promise<void> {
      if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
      const eyes = /\/console(\/|$)/.test(page.url()) ? { overflow, barriers } : portal;
      const wider = await eyes.overflow(page);
      faults.push(...(wider > 0 ? [`${name}: ${wider} px wider than the screen`] : []), ...(await eyes.barriers(page)).map((each) => `${name}: ${each}`));
    },
  };
}
