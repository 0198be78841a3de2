// Signing in by a link in a mail. Whether an address is known is never told.
import type {} from "@fastify/cookie";
import type { FastifyInstance } from "fastify";
import type { House } from "../../desk/house.ts";
import { signInOutbox } from "../../desk/outbox/sign-in.ts";
import { customerOf } from "../../desk/people/reads.ts";
import { LINK_LENGTH, linkFor, makeLink, useLink } from "../../desk/sessions/links.ts";
import { endSession, sessionCookie, startSession } from "../../desk/sessions/sessions.ts";
import { phrase } from "../../words/phrase.ts";
import { addressLimit } from "./address-limit.ts";
import { readForm } from "./form.ts";
import { html, keptNowhere } from "./html.ts";
import { page } from "./layout.tsx";
import { LinkSent, SignIn, UseLink } from "./pages/sign-in.tsx";
import type { Visit } from "./visit.ts";
import { visitOf } from "./visit-of.ts";

const LINK_MINUTES = LINK_LENGTH / 60_000;
const LONGEST_ADDRESS = 254; // RFC 5321 §4.5.3.1
const safeNext = (next: string | undefined): string => (next && /^[a-zA-Z0-9][a-zA-Z0-9/-]*$/.test(next) ? next : "tickets");

export function signInRoutes(app: FastifyInstance, house: House): void {
  const mayWriteTo = addressLimit(5, 15 * 60_000);
  app.get("/:desk/sign-in", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    return html(reply, page({ visit, title: phrase(visit.lang, "signin.title"), children: <SignIn visit={visit} next={safeNext((request.query as { next?: string }).next)} /> }));
  });

  app.post("/:desk/sign-in", { config: { rateLimit: { max: 10, timeWindow: "1 minute" } } }, async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { fields } = await readForm(house, request);
    const email = (fields["email"] ?? "").trim();
    const next = safeNext(fields["next"]);
    if (email.length > LONGEST_ADDRESS || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      // the length first: the pattern is slow on a long line of dots
      return html(reply.code(422), page({ visit, title: phrase(visit.lang, "signin.title"), children: <SignIn visit={visit} next={next} email={email} fault={phrase(visit.lang, "error.email")} /> }));
    }
    if (mayWriteTo(`${visit.desk} ${email.toLowerCase()}`, visit.now)) await sendLink(house, visit, email, next);
    return html(reply, page({ visit, title: phrase(visit.lang, "signin.sent-title"), children: <LinkSent visit={visit} email={email} next={next} minutes={LINK_MINUTES} /> }));
  });

  app.get("/:desk/sign-in/:token", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    keptNowhere(reply); // it names whom the link was sent to
    const { token } = request.params as { token: string };
    const known = await house.database.asDesk(visit.desk, (tx) => linkFor(tx, token, house.now()));
    if (!known)
      return html(
        reply.code(410),
        page({
          visit,
          title: phrase(visit.lang, "signin.title"),
          children: <SignIn visit={visit} next={safeNext((request.query as { next?: string }).next)} note={phrase(visit.lang, "signin.expired")} />,
        }),
      );
    return html(
      reply,
      page({ visit, title: phrase(visit.lang, "signin.title"), children: <UseLink name={known.name} visit={visit} token={token} next={safeNext((request.query as { next?: string }).next)} /> }),
    );
  });

  app.post("/:desk/sign-in/:token", { config: { rateLimit: { max: 20, timeWindow: "1 minute" } } }, async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { fields } = await readForm(house, request);
    const { token } = request.params as { token: string };
    const started = await house.database.asDesk(visit.desk, async (tx) => {
      const person = await useLink(tx, token, house.now());
      return person === null ? null : startSession(tx, visit.desk, "person", person, house.now());
    });
    if (!started)
      return html(
        reply.code(410),
        page({ visit, title: phrase(visit.lang, "signin.title"), children: <SignIn visit={visit} next={safeNext(fields["next"])} note={phrase(visit.lang, "signin.expired")} /> }),
      );
    void reply.setCookie(sessionCookie("person", visit.desk), started.token, { path: "/", httpOnly: true, sameSite: "lax", secure: house.publicUrl.startsWith("https:"), maxAge: started.seconds });
    return reply.redirect(`${visit.base}/${safeNext(fields["next"])}`, 303);
  });

  app.post("/:desk/sign-out", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    await readForm(house, request);
    const token = request.cookies[sessionCookie("person", visit.desk)];
    if (token) await house.database.asDesk(visit.desk, (tx) => endSession(tx, token));
    void reply.clearCookie(sessionCookie("person", visit.desk), { path: "/" });
    return reply.redirect(visit.base, 303);
  });
}

/** A link for somebody we know; for anybody else nothing, and the page says the same. */
async function sendLink(house: House, visit: Visit, email: string, next: string): Promise<void> {
  await house.database.asDesk(visit.desk, async (tx) => {
    const found = await customerOf(tx, { email });
    if (!found) return;
    const token = await makeLink(tx, visit.desk, found.person.id, house.now());
    const url = `${house.publicUrl}${visit.base}/sign-in/${token}?next=${next}`;
    const { desk } = visit.policy;
    await tx.writeAll(
      signInOutbox(
        house,
        visit.desk,
        { name: found.person.name, address: found.person.email },
        {
          desk: { name: visit.name, address: visit.address, url: `${house.publicUrl}${visit.base}`, ...(desk.colour && { colour: desk.colour }) },
          reader: { name: found.person.name, lang: visit.lang, zone: visit.zone },
          url,
          valid: { amount: LINK_MINUTES, unit: "minutes" },
        },
      ),
    );
    tx.afterCommit(() => house.changed({ desk: visit.desk, ticket: null, event: "", kind: "sign-in" }));
  });
}
