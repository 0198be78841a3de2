// Open tickets of the same customer that seem to be about the same problem, whatever door and language they came by: proposed, never joined by itself.
import { ALIKE, likeness, type Marks, marksOf, type Policy } from "../../policy/index.ts";
import { instantText } from "../../words/instant.ts";
import { chooseLanguage } from "../../words/languages.ts";
import { tellLanguage } from "../../words/tell-language.ts";
import type { Asker } from "../event.ts";
import { customerOf } from "../people/reads.ts";
import { rightsOn, type PersonViewer } from "../viewer.ts";
import { instantIso } from "./instant-iso.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";

const LOOKED_AT = 100; // of the customer's open tickets, the newest
const SHOWN = 5;
const SPOKEN = ["en", "fr", "it", "ro"];

export interface Similar {
  readonly number: string;
  readonly subject: string;
  readonly requester: string;
  readonly openedAt: string;
  readonly openedText: string;
  readonly score: number;
  readonly shared: readonly string[];
}
export interface Wording {
  readonly text: string;
  readonly topic: string | null;
  readonly files?: readonly string[];
}

interface Candidate {
  id: string;
  number: string;
  subject: string;
  name: string;
  opened_at: number;
  language: string;
  topic: string | null;
  claims: Record<string, unknown>;
  findings: Record<string, unknown>;
  message: string;
  text: string;
  files: string[];
}

/** The customer's open tickets with their first words and all their files; $1 is the organisation, $2 the person of one without. */
const candidates = (more: string): string => `
  select t.id, t.number, t.subject, p.name, t.opened_at, m.language, coalesce(t.findings->>'topic', t.claims->>'topic') as topic, t.claims, t.findings, m.id as message, left(m.text, 800) as text,
    array(select f.sha from files f where f.desk = t.desk and f.ticket = t.id limit 50) as files
  from tickets t join people p on p.desk = t.desk and p.id = t.requester
  join lateral (select id, language, text from messages m where m.desk = t.desk and m.ticket = t.id order by m.at, m.id limit 1) m on true
  where t.desk = troth_desk() and t.status <> 'closed' and ${more} order by t.opened_at desc limit ${LOOKED_AT}`;

/** Of whoever asks, and of their office where they may see those; of nobody's none. Best first, at most five. */
export async function similarTo(look: Look, asker: Asker, told: Wording): Promise<Similar[]> {
  const customer = told.text.trim().length < 8 && !told.files?.length ? null : await customerOf(look.tx, asker);
  if (!customer) return [];
  const { policy } = await policyNow(look);
  const { person } = customer;
  const eyes: PersonViewer = {
    kind: "person",
    id: person.id,
    name: person.name,
    email: person.email,
    organisation: person.organisation,
    sees: person.sees as "own" | "office",
    language: person.language,
  };
  const rights = rightsOn(eyes, 1);
  const found = await look.tx.query<Candidate>(candidates(rights.sql), rights.params);
  const language = tellLanguage(told.text, SPOKEN) ?? chooseLanguage([look.wanted, person.language, policy.desk.languages[0]], SPOKEN);
  return best(look, policy, marksOf(policy, { text: told.text, language, topic: told.topic, files: told.files ?? [] }), found);
}

/** Those of the same customer as this ticket, without what is joined with it. */
export async function similarToTicket(look: Look, ticket: string): Promise<Similar[]> {
  const { policy } = await policyNow(look);
  const [own] = await look.tx.query<Candidate & { organisation: string | null; requester: string }>(candidates("t.id = $1").replace("select t.id", "select t.organisation, t.requester, t.id"), [
    ticket,
  ]);
  if (!own) return [];
  const [by, who] = own.organisation === null ? ["t.organisation is null and t.requester", own.requester] : ["t.organisation", own.organisation];
  const found = await look.tx.query<Candidate>(
    candidates(`${by} = $1 and t.id <> $2 and coalesce(t.split_from, t.id) <> (select coalesce(w.split_from, w.id) from tickets w where w.desk = troth_desk() and w.id = $2)`),
    [who, ticket],
  );
  return best(look, policy, marks(policy, own), found);
}

const known = new Map<string, Marks>();
const MOST_KNOWN = 20_000;

/** What identifies a ticket; worked out once for as long as its words, facts and files are the same. */
function marks(policy: Policy, c: Candidate): Marks {
  const facts = { ...c.claims, ...c.findings };
  const key = `${c.message} ${c.files.join()} ${JSON.stringify(facts)} ${policy.id} ${policy.version}`;
  const kept = known.get(key);
  if (kept) return kept;
  const made = marksOf(policy, { text: `${c.subject}\n${c.text}`, language: c.language, topic: c.topic, files: c.files, facts });
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? key);
  known.set(key, made);
  return made;
}

function best(look: Look, policy: Policy, of: Marks, found: readonly Candidate[]): Similar[] {
  const { lang, zone } = readerOf(look, policy);
  return found
    .map((c) => ({ c, ...likeness(of, marks(policy, c)) }))
    .filter((each) => each.score >= ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ c, score, shared }) => ({
      number: c.number,
      subject: c.subject,
      requester: c.name,
      openedAt: instantIso(c.opened_at),
      openedText: instantText(c.opened_at, lang, zone),
      score: Math.round(score * 100) / 100,
      shared,
    }));
}
