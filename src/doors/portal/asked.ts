// What somebody wrote into the form to ask: read, checked, and made an event.
import type { Actor, Claims, Event, FileRef } from "../../desk/event.ts";
import { type Fact, factValue, type Value } from "../../policy/index.ts";
import { phrase } from "../../words/phrase.ts";
import { tellLanguage } from "../../words/tell-language.ts";
import { type Asked, type Faults, NO_TOPIC } from "./parts/ask-form.tsx";
import { isOneAddress } from "./one-address.ts";
import type { Visit } from "./visit.ts";

const SPOKEN = ["en", "fr", "it", "ro"];

/** Facts that the policy asks of the customer when a ticket is opened. */
export const questionsOf = (visit: Visit): Fact[] =>
  Object.values(visit.policy.facts).filter((f) => f.source === "customer" && f.name !== "topic" && (f.ask || f.label) && (f.known === "opened" || f.known === "preview") && !f.name.startsWith("was."));

/** The value that a form's field gives to a fact; undefined for an empty answer, which is "I do not know", and for one that the fact does not have. */
export function claimed(fact: Fact, raw: string | undefined): Value | undefined {
  const value = raw ? factValue(fact, fact.kind === "yes-no" ? raw === "true" : fact.kind === "count" ? Number(raw) : raw) : undefined;
  return value === null ? undefined : value;
}

/** Fields trimmed and cut to what is kept of them. */
export function askedIn(fields: Readonly<Record<string, string>>, visit: Visit): Asked {
  const field = (name: string, most: number): string => (fields[name] ?? "").trim().slice(0, most);
  const topic = field("topic", 100);
  return {
    subject: field("subject", 300).replaceAll(/\s+/g, " "),
    text: field("text", 100_000),
    name: field("name", 200).replaceAll(/\s+/g, " "),
    email: field("email", 254),
    topic: topic === NO_TOPIC || visit.policy.facts["topic"]?.values.includes(topic) ? topic : "",
    claims: Object.fromEntries(questionsOf(visit).map((f) => [f.name, field(`fact.${f.name}`, 100)])),
  };
}

export function faultsOf(asked: Asked, visit: Visit): Faults {
  const faults: Record<string, string> = {};
  if (!visit.person && !asked.name) faults["name"] = phrase(visit.lang, "error.required");
  if (!visit.person && !isOneAddress(asked.email)) faults["email"] = phrase(visit.lang, "error.email");
  if (!asked.subject) faults["subject"] = phrase(visit.lang, "error.required");
  if (!asked.text) faults["text"] = phrase(visit.lang, "error.required");
  return faults;
}

/** The event that opens the ticket; `id` makes it one however often it is sent. */
export function askEvent(visit: Visit, asked: Asked, id: string, files: readonly FileRef[]): Event {
  const { person, viewer } = visit;
  const by: Actor = { kind: "person", id: viewer?.id ?? null, name: person?.name ?? asked.name };
  const language = tellLanguage(`${asked.subject}\n${asked.text}`, SPOKEN) ?? visit.lang;
  return {
    kind: "ask",
    id,
    by,
    asker: viewer ? { id: viewer.id } : { email: asked.email, name: asked.name },
    subject: asked.subject || asked.text.slice(0, 80),
    said: { text: asked.text, channel: person ? "portal" : "form", language, files },
    claims: claimsOf(visit, asked),
    ...(asked.topic && asked.topic !== NO_TOPIC && { topic: asked.topic }),
  };
}

function claimsOf(visit: Visit, asked: Asked): Claims {
  return Object.fromEntries(
    questionsOf(visit).flatMap((fact) => {
      const value = claimed(fact, asked.claims[fact.name]);
      return value === undefined ? [] : [[fact.name, value]];
    }),
  );
}
