// The page of the catching mailbox: the list on the left, the mail on the right; plain HTML that works without a script.
import type { MailboxRow } from "../../database/rows.gen.ts";
import { escapeHtml } from "../../words/escape-html.ts";

/** The list, newest first, with one mail open beside it; null where there is none yet. */
export function mailboxHtml(mails: readonly MailboxRow[], open: MailboxRow | null): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(open ? `${open.subject} – Mailbox` : "Mailbox")}</title>
<link rel="stylesheet" href="/mailbox/style.css">
</head>
<body>
<header><h1><a href="/mailbox">Mailbox</a></h1><p>Mail that would have left. Nothing here was sent to anyone.</p><a href="/mailbox/messages">JSON</a></header>
<main>
<nav aria-label="Mails">${list(mails, open)}</nav>
${open ? pane(open) : `<section class="none"><p>No mail yet. Ask a desk something, by mail or on its page, and what it answers appears here.</p></section>`}
</main>
</body>
</html>
`;
}

function list(mails: readonly MailboxRow[], open: MailboxRow | null): string {
  const items = mails.map(
    (mail) => `<li><a href="/mailbox/${mail.id}"${mail.id === open?.id ? ' aria-current="page"' : ""}>
<span class="to">${escapeHtml(mail.recipients.join(", "))}</span> <time datetime="${new Date(mail.at).toISOString()}">${when(mail.at)}</time>
<span class="subject">${escapeHtml(mail.subject)}</span> <span class="desk">${escapeHtml(mail.desk)}</span></a></li>`,
  );
  return `<ol>${items.join("\n")}</ol>`;
}

function pane(mail: MailboxRow): string {
  const headers = Object.entries(mail.headers as Record<string, string>).map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<article>
<h2>${escapeHtml(mail.subject)}</h2>
<p class="line"><span>${escapeHtml(mail.sender)}</span> → <span>${escapeHtml(mail.recipients.join(", "))}</span> · <time datetime="${new Date(mail.at).toISOString()}">${when(mail.at)}</time></p>
<iframe title="The mail as HTML" src="/mailbox/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<details><summary>As plain text</summary><pre>${escapeHtml(mail.text)}</pre></details>
<details><summary>Headers</summary><dl>${headers.join("")}</dl></details>
</article>`;
}

const when = (at: number): string => new Date(at).toISOString().replace("T", " ").slice(0, 16);

/** The mail's own HTML for its frame: links open beside the mailbox, not in the frame. */
export const framed = (html: string): string => html.replace(/<head>/i, '<head><base target="_blank">');

export const MAILBOX_STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dce1, #33373e); --soft: light-dark(#5a616c, #a2a9b4); --on: light-dark(#e8eef7, #1f2a3a); --ground: light-dark(#fff, #15171a); --ink: light-dark(#16191d, #eceff3); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 "Inter Variable", Inter, system-ui, sans-serif; background: var(--ground); color: var(--ink); min-height: 100vh; display: flex; flex-direction: column; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; padding: 8px 16px; border-bottom: 1px solid var(--line); }
header h1 { font-size: 16px; margin: 0; } header p { margin: 0; color: var(--soft); flex: 1; } a { color: inherit; }
main { flex: 1; display: grid; grid-template-columns: minmax(260px, 380px) 1fr; min-height: 0; }
nav { border-right: 1px solid var(--line); overflow: auto; max-height: calc(100vh - 44px); } ol { list-style: none; margin: 0; padding: 0; }
nav a { display: grid; grid-template-columns: 1fr auto; gap: 0 8px; padding: 8px 16px; border-bottom: 1px solid var(--line); text-decoration: none; }
nav a:hover, nav a:focus-visible, nav a[aria-current] { background: var(--on); } nav a[aria-current] .subject { font-weight: 600; }
.to, time, .desk { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.subject { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
article { padding: 16px; display: flex; flex-direction: column; gap: 8px; min-width: 0; } h2 { font-size: 18px; margin: 0; overflow-wrap: anywhere; } .line { margin: 0; color: var(--soft); overflow-wrap: anywhere; }
iframe { flex: 1; min-height: 60vh; width: 100%; border: 1px solid var(--line); border-radius: 4px; background: var(--ground); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; } dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.none { padding: 32px 16px; color: var(--soft); }
@media (max-width: 720px) { main { grid-template-columns: 1fr; } nav { border-right: 0; max-height: 40vh; } }
`;
