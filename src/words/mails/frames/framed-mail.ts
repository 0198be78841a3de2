// Writes a mail in a desk's own frame: its sentences around the parts that the policy and people bring.
import { type Said, renderIcu } from "../../icu.ts";
import { addedParts } from "../added.ts";
import { answerParts } from "../answer.ts";
import { closedParts } from "../closed.ts";
import { confirmationParts } from "../confirmation.ts";
import { greeting, ticketMail } from "../mail-layout.ts";
import { oneLine } from "../mail-subject.ts";
import type { Block, Mail, TicketMail } from "../model.ts";
import { noticeParts, noticeTitle } from "../notice.ts";
import { refusalParts } from "../refusal.ts";
import type { Framable } from "./framable.ts";
import { type Frame, type FrameName, placeholdersOf } from "./frames.ts";
import { paragraphsOf, partOf } from "./paragraphs.ts";

interface Filled {
  readonly texts: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, readonly Block[]>>;
}

/** A part that must be there and that the frame lacks all the same stands at the end: a frame never takes away what is promised. */
export function framedMail(name: FrameName, what: Framable, frame: Frame): Mail {
  const about: TicketMail = what.input;
  const { lang } = about.reader;
  const { texts, parts } = filled(what);
  const said: Record<string, Said> = {};
  for (const [key, value] of Object.entries({ ...aboutOf(about), ...texts })) said[key] = { text: oneLine(value) };
  const placed = new Set<string>();
  const blocks = paragraphsOf(frame.body).flatMap(({ text }): readonly Block[] => {
    const part = partOf(text);
    if (part === null || !Object.hasOwn(parts, part)) return [{ is: "text", text: renderIcu(text, lang, said) }];
    if (placed.has(part)) return [];
    placed.add(part);
    return parts[part] ?? [];
  });
  const left = Object.entries(placeholdersOf(name)).filter(([key, { type, needed }]) => type === "part" && needed && !placed.has(key));
  const title = renderIcu(frame.title, lang, said);
  return ticketMail(about, title, [...blocks, ...left.flatMap(([key]) => parts[key] ?? [])], what.mail === "answer" ? "letter" : "greets");
}

const aboutOf = ({ desk, reader, ticket }: TicketMail): Record<string, string> => ({ number: ticket.number, subject: ticket.subject, customer: reader.name ?? "", desk: desk.name });

function filled(what: Framable): Filled {
  const { reader } = what.input;
  const greets = { greeting: [{ is: "text", text: greeting(reader.lang, reader.name) }] as const };
  switch (what.mail) {
    case "confirmation":
      return { texts: {}, parts: { ...greets, ...confirmationParts(what.input) } };
    case "refusal":
      return { texts: {}, parts: { ...greets, ...refusalParts(what.input) } };
    case "added":
      return { texts: {}, parts: { ...greets, ...addedParts(what.input) } };
    case "answer":
      return { texts: { expert: what.input.expert }, parts: answerParts(what.input) };
    case "notice":
      return { texts: { title: noticeTitle(what.input) }, parts: { ...greets, ...noticeParts(what.input) } };
    case "closed":
      return { texts: {}, parts: { ...greets, ...closedParts(what.input) } };
  }
}
