// The one way to write a clause, in every page, mail and answer: its number, its words, how it binds, its place on the page.
import { closeUp } from "./close-up.ts";
import type { Clause, Lang, Policy, Slots, Strength } from "../policy/model.ts";
import { escapeHref, escapeHtml } from "./escape-html.ts";
import type { Report } from "./icu.ts";
import { say } from "./message.ts";
import { phrase } from "./phrase.ts";

/** A clause in words; plain data, fit to be kept with the decision that cites it. */
export interface ClauseText {
  readonly id: string;
  readonly number: string; // "4.2"
  readonly section: Clause["section"];
  readonly words: string; // plain text, not escaped
  readonly lang: Lang; // the language really used
  readonly anchor: string; // the clause's id, its place on the policy's page
  readonly url?: string;
  readonly strength: Strength;
  readonly bond: string; // the strength in words, in the reader's language: "Owed", "Aim", "A person decides"; empty for a plain rule
}

export interface ClauseOptions {
  readonly base?: string; // the desk's address, "https://help.example/orthocab", no slash at the end
  readonly slots?: Slots; // as they were when the decision was made; else the clause's own
  readonly report?: Report;
}

const OWING: readonly Clause["section"][] = ["promises", "remedies", "notices"];

/** How a clause binds, in words: an aim, a person's decision, or owed. A plain rule says it by its words alone. */
export function bondText(clause: Pick<Clause, "section" | "strength">, lang: Lang): string {
  if (clause.section === "statements") return "";
  if (clause.strength !== "must") return phrase(lang, `strength.${clause.strength}`);
  return OWING.includes(clause.section) ? phrase(lang, "strength.owed") : "";
}

/** The address of the public page, or of one clause on it; `of` is what its version calls itself, so that an old link leads to the old words. */
export function policyUrl(base: string, lang: Lang, anchor?: string, of?: string): string {
  return `${base}/policy?lang=${encodeURIComponent(lang)}${of === undefined ? "" : `&of=${encodeURIComponent(of)}`}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;
}

/** The language that words have: the asked one, else the policy's first, else any. */
export function languageOf(words: Readonly<Record<Lang, string>>, lang: Lang, policy: Policy): Lang {
  const order = [lang, ...policy.desk.languages, ...Object.keys(words)];
  return order.find((each) => words[each] !== undefined) ?? lang;
}

/** A name or a text of the policy in a language, else in the policy's first: the one that its clauses are read in then. */
export function wordsOf(policy: Policy, words: Readonly<Record<Lang, string>>, lang: Lang): string {
  const used = languageOf(words, lang, policy);
  return closeUp(words[used] ?? "", used);
}

/** The clause in a language, else in the policy's first. DESIGN.md: number, words, link to its place. */
export function clauseText(policy: Policy, clause: Clause, lang: Lang, options: ClauseOptions = {}): ClauseText {
  const used = languageOf(clause.words, lang, policy);
  return {
    id: clause.id,
    number: clause.number,
    section: clause.section,
    words: say(clause.words[used] ?? "", used, options.slots ?? clause.slots, options.report),
    lang: used,
    anchor: clause.id,
    ...(options.base === undefined ? {} : { url: policyUrl(options.base, used, clause.id, policy.version) }),
    strength: clause.strength,
    bond: bondText(clause, lang),
  };
}

/** `§ 4.2  The words. (Owed)  https://…/policy#id` on one line of text. */
export function clausePlain(clause: ClauseText): string {
  const bond = clause.bond ? ` (${clause.bond})` : "";
  return `§ ${clause.number}  ${clause.words}${bond}${clause.url ? `  ${clause.url}` : ""}`;
}

/** Inline styles, for mails alone; pages style the classes. */
export interface ClauseStyle {
  readonly block: string;
  readonly number: string;
  readonly words: string;
  readonly bond: string;
}

/** The clause as a fragment: `<p class="clause"><a class="clause-number">§ 4.2</a> <span>words</span> <em>Owed</em></p>`. Escaped. */
export function clauseHtml(clause: ClauseText, style?: ClauseStyle): string {
  const look = (part: keyof ClauseStyle): string => (style ? ` style="${escapeHtml(style[part])}"` : "");
  const number = `§&nbsp;${escapeHtml(clause.number)}`;
  const link = clause.url === undefined ? `<span class="clause-number"${look("number")}>${number}</span>` : `<a class="clause-number" href="${escapeHref(clause.url)}"${look("number")}>${number}</a>`;
  const words = escapeHtml(clause.words).replaceAll("\n", "<br>");
  const bond = clause.bond ? ` <em class="clause-bond" data-strength="${clause.strength}"${look("bond")}>${escapeHtml(clause.bond)}</em>` : "";
  return `<p class="clause"${look("block")}>${link} <span class="clause-words" lang="${escapeHtml(clause.lang)}"${look("words")}>${words}</span>${bond}</p>`;
}
