// The catching mailbox as a page and as JSON. For demonstration and tests on one's own machine: it shows every desk's mail to whoever asks,
// and is therefore registered only where the server is bound to loopback, and answers only under a name of this machine.
import type { FastifyPluginAsync, FastifyReply } from "fastify";
import type { MailboxRow } from "../../database/rows.gen.ts";
import type { House } from "../../desk/house.ts";
import { caughtMail, caughtMails, type MailboxFilter } from "../../desk/mails/mailbox.ts";
import { Problem } from "../../desk/problem.ts";
import { framed, MAILBOX_STYLE, mailboxHtml } from "./mailbox-html.ts";

const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;
const MOST_LISTED = 200;
const MOST_AS_JSON = 1_000;
const PAGE_POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/**
 * `/mailbox` and `/mailbox/<id>` (pages), `/mailbox/messages?desk=&to=` (JSON, in the order in which the mails left, the newest 1,000:
 * id, desk, from, to, subject, headers, text, html, at). Throws Problem not-found.
 */
export function mailboxPages(house: House): FastifyPluginAsync {
  const list = (filter: MailboxFilter): Promise<MailboxRow[]> => house.database.asOwner((tx) => caughtMails(tx, filter), { readOnly: true });
  const one = async (id: string): Promise<MailboxRow> => {
    const mail = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await house.database.asOwner((tx) => caughtMail(tx, id), { readOnly: true }) : null;
    if (!mail) throw new Problem("not-found");
    return mail;
  };
  const page = async (reply: FastifyReply, id: string | null): Promise<string> => {
    const mails = (await list({ most: MOST_LISTED })).reverse();
    const open = id === null ? (mails[0] ?? null) : await one(id);
    void reply.type("text/html; charset=utf-8").header("content-security-policy", PAGE_POLICY).header("cache-control", "no-store");
    return mailboxHtml(mails, open);
  };
  return async (server) => {
    // A page elsewhere can have its own name lead here (DNS rebinding), and a proxy can bring anybody: both come under another name than ours.
    server.addHook("onRequest", async ({ hostname }) => {
      if (!LOCAL.test(hostname)) throw new Problem("not-found");
    });
    server.get("/mailbox", (_request, reply) => page(reply, null));
    server.get<{ Querystring: { desk?: string | string[]; to?: string | string[] } }>("/mailbox/messages", async ({ query: { desk, to } }, reply) => {
      void reply.header("cache-control", "no-store");
      const mails = await list({ most: MOST_AS_JSON, ...(typeof desk === "string" && desk && { desk }), ...(typeof to === "string" && to && { to }) });
      return mails.map(asJson);
    });
    server.get("/mailbox/style.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(MAILBOX_STYLE));
    server.get<{ Params: { id: string } }>("/mailbox/:id", ({ params }, reply) => page(reply, params.id));
    server.get<{ Params: { id: string } }>("/mailbox/:id/html", async ({ params }, reply) => {
      const { html } = await one(params.id);
      void reply.type("text/html; charset=utf-8").header("content-security-policy", MAIL_POLICY).header("x-frame-options", "SAMEORIGIN").header("cache-control", "no-store");
      return framed(html);
    });
  };
}

const asJson = (mail: MailboxRow): object => ({
  id: mail.id,
  desk: mail.desk,
  from: mail.sender,
  to: mail.recipients.join(", "),
  subject: mail.subject,
  headers: mail.headers,
  text: mail.text,
  html: mail.html,
  at: new Date(mail.at).toISOString(),
});
