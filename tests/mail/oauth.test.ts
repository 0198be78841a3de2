// OAuth2 in and out: tokens that a provider replaces outlive a restart, and lie in the database so that nobody reads them there.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { accessToken } from "../../src/doors/mail/oauth/access-token.ts";
import { keptToken } from "../../src/doors/mail/oauth/kept-token.ts";
import { smtpAddress } from "../../src/doors/mail/out/smtp-url.ts";
import { openWaysOut } from "../../src/doors/mail/out/ways-out.ts";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { smtpRoutes } from "../../src/mail-settings.ts";
import { mailDesk } from "./mail-desk.ts";
import { post } from "./post.ts";

const desk = await mailDesk();
const { house } = desk;

/** A provider that takes each refresh token once and gives the next with it, as many do. */
async function provider(first = "r-0") {
  let good = first;
  let n = 0;
  const asked: string[] = [];
  const server = createServer((request, reply) => {
    let body = "";
    request
      .on("data", (chunk: Buffer) => (body += chunk.toString()))
      .on("end", () => {
        const refresh = new URLSearchParams(body).get("refresh_token") ?? "";
        asked.push(refresh);
        const right = refresh === good;
        if (right) good = `r-${(n += 1)}`;
        reply
          .writeHead(right ? 200 : 400, { "content-type": "application/json" })
          .end(JSON.stringify(right ? { access_token: `a-${n}`, expires_in: 3600, refresh_token: good } : { error: "invalid_grant" }));
      });
  });
  const port = await new Promise<number>((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));
  afterAll(() => void server.close());
  return { endpoint: `http://127.0.0.1:${port}/token`, asked, current: () => good };
}
const bearerAt = (endpoint: string, refresh = "r-0") => ({ refresh, client: "c", secret: null, endpoint });
/** As after a restart: nothing is remembered but what was kept. */
const anew = (endpoint: string, refresh = "r-0") => accessToken(bearerAt(endpoint, refresh), house.now, keptToken(house, "small", "help@box.example", bearerAt(endpoint, refresh)));

test("a refresh token that was replaced is there after a restart, and stands sealed in the database", async () => {
  const { endpoint, asked, current } = await provider();
  expect(await anew(endpoint)()).toBe("a-1");
  expect(await anew(endpoint)()).toBe("a-2");
  expect(asked).toEqual(["r-0", "r-1"]);
  const [row] = await desk.rows<{ all: string; token: Buffer }>("select oauth_tokens::text as all, token from oauth_tokens");
  expect(row?.all).not.toContain(current());
  expect(row?.token.toString("latin1")).not.toContain(current());
  const other = { ...house, secret: "f".repeat(64) };
  const stranger = keptToken(other, "small", "help@box.example", bearerAt(endpoint));
  expect(await stranger?.read()).toBeNull();
});

test("one server of ours goes on with what another had replaced meanwhile; several lines at once ask once", async () => {
  const { endpoint, asked } = await provider("s-0");
  const [one, two] = [anew(endpoint, "s-0"), anew(endpoint, "s-0")];
  expect(await one()).toBe("a-1");
  desk.at(house.now() + 2 * 3_600_000);
  expect(await two()).toBe("a-2");
  desk.at(house.now() + 2 * 3_600_000);
  expect(await Promise.all([one(), one(), one()])).toEqual(["a-3", "a-3", "a-3"]);
  expect(asked.length).toBeLessThanOrEqual(4); // at most one was refused and asked again with the newest
});

test("a new token in the settings begins anew", async () => {
  const { endpoint, asked } = await provider("t-0");
  expect(await anew(endpoint, "t-0")()).toBe("a-1");
  const next = await provider("u-0");
  expect(await anew(next.endpoint, "u-0")()).toBe("a-1");
  expect([asked, next.asked]).toEqual([["t-0"], ["u-0"]]);
});

test("mail leaves through a server that is opened by OAuth2 alone, with a token that is got for it", async () => {
  const { endpoint } = await provider("v-0");
  const seen: string[] = [];
  const taken: string[] = [];
  const server = new SMTPServer({
    authMethods: ["XOAUTH2"],
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth(auth, _session, done) {
      seen.push(`${auth.username} ${auth.accessToken}`);
      if (auth.accessToken !== "a-1") return done(null, { data: { status: "401", schemes: "bearer" } });
      done(null, { user: auth.username });
    },
    onData(stream, session, done) {
      stream.resume();
      stream.on("end", () => {
        taken.push(session.envelope.rcptTo.map((to) => to.address).join());
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve((listening.address() as AddressInfo).port));
  });
  const url = `smtp://help%40small.example@127.0.0.1:${port}?ignoreTLS=true&refresh=v-0&client=c&endpoint=${encodeURIComponent(endpoint)}`;
  const out = openWaysOut(house, { url, routes: [], signing: null });
  afterAll(() => {
    out.close();
    server.close();
  });
  await post(desk.door.port, { from: "Léa Payé <lea@paid.example>", to: "help@small.example", subject: "Par jeton", text: "Comment imprimer ?" });
  await desk.door.settled();
  while (await sendWaiting(house, out.send, (error) => desk.faults.push(error)));
  expect(taken).toEqual(["lea@paid.example"]);
  expect(seen).toEqual(["help@small.example a-1"]);
  expect(await desk.rows("select 1 from oauth_tokens where account like 'smtp:%'")).toHaveLength(1);
  expect(desk.faults).toEqual([]);
});

test("an address that is not whole is said, and repeats no secret", () => {
  for (const wrong of [
    "smtps://u@h.example?refresh=secret-r",
    "smtps://h.example?token=secret-t",
    "smtps://u:secret-p@h.example?token=secret-t",
    "smtps://u@h.example?token=secret-t&refresh=secret-r",
  ]) {
    const said = smtpAddress(wrong);
    expect(said).toBeTypeOf("string");
    expect(said).not.toContain("secret-");
  }
  expect(smtpRoutes("vendor=smtps://u@h.example?refresh=x").faults).toHaveLength(1);
  expect(smtpRoutes("vendor=smtps://u@h.example?token=x").faults).toEqual([]);
});
