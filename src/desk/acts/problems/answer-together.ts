// Answering the tickets of a problem together, or solving it: checked and written down as one line for each ticket; a worker sends them (run-together.ts).
import { newId } from "../../../database/new-id.ts";
import type { ProblemsRow } from "../../../database/rows.gen.ts";
import type { Tx } from "../../../database/tx.ts";
import { type Leak, leaksIn, leaksInFileName } from "../../../words/leaks.ts";
import { IN_WORDS, unknownIn } from "../../../words/mails/frames/in-words.ts";
import type { Actor, FileRef } from "../../event.ts";
import type { House } from "../../house.ts";
import { type Fault, faultSaid, Problem } from "../../problem.ts";
import { answerOfEvent, answersOf, type HungTicket, hungTickets, problemOf, sendsOf } from "../../problems/reads.ts";
import { makeAnswer, type NewSend, sendRows } from "../../problems/sends.ts";
import { noteProblem, setSolved } from "../../problems/writes.ts";
import { sentence, type Sentence } from "../../../words/phrase.ts";
import { overtaken } from "../../overtaken.ts";

export interface Together {
  /** By language. */
  readonly texts: Readonly<Record<string, string>>;
  /** A language that the sender leaves without a text: whose text it gets. */
  readonly sendAs: Readonly<Record<string, string>>;
  /** Numbers of the tickets that the sender saw; without it, every open one that hangs there. */
  readonly tickets?: readonly string[] | undefined;
  /** Each ticket's message has them. */
  readonly files?: readonly FileRef[] | undefined;
  /** Names of customers that are only words here. */
  readonly meant: readonly string[];
  readonly solves: boolean;
  /** Instead of texts: an answer given together before, which solves. */
  readonly earlier?: string | undefined;
}

/**
 * Writes down what is to be sent; the answer's id. The same request again finds the first. Throws invalid-input with every language that lacks a text, every unknown
 * placeholder and whatever would tell one customer of another; changed-meanwhile; not-found.
 */
export function answerTogether(house: House, desk: string, act: { readonly id: string; readonly by: Actor; readonly problem: string; readonly expect?: number }, wanted: Together): Promise<string> {
  return house.database.asDesk(
    desk,
    async (tx) => {
      const before = await answerOfEvent(tx, act.id);
      if (before) return before.id;
      const problem = await problemOf(tx, act.problem, true);
      if (!problem) throw new Problem("not-found");
      if (act.expect !== undefined && problem.revision !== act.expect) throw overtaken("problem", problem.revision, act.expect);
      const hung = await hungTickets(tx, problem.id);
      const at = house.now();
      const lines = await linesOf(tx, problem, hung, wanted, at);
      const id = newId(at);
      const { texts, sendAs, files = [], earlier = null, solves } = wanted;
      await makeAnswer(tx, { id, problem: problem.id, event: act.id, ...(earlier === null ? { texts, files } : { texts: {}, files: [] }), sendAs, earlier, solves, by: act.by, at });
      if (solves) await setSolved(tx, problem.id, act.by.name, at);
      await noteProblem(tx, { id: `together:${id}`, by: act.by, at, problem: problem.id, did: solves ? "solved" : "answered" });
      tx.writeLast([sendRows(desk, id, lines, at)]);
      tx.afterCommit(() => house.changed({ desk, ticket: null, event: act.id, kind: "problem" }));
      return id;
    },
    { retry: true },
  );
}

async function linesOf(tx: Tx, problem: ProblemsRow, hung: readonly HungTicket[], wanted: Together, at: number): Promise<NewSend[]> {
  const open = (t: HungTicket): boolean => t.status !== "closed" && t.joined_into === null;
  const asked = wanted.tickets && new Set(wanted.tickets.map((number) => number.trim().toUpperCase()));
  const chosen = hung.filter((t) => (asked ? asked.has(t.number) : open(t)));
  const gone = asked ? [...asked].filter((number) => !hung.some((t) => t.number === number)) : [];
  if (gone.length) refuse(gone.map((number) => faultSaid("tickets", sentence("refused.hangs-no-more", { number }))));
  const reached = chosen.filter(open);
  if (reached.length === 0 && !(wanted.solves && chosen.length === 0)) refuse([faultSaid("tickets", sentence("refused.nobody-to-answer"))]);
  const line = (t: HungTicket, language: string | null): NewSend => ({ ticket: t.id, message: newId(at), language, state: open(t) ? "waiting" : t.joined_into ? "joined" : "closed" });
  if (wanted.earlier !== undefined) {
    const answers = await answersOf(tx, problem.id);
    if (!answers.some((a) => a.id === wanted.earlier && a.earlier === null)) refuse([faultSaid("earlier", sentence("refused.no-earlier"))]);
    const sent = await sendsOf(tx, wanted.earlier);
    return chosen.map((t) => {
      const got = sent.get(t.id);
      return got?.state === "sent" || got?.state === "asked" ? { ...line(t, null), message: got.message } : { ...line(t, null), state: "unanswered" };
    });
  }
  const textOf = (language: string): string | null => (given(wanted.texts[language]) ? language : given(wanted.texts[wanted.sendAs[language] ?? ""]) ? (wanted.sendAs[language] ?? null) : null);
  refuse([...missing(reached, textOf), ...faultsIn(reached, hung, textOf, wanted), ...namesIn(reached, hung, wanted)]);
  return chosen.map((t) => line(t, textOf(t.language)));
}

const given = (text: string | undefined): boolean => text !== undefined && text.trim() !== "";

/** Languages that lack a text, with how many wait for it. */
function missing(reached: readonly HungTicket[], textOf: (language: string) => string | null): Fault[] {
  const languages = [...new Set(reached.map((t) => t.language))].filter((language) => textOf(language) === null);
  return languages.map((language) => {
    const n = reached.filter((t) => t.language === language).length;
    return faultSaid(`texts.${language}`, sentence("refused.text-missing", { n, language }));
  });
}

/** What is wrong with each text that somebody reads. */
function faultsIn(reached: readonly HungTicket[], all: readonly HungTicket[], textOf: (language: string) => string | null, { texts, meant }: Together): Fault[] {
  return Object.entries(texts).flatMap(([language, text]) => {
    const readers = reached.filter((t) => textOf(t.language) === language);
    if (readers.length === 0) return [];
    const at = `texts.${language}`;
    const unknown = unknownIn(text).map((name) =>
      faultSaid(at, sentence("refused.no-placeholder", { name: `{${name}}`, there: IN_WORDS.map((each) => `{${each}}`).join(", "), braces: `{{${name}}}` })),
    );
    return [...unknown, ...leaksIn(text, readers, all, meant).map((leak) => faultSaid(at, leakSaid(leak)))];
  });
}

/** Names of files that would tell one customer of another: everybody who is reached reads them. */
const namesIn = (reached: readonly HungTicket[], all: readonly HungTicket[], { files = [], meant }: Together): Fault[] =>
  files.flatMap(({ name }, i) =>
    leaksInFileName(name, reached, all, meant).map(({ is, found, of }) => faultSaid(`files.${i}`, sentence(is === "name" ? "refused.leak-file-name" : "refused.leak-file", { found, of }))),
  );

const leakSaid = ({ is, found, of }: Leak): Sentence => sentence(`refused.leak-${is}`, { found, of, slot: is === "number" ? "{number}" : "{customer}" });

function refuse(faults: readonly Fault[]): void {
  if (faults.length) throw new Problem("invalid-input", faults.length === 1 ? faults[0]!.said! : sentence("refused.faults", { n: faults.length }), faults);
}
