// Checks the frame of a mail as a policy is checked: each finding says where, and what would mend it.
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import type { Lang } from "../../../policy/model.ts";
import { type Frame, type FrameName, type Placeholder, placeholdersOf } from "./frames.ts";
import { paragraphsOf, partOf } from "./paragraphs.ts";

export interface FrameFinding {
  readonly language: Lang;
  readonly at: "title" | "body" | "language"; // a language that is missing is in neither
  readonly line: number; // from 1; 0 where it is about the whole
  readonly column: number; // from 1; 0 where it is about the whole line
  readonly message: string; // in English, as all findings
}

const MOST = { title: 200, body: 10_000 }; // characters

/** Everything that is wrong with the words of a mail, language by language; `languages` are those that the desk speaks. */
export function checkFrame(name: FrameName, words: Readonly<Record<Lang, Frame>>, languages: readonly Lang[]): FrameFinding[] {
  const known = placeholdersOf(name);
  const missing = languages.filter((language) => !Object.hasOwn(words, language));
  return [
    ...missing.map(
      (language): FrameFinding => ({ language, at: "language", line: 0, column: 0, message: `There are no words in “${language}”, which the desk speaks: its readers would get the program's own.` }),
    ),
    ...Object.entries(words).flatMap(([language, frame]) => [...ofTitle(known, language, frame.title), ...ofBody(known, language, frame.body)]),
  ];
}

type Known = Readonly<Record<string, Placeholder>>;

function ofTitle(known: Known, language: Lang, title: string): FrameFinding[] {
  const finding = (message: string, line = 1, column = 0): FrameFinding => ({ language, at: "title", line, column, message });
  if (!title.trim()) return [finding("The title is empty: it is the subject where the customer wrote none.")];
  if (/[\r\n]/.test(title)) return [finding("The title is one line.")];
  if (title.length > MOST.title) return [finding(`The title has more than ${MOST.title} characters.`)];
  return ofMessage(known, title, 1, finding).filter(Boolean);
}

function ofBody(known: Known, language: Lang, body: string): FrameFinding[] {
  const finding = (message: string, line = 0, column = 0): FrameFinding => ({ language, at: "body", line, column, message });
  if (body.length > MOST.body) return [finding(`The body has more than ${MOST.body} characters.`)];
  const placed = new Map<string, number>();
  const found = paragraphsOf(body).flatMap(({ text, line }) => {
    const part = partOf(text);
    if (part === null || known[part]?.type !== "part") return ofMessage(known, text, line, finding);
    const before = placed.get(part);
    placed.set(part, line);
    return before === undefined ? [] : [finding(`{${part}} stands on line ${before} already; it is said once.`, line, 1)];
  });
  const left = Object.entries(known).filter(([name, { type, needed }]) => type === "part" && needed && !placed.has(name));
  return [...found, ...left.map(([name]) => finding(`{${name}} is missing: the policy's own words must be in the mail. Write it in a paragraph of its own.`))];
}

/** The faults of one ICU message that begins on `line`. */
function ofMessage(known: Known, message: string, line: number, finding: (message: string, line: number, column: number) => FrameFinding): FrameFinding[] {
  let elements: MessageFormatElement[];
  try {
    elements = parse(message.replace(/(?<=\p{L})'(?=\{)/gu, "’"), { ignoreTag: true, requiresOtherClause: true, captureLocation: true });
  } catch (error) {
    const { message: why, location } = error as Error & { location?: Place };
    return [finding(`It cannot be read as an ICU message (${why.toLowerCase().replaceAll("_", " ")}).`, line + (location?.start.line ?? 1) - 1, location?.start.column ?? 0)];
  }
  const names = Object.keys(known)
    .map((name) => `{${name}}`)
    .join(", ");
  return walk(elements).flatMap((element): FrameFinding[] => {
    const at = [line + (element.location?.start.line ?? 1) - 1, element.location?.start.column ?? 0] as const;
    const what = known[element.value];
    if (!what) return [finding(`There is no {${element.value}} in this mail; there are ${names}.`, ...at)];
    if (what.type === "part") return [finding(`{${element.value}} brings whole paragraphs: write it in a paragraph of its own, with an empty line before and after.`, ...at)];
    if (element.type !== TYPE.argument && element.type !== TYPE.select) return [finding(`{${element.value}} is text, not a number, a date or a plural.`, ...at)];
    return [];
  });
}

interface Place {
  readonly start: { readonly line: number; readonly column: number };
}
interface Slot {
  readonly type: TYPE;
  readonly value: string;
  readonly location?: Place;
}

/** Every placeholder, those within a choice too. */
function walk(elements: readonly MessageFormatElement[]): Slot[] {
  return elements.flatMap((element): Slot[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) return [];
    const inside = element.type === TYPE.select || element.type === TYPE.plural ? Object.values(element.options).flatMap((option) => walk(option.value)) : [];
    return [{ type: element.type, value: element.value, ...(element.location && { location: element.location }) }, ...inside];
  });
}
