// The desk's maintenance, for everybody: the page, the calendar and the feed; and subscribing to it, confirmed by mail, ended by one click.
import type {} from "@fastify/cookie";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { House } from "../../desk/house.ts";
import { subscribeOutbox } from "../../desk/outbox/subscribe.ts";
import { subscribe, unsubscribe } from "../../desk/subscribers/subscribers.ts";
import { CONFIRM_LENGTH, confirmed, confirmToken, endedBy } from "../../desk/subscribers/tokens.ts";
import { statusOf } from "../../desk/views/status.ts";
import { announceMaintenanceBy, isZone, toldOfMaintenance } from "../../policy/index.ts";
import { maintenanceCalendar, maintenanceFeed } from "../../words/maintenance-files.ts";
import { phrase } from "../../words/phrase.ts";
import { addressLimit } from "./address-limit.ts";
import { isOneAddress } from "./one-address.ts";
import { readForm } from "./form.ts";
import { html, keptNowhere } from "./html.ts";
import { page } from "./layout.tsx";
import { StatusPage } from "./pages/status.tsx";
import { Press, SubscriptionDone, SubscriptionSent } from "./pages/subscription.tsx";
import type { Visit } from "./visit.ts";
import { visitOf } from "./visit-of.ts";

const ZONE_COOKIE = "troth_zone";
const LIMIT = { config: { rateLimit: { max: 10, timeWindow: "1 minute" } } };

/** The zone that was chosen here, now or before; null where the reader's is not known but as the desk's. */
function chosenZone(request: FastifyRequest): string | null {
  const { zone } = request.query as { zone?: string | string[] };
  return [zone, request.cookies[ZONE_COOKIE]].find((z): z is string => typeof z === "string" && z.length < 60 && isZone(z)) ?? null;
}

export function statusRoutes(app: FastifyInstance, house: House): void {
  const mayWriteTo = addressLimit(5, 15 * 60_000);
  const status = (visit: Visit) => house.database.asDesk(visit.desk, (tx) => statusOf(tx, visit.now), { readOnly: true });
  const shown = async (visit: Visit, zone: string | null, more: { note?: string; email?: string; fault?: string } = {}): Promise<string> => {
    const told = toldOfMaintenance(visit.policy, visit.now);
    const lead = announceMaintenanceBy(visit.policy, visit.now);
    const clauses = [...told.map((r) => r.clause), ...(lead ? [lead.clause] : [])].filter((id) => visit.policy.clauses.some((c) => c.id === id && c.audience !== "agent"));
    return page({
      visit,
      title: phrase(visit.lang, "status.title"),
      children: (
        <StatusPage visit={visit} status={await status(visit)} zone={zone ?? visit.zone} asks={zone === null && visit.person === null} clauses={clauses} subscribes={told.length > 0} {...more} />
      ),
    });
  };
  const title = (visit: Visit): string => phrase(visit.lang, "status.confirm-title");

  app.get("/:desk/status", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const zone = chosenZone(request);
    if (zone !== null) void reply.setCookie(ZONE_COOKIE, zone, { path: visit.base, httpOnly: true, sameSite: "lax", secure: house.publicUrl.startsWith("https:"), maxAge: 31_536_000 });
    return html(reply, await shown(visit, zone));
  });
  for (const [path, type, write] of [
    ["/:desk/status.ics", "text/calendar", maintenanceCalendar],
    ["/:desk/status.atom", "application/atom+xml", maintenanceFeed],
  ] as const)
    app.get(path, async (request, reply) => {
      const visit = await visitOf(house, request, reply);
      const { running, announced, past } = await status(visit);
      const of = { name: visit.name, url: `${house.publicUrl}${visit.base}/status`, lang: visit.lang, zone: chosenZone(request) ?? visit.zone, now: visit.now };
      return reply
        .type(`${type}; charset=utf-8`)
        .header("cache-control", "public, max-age=300")
        .send(write([...past, ...running, ...announced], of));
    });

  app.post("/:desk/status", LIMIT, async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { fields } = await readForm(house, request);
    const email = (fields["email"] ?? "").trim();
    const zone = isZone(fields["zone"] ?? "") ? (fields["zone"] ?? visit.zone) : visit.zone;
    if (toldOfMaintenance(visit.policy, visit.now).length === 0) return reply.redirect(`${visit.base}/status`, 303);
    if (!isOneAddress(email)) return html(reply.code(422), await shown(visit, zone, { email, fault: phrase(visit.lang, "error.email") }));
    if (mayWriteTo(`${visit.desk} ${email.toLowerCase()}`, visit.now)) await askToConfirm(house, visit, email.toLowerCase(), zone);
    return html(reply, page({ visit, title: phrase(visit.lang, "status.sent-title"), children: <SubscriptionSent visit={visit} email={email} hours={CONFIRM_LENGTH / 3_600_000} /> }));
  });

  app.get("/:desk/status/subscribe", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    keptNowhere(reply); // it names whom the link was sent to
    const { token, who } = whoConfirms(house, visit, request);
    if (!who) return html(reply.code(410), await shown(visit, null, { note: phrase(visit.lang, "status.expired") }));
    const action = `${visit.base}/status/subscribe?token=${encodeURIComponent(token)}`;
    return html(reply, page({ visit, title: title(visit), children: <Press visit={visit} title={title(visit)} action={action} label={phrase(visit.lang, "status.confirm", { email: who.email })} /> }));
  });
  app.post("/:desk/status/subscribe", LIMIT, async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    await readForm(house, request);
    const { who } = whoConfirms(house, visit, request);
    if (!who) return html(reply.code(410), await shown(visit, null, { note: phrase(visit.lang, "status.expired") }));
    await house.database.asDesk(visit.desk, (tx) => subscribe(tx, who, house.now()));
    const text = phrase(visit.lang, "status.confirmed", { email: who.email });
    return html(reply, page({ visit, title: title(visit), children: <SubscriptionDone visit={visit} title={title(visit)} text={text} /> }));
  });

  app.get("/:desk/status/unsubscribe/:token", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { token } = request.params as { token: string };
    if (endedBy(house.secret, visit.desk, token) === null) return html(reply.code(410), await shown(visit, null, { note: phrase(visit.lang, "status.expired") }));
    const stop = phrase(visit.lang, "status.stop");
    return html(
      reply,
      page({
        visit,
        title: stop,
        children: <Press visit={visit} title={phrase(visit.lang, "status.stop-title")} action={`${visit.base}/status/unsubscribe/${encodeURIComponent(token)}`} label={stop} />,
      }),
    );
  });
  // The reader's mail program posts here by itself (RFC 8058 §3.2), from wherever it runs: the token alone says whose subscription ends.
  app.post("/:desk/status/unsubscribe/:token", LIMIT, async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    if (request.isMultipart()) for await (const part of request.parts()) if (part.type === "file") part.file.resume();
    const { token } = request.params as { token: string };
    const id = endedBy(house.secret, visit.desk, token);
    if (id === null) return html(reply.code(410), await shown(visit, null, { note: phrase(visit.lang, "status.expired") }));
    await house.database.asDesk(visit.desk, (tx) => unsubscribe(tx, id)); // twice is once
    const heading = phrase(visit.lang, "status.stop-title");
    return html(reply, page({ visit, title: heading, children: <SubscriptionDone visit={visit} title={heading} text={phrase(visit.lang, "status.stopped")} /> }));
  });
}

function whoConfirms(house: House, visit: Visit, request: FastifyRequest) {
  const { token: given } = request.query as { token?: string | string[] };
  const token = typeof given === "string" ? given : "";
  return { token, who: confirmed(house.secret, visit.desk, token, visit.now) };
}

/** Nothing is kept of the address but in the mail's row, which goes when the mail has left. */
async function askToConfirm(house: House, visit: Visit, email: string, zone: string): Promise<void> {
  const token = confirmToken(house.secret, visit.desk, { email, language: visit.lang, zone }, house.now());
  const { desk } = visit.policy;
  await house.database.asDesk(visit.desk, async (tx) => {
    await tx.writeAll([
      subscribeOutbox(
        visit.desk,
        email,
        {
          desk: { name: visit.name, address: visit.address, url: `${house.publicUrl}${visit.base}`, ...(desk.colour && { colour: desk.colour }) },
          reader: { lang: visit.lang, zone },
          url: `${house.publicUrl}${visit.base}/status/subscribe?token=${token}&lang=${encodeURIComponent(visit.lang)}`,
          valid: { amount: CONFIRM_LENGTH / 3_600_000, unit: "hours" },
        },
        house.now(),
      ),
    ]);
    tx.afterCommit(() => house.changed({ desk: visit.desk, ticket: null, event: "", kind: "subscribe" }));
  });
}
