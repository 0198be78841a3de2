// Groups the clauses that applied under what they are about, each written once; a quote stands with the prices.
import type { Lang } from "../../policy/model.ts";
import { SECTIONS } from "../../policy/model.ts";
import type { ClauseText } from "../clause.ts";
import { named } from "../phrase.ts";
import type { Block, MailQuote } from "./model.ts";
import { quoteRows } from "./quote-rows.ts";

// What a reader asks first: what it costs, on what terms, what is asked of them; the rest in the policy's own order.
const ORDER: readonly ClauseText["section"][] = ["charges", "conditions", "asks", "scope", "entitlement", "offers", "notices", ...SECTIONS, "statements"];

/** A heading for each section that has clauses, its clauses below. `shown` are ids of clauses that stand elsewhere in the mail. */
export function clauseBlocks(clauses: readonly ClauseText[], lang: Lang, shown: readonly string[] = [], quote?: MailQuote): Block[] {
  const seen = new Set(shown);
  const blocks: Block[] = [];
  for (const section of new Set(ORDER)) {
    const fresh = clauses.filter((clause) => clause.section === section && !seen.has(clause.id) && seen.add(clause.id));
    const priced = section === "charges" ? quote : undefined;
    if (fresh.length === 0 && !priced) continue;
    blocks.push({ is: "heading", text: named(lang, "about", section) });
    for (const clause of fresh) blocks.push({ is: "clause", clause });
    if (priced) blocks.push(quoteRows(priced, lang));
  }
  return blocks;
}
