// The mails whose frame a desk may word itself, and what each can say. What the policy promises is a part that must be there: a frame never drops it.

/** `text` is a word or a number in a sentence; `part` stands in a paragraph of its own and brings what the policy or a person says. */
export interface Placeholder {
  readonly type: "text" | "part";
  /** True for what must not be left out: what is promised, on what terms, what a person wrote. */
  readonly needed: boolean;
}

const text = { type: "text", needed: false } as const;
const part = { type: "part", needed: true } as const;
const greeting = { type: "part", needed: false } as const;
const about = { number: text, subject: text, customer: text, desk: text } as const;

export const FRAMES = {
  confirmation: { ...about, greeting, expert: part, promises: part, terms: part, next: part },
  refusal: { ...about, greeting, reason: part, terms: part, contest: part },
  added: { ...about, greeting, terms: part, next: part },
  answer: { ...about, expert: text, message: part, paused: part, files: part },
  notice: { ...about, title: text, greeting, words: part, promises: part, terms: part },
  solved: { ...about, greeting, words: part, terms: part, reopen: part },
  unresolved: { ...about, greeting, words: part, terms: part, reopen: part },
  closed: { ...about, greeting, words: part, terms: part, reopen: part },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Placeholder>>>>;

export type FrameName = keyof typeof FRAMES;
export const FRAME_NAMES = Object.keys(FRAMES) as readonly FrameName[];

/** The words of a frame in one language: an ICU message for the title, and one for the body, whose paragraphs are parted by empty lines. */
export interface Frame {
  readonly title: string;
  readonly body: string;
}

export const placeholdersOf = (name: FrameName): Readonly<Record<string, Placeholder>> => FRAMES[name];
