// The server's front page: what this is, and the desks that live here.
import type { FastifyInstance } from "fastify";
import { allDesks } from "../../desk/desks/reads.ts";
import type { House } from "../../desk/house.ts";
import { escapeHtml } from "../../words/escape-html.ts";

/** Registers `/`, with a link to the caught mails where `mailbox` is on. */
export async function front(app: FastifyInstance, { house, mailbox }: { readonly house: House; readonly mailbox: boolean }): Promise<void> {
  app.get("/", async (_request, reply) => {
    const desks = await house.database.asOwner(allDesks, { readOnly: true });
    const items = desks.map(({ desk, names, languages }) => {
      const lang = languages[0] ?? "en";
      const name = names[lang] ?? desk;
      return `<li><a href="/${desk}" lang="${escapeHtml(lang)}">${escapeHtml(name)}</a> <small><a href="/${desk}/policy">policy</a> · <a href="/${desk}/console">console</a></small></li>`;
    });
    const list = items.length ? `<ul>${items.join("")}</ul>` : "<p>No desk is open yet. Open one with <code>npx troth activate policy.yaml --admin you@example.org</code>.</p>";
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-cache")
      .send(
        `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Troth</title><link rel="stylesheet" href="/portal-assets/portal.css"></head>
<body><main><h1>Troth</h1><p>The help desk that keeps its word: each desk below runs by the policy that it publishes.</p>${list}
<p><small>${mailbox ? '<a href="/mailbox">Caught mails</a> · ' : ""}<a href="/api/openapi.json">API</a></small></p></main></body></html>`,
      );
  });
}
