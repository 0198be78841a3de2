// Open tickets of the same customer that seem to be about the same problem, whatever door and language they came by: proposed, never joined by itself.
import { ALIKE, likeness, type Marks, marksOf, type Policy } from "../../policy/index.ts";
import { instantText } from "../../words/instant.ts";
import { chooseLanguage } from "../../words/languages.ts";
import { tellLanguage } from "../../words/tell-language.ts";
import type { Asker } from "../event.ts";
import { customerOf } from "../people/reads.ts";
import { rightsOn, type PersonViewer } from "../viewer.ts";
import { type Candidate, candidates, marksOfTicket } from "./alike-tickets.ts";
import { instantIso } from "./instant-iso.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";

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
  const found = await candidates(look.tx, rights.sql, rights.params);
  const language = tellLanguage(told.text, SPOKEN) ?? chooseLanguage([look.wanted, person.language, policy.desk.languages[0]], SPOKEN);
  return best(look, policy, marksOf(policy, { text: told.text, language, topic: told.topic, files: told.files ?? [] }), found, person.zone ?? customer.organisation?.zone);
}

/** Those of the same customer as this ticket, without what is joined with it. */
export async function similarToTicket(look: Look, ticket: string): Promise<Similar[]> {
  const { policy } = await policyNow(look);
  const [own] = await candidates(look.tx, "t.id = $1", [ticket]);
  if (!own) return [];
  const [by, who] = own.organisation === null ? ["t.organisation is null and t.requester", own.requester] : ["t.organisation", own.organisation];
  const other = "coalesce(t.split_from, t.id) <> (select coalesce(w.split_from, w.id) from tickets w where w.desk = troth_desk() and w.id = $2)"; // no part of the same request
  const found = await candidates(look.tx, `${by} = $1 and t.id <> $2 and ${other}`, [who, ticket]);
  return best(look, policy, marksOfTicket(policy, own), found);
}

function best(look: Look, policy: Policy, of: Marks, found: readonly Candidate[], theirs: string | null = null): Similar[] {
  const { lang, zone } = readerOf(look, policy, theirs);
  return found
    .map((c) => ({ c, ...likeness(of, marksOfTicket(policy, c)) }))
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
