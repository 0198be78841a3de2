// What may hang together though its customers differ: for a problem, tickets; for a ticket, problems and tickets of others. Proposed to a person, never done by itself.
import { ALIKE, EVIDENCE, likeness, type Likeness, type Marks, marksOf, type Policy } from "../../policy/index.ts";
import { chooseLanguage } from "../../words/languages.ts";
import { tellLanguage } from "../../words/tell-language.ts";
import { Problem } from "../problem.ts";
import { problemName, problemOf } from "../problems/reads.ts";
import { rightsOn } from "../viewer.ts";
import { type Candidate, candidates, marksOfTicket } from "./alike-tickets.ts";
import { instantIso } from "./instant-iso.ts";
import { type Look, policyNow } from "./reader-of.ts";
import { sentence } from "../../words/phrase.ts";

const SHOWN = 20;
const HELD = 20; // of the tickets that hang on it, the newest: a proposal is held against each
const SPOKEN = ["en", "fr", "it", "ro"];
const FREE = "t.joined_into is null and not exists (select 1 from problem_tickets g where g.desk = t.desk and g.ticket = t.id)";

/** Open tickets that hang on nothing and seem to be about this problem, the likest first. Throws not-found. */
export async function proposalsFor(look: Look, id: string) {
  const problem = await problemOf(look.tx, id);
  if (!problem) throw new Problem("not-found", sentence("refused.no-problem"));
  const { policy } = await policyNow(look);
  const hung = await candidates(look.tx, "exists (select 1 from problem_tickets g where g.desk = t.desk and g.ticket = t.id and g.problem = $1)", [id]);
  const own = [wordsOf(policy, `${problem.title}\n${problem.known}`), ...hung.slice(0, HELD).map((c) => marksOfTicket(policy, c))];
  return likest(look, policy, own, FREE, []);
}

/** For a ticket that hangs on nothing: open problems that it may be about, and tickets of other customers. */
export async function relatedTo(look: Look, ticket: string) {
  const { policy } = await policyNow(look);
  const [self] = await candidates(look.tx, `t.id = $1 and ${FREE}`, [ticket]);
  if (!self) return { problems: [], tickets: [] };
  const own = [marksOfTicket(policy, self)];
  const [problems, tickets] = await Promise.all([
    likeProblems(look, policy, own[0]!),
    likest(look, policy, own, `${FREE} and t.id <> $1::uuid and coalesce(t.organisation, t.requester) <> $2::uuid`, [ticket, self.organisation ?? self.requester]),
  ]);
  return { problems, tickets: tickets.slice(0, 5) };
}

const wordsOf = (policy: Policy, text: string): Marks => marksOf(policy, { text, language: tellLanguage(text, SPOKEN) ?? chooseLanguage([policy.desk.languages[0]], SPOKEN), topic: null, files: [] });

/** The best likeness to any of them. */
const nearest = (to: readonly Marks[], marks: Marks): Likeness => to.reduce<Likeness>((best, each) => max(best, likeness(each, marks)), { score: 0, shared: [], evidence: 0 });
/** Of different customers more is asked than for a duplicate: two short questions on one topic are not one problem. */
const seems = ({ score, evidence }: Likeness): boolean => score >= ALIKE && evidence >= EVIDENCE;
const max = (a: Likeness, b: Likeness): Likeness => (b.score > a.score ? b : a);

async function likeProblems(look: Look, policy: Policy, own: Marks) {
  const open = await look.tx.query<{ id: string; n: number; title: string; known: string }>(
    "select id, n, title, known from problems where desk = troth_desk() and state = 'open' order by n desc limit 50",
  );
  const hung = await candidates(
    look.tx,
    "exists (select 1 from problem_tickets g join problems q on q.desk = g.desk and q.id = g.problem where g.desk = t.desk and g.ticket = t.id and q.state = 'open')",
    [],
  );
  const on = new Map(
    (hung.length === 0
      ? []
      : await look.tx.query<{ ticket: string; problem: string }>("select ticket, problem from problem_tickets where desk = troth_desk() and ticket = any ($1::uuid[])", [hung.map((c) => c.id)])
    ).map((row) => [row.ticket, row.problem] as const),
  );
  return open
    .map((p) => ({ p, ...nearest([wordsOf(policy, `${p.title}\n${p.known}`), ...hung.filter((c) => on.get(c.id) === p.id).map((c) => marksOfTicket(policy, c))], own) }))
    .filter(seems)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ p, score, shared }) => ({ id: p.id, number: problemName(p.n), title: p.title, score: rounded(score), shared }));
}

/** Among open tickets that share what is the same in every language, and among those that share words of one; each the newest. */
async function likest(look: Look, policy: Policy, own: readonly Marks[], which: string, params: readonly unknown[]) {
  const flat = <T>(of: (m: Marks) => Iterable<T>): T[] => [...new Set(own.flatMap((m) => [...of(m)]))];
  const sharing = (what: string, of: readonly unknown[]): Promise<Candidate[]> => {
    const rights = rightsOn(look.viewer, params.length + of.length + 1);
    return candidates(look.tx, `${which} and ${what} and ${rights.sql}`, [...params, ...of, ...rights.params]);
  };
  const n = params.length + 1;
  const [marks, words] = await Promise.all([
    sharing(`(k.marks && $${n}::text[] or exists (select 1 from files f where f.desk = t.desk and f.ticket = t.id and 'file ' || f.sha = any ($${n}::text[])))`, [flat((m) => m.neutral.keys())]),
    sharing(`k.language = any ($${n}::text[]) and k.words && $${n + 1}::text[]`, [flat((m) => [m.language]), flat((m) => m.words)]),
  ]);
  const found = new Map([...marks, ...words].map((c) => [c.id, c] as const));
  return [...found.values()]
    .map((c) => ({ c, ...nearest(own, marksOfTicket(policy, c)) }))
    .filter(seems)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ c, score, shared }) => shownOf(c, score, shared));
}

const shownOf = (c: Candidate, score: number, shared: readonly string[]) => ({
  number: c.number,
  subject: c.subject,
  requester: c.name,
  language: c.language,
  openedAt: instantIso(c.opened_at),
  score: rounded(score),
  shared,
});
const rounded = (score: number): number => Math.round(score * 100) / 100;
