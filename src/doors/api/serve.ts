// Every request takes the same way: desk → viewer → right → origin → input → once → run → answer.
import { randomUUID } from "node:crypto";
import type {} from "@fastify/cookie";
import type {} from "@fastify/multipart";
import type {} from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";
import { sessionCookie } from "../../desk/sessions/sessions.ts";
import { knownDesks } from "./known-desks.ts";
import { readInput } from "./input.ts";
import { languagesOf } from "./languages-of.ts";
import type { Live } from "./live.ts";
import { liveStream } from "./live-stream.ts";
import { checkMay, checkOrigin } from "./may.ts";
import { type Answer, once } from "./once.ts";
import type { Ask, Download, Route } from "./route.ts";
import type { MailWays } from "./mail-ways.ts";
import { rawMail } from "./raw-mail.ts";
import { keepBytes, signedBody } from "./signed-body.ts";
import { uploads } from "./uploads.ts";
import type { Viewer } from "../../desk/viewer.ts";
import { type Asking, whoAsks } from "./who-asks.ts";

export interface Serving {
  readonly house: House;
  readonly live: Live;
  readonly ways: MailWays;
  readonly secure: boolean;
}

/** So many changes of one customer's session are taken in a minute. */
const CUSTOMER_A_MINUTE = 120;
const ownSession = (request: FastifyRequest): string => {
  const { desk } = request.params as { desk: string };
  return `${desk} ${request.cookies[sessionCookie("person", desk)] ?? request.ip}`;
};

/** Registers the routes below /api/{desk}. */
export function serve(app: FastifyInstance, routes: readonly Route[], serving: Serving): void {
  const { house } = serving;
  const who = whoAsks(house);
  const isDesk = knownDesks(house);
  const guesses = app.createRateLimit({ max: 30, timeWindow: 60_000 });
  // As in the portal: nobody writes by hand more often, and whoever has a session must not fill the desk by a script.
  const changes = app.createRateLimit({ max: CUSTOMER_A_MINUTE, timeWindow: 60_000, keyGenerator: ownSession });
  for (const route of routes) {
    app.route({
      method: route.method,
      exposeHeadRoute: route.output !== "live",
      url: `/api/:desk${route.path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
      ...(route.perMinute !== undefined && { config: { rateLimit: { max: route.perMinute, timeWindow: 60_000 } } }),
      ...(route.takes === "signed" && { preParsing: keepBytes }),
      handler: async (request, reply) => {
        const { desk } = request.params as { desk: string };
        if (!(await isDesk(desk))) throw new Problem("not-found", "There is no such desk.");
        const asking = await who.of(request, desk).catch(async (error: unknown) => {
          const tries = await guesses(request); // whoever guesses keys is slowed down
          throw !tries.isAllowed && tries.isExceeded ? new Problem("too-many") : error;
        });
        checkMay(route.may, asking.viewer);
        checkOrigin(request, asking, house.publicUrl);
        if (asking.viewer?.kind === "person" && route.method !== "GET") {
          const writes = await changes(request);
          if (!writes.isAllowed && writes.isExceeded) throw new Problem("too-many");
        }
        const input = readInput(route, request);
        if (route.output === "live") {
          if (!asking.viewer) throw new Problem("sign-in-needed");
          const still = (): Promise<Viewer | null> =>
            who.of(request, desk).then(
              (now) => now.viewer,
              (error: unknown) => {
                if (error instanceof Problem) return null; // a key that was revoked
                throw error;
              },
            );
          return liveStream(serving.live, desk, asking.viewer, request, reply, { now: still, changed: who.forgotten });
        }
        const ask = {
          ...input,
          house,
          live: serving.live,
          desk,
          viewer: asking.viewer,
          languages: languagesOf(request),
          files: () => uploads(request),
          signed: () => ({ ...signedBody(request), message: request.body }),
          mail: () => rawMail(request, serving.ways.mostBytes),
          ways: serving.ways,
          session: sessionOn(request, reply, desk, asking, serving.secure),
          forgetViewers: who.forget,
        };
        const work = async (eventId: string): Promise<Answer> => {
          const body = await route.run({ ...ask, eventId } as unknown as Ask<never, never, never, never>);
          return { status: body === undefined ? 204 : (route.status ?? 200), body };
        };
        const answer = await (route.secret || route.takes === "mail" || route.takes === "signed" ? work(randomUUID()) : once(house, desk, asking.viewer, request, work));
        if (route.output === "download") return download(reply, answer.body as Download);
        return send(reply, answer.status, answer.body);
      },
    });
  }
}

/** JSON is written here, not by a schema: the shapes are held by types and tests, and a second look at every answer would cost a third. */
function send(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  void reply.code(status).header("cache-control", "no-store");
  if (status === 204) return reply.send();
  const { revision, url } = (body ?? {}) as { revision?: unknown; url?: unknown };
  if (typeof revision === "number") void reply.header("etag", `"${revision}"`);
  if (status === 201 && typeof url === "string") void reply.header("location", url);
  return reply.header("content-type", "application/json; charset=utf-8").send(JSON.stringify(body));
}

/** Never shown by a browser in our own name: saved, not run. */
function download(reply: FastifyReply, { bytes, name, type }: Download): FastifyReply {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  return reply
    .headers({
      "content-type": type,
      "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    })
    .send(bytes);
}

function sessionOn(request: FastifyRequest, reply: FastifyReply, desk: string, asking: Asking, secure: boolean): Ask<never, never, never>["session"] {
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
  return {
    token: asking.token,
    set: (who, token, seconds) => void reply.setCookie(sessionCookie(who, desk), token, { ...options, maxAge: seconds }),
    clear() {
      for (const who of ["staff", "person"] as const) if (request.cookies[sessionCookie(who, desk)] !== undefined) void reply.clearCookie(sessionCookie(who, desk), options);
    },
  };
}
