// Writes the blocks of a mail as HTML that mail clients keep: one column, inline styles, no pictures, no scripts.
import { clauseHtml } from "../clause.ts";
import { escapeHref, escapeHtml } from "../escape-html.ts";
import type { MailLook } from "./mail-look.ts";
import type { Block } from "./model.ts";

/** Plain text as paragraphs, its line breaks kept, its web addresses made into links. Escaped. */
export function paragraphs(text: string, look: Pick<MailLook, "text" | "link">): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => {
      const inside = paragraph
        .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
        .map((piece, at) => (at % 2 === 1 ? `<a href="${escapeHref(piece)}" style="${escapeHtml(look.link)}">${escapeHtml(piece)}</a>` : escapeHtml(piece)));
      return `<p style="${escapeHtml(look.text)}">${inside.join("").replaceAll("\n", "<br>")}</p>`;
    })
    .join("\n");
}

/** One block as an HTML fragment. */
export function blockHtml(block: Block, look: MailLook): string {
  switch (block.is) {
    case "text":
      return paragraphs(block.text, block.strong ? { ...look, text: look.strong } : look);
    case "heading":
      return `<h2 style="${look.heading}">${escapeHtml(block.text)}</h2>`;
    case "rows": {
      const rows = block.rows.map(([label, value]) => `<tr><td style="${look.label}">${escapeHtml(label)}</td><td style="${look.value}">${escapeHtml(value)}</td></tr>`);
      return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${rows.join("")}</table>`;
    }
    case "clause":
      return clauseHtml(block.clause, look.clause);
    case "link":
      return `<p style="${block.main ? look.action : look.text}"><a href="${escapeHref(block.url)}" style="${escapeHtml(block.main ? look.button : look.link)}">${escapeHtml(block.label)}</a></p>`;
    case "message":
      return `<div style="margin:0 0 16px">${block.html ?? paragraphs(block.text, look)}</div>`;
  }
}
