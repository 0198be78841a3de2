// Writes the blocks of a mail as plain text, complete by itself.
import type { Lang } from "../../policy/model.ts";
import { clausePlain } from "../clause.ts";
import { phrase } from "../phrase.ts";
import type { Block } from "./model.ts";

/** One block as lines of text. */
export function blockText(block: Block, lang: Lang): string {
  switch (block.is) {
    case "text":
      return block.text.trim();
    case "heading":
      return `${block.text}\n${"-".repeat(Math.min(block.text.length, 60))}`;
    case "rows":
      return block.rows.map(([label, value]) => phrase(lang, "mail.row", { label, value })).join("\n");
    case "clause":
      return clausePlain(block.clause);
    case "link":
      return `${block.label}\n${block.url}`;
    case "message":
      return block.text.trim();
  }
}
