// Whether two texts seem to be about the same problem: by what stays the same in every language (files, codes, names, topics, facts), and by words within one.
// A proposal to a person, never a verdict.
import type { Lang, Policy } from "./model.ts";
import { suggestTopics } from "./suggest-topic.ts";

/** What somebody wrote: `language` as told from the text, `files` their hashes, `facts` what is known of the problem. */
export interface Told {
  readonly text: string;
  readonly language: Lang;
  readonly topic: string | null;
  readonly files: readonly string[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What identifies a problem. `neutral` reads the same in every language. Words are kept by their first letters. */
export interface Marks {
  readonly language: Lang;
  readonly topic: string | null;
  readonly files: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  readonly neutral: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;
}

/** 0 to 1, with what both have: "E-4711", "Zoom", a file's hash, a topic. `evidence` is the weight of what both have beside topic and facts: a word is 1. */
export interface Likeness {
  readonly score: number;
  readonly shared: readonly string[];
  readonly evidence: number;
}

/** From here on a pair is shown to a person; measured by the bench on pairs in four languages. */
export const ALIKE = 0.34;
/** From here on, and in one language alone, the same person's two requests are taken for one where a policy joins them on arrival. */
export const CERTAIN = 0.6;
/** And so much evidence: two short questions on one topic are not yet the same question. */
export const EVIDENCE = 2;

const MOST_LETTERS = 800; // of a text: what a problem is stands at its beginning
const STEM = 5;
const WRAPPED = 60; // signs of a line that its mail program broke: the next one goes on with the sentence
// Words that stand in every request, by their first letters.
const EMPTY = new Set(
  (
    "hello,please,thank,could,would,should,about,there,their,which,where,since,again,still,after,before,other,every,support,problem,ticket,request,question,today,yesterday,morning,week,always,never,because,regards," +
    "bonjour,merci,cordialement,depuis,encore,toujours,avons,avez,notre,votre,nous,vous,cette,comment,pouvez,pourriez,probleme,demande,aujourd,matin,semaine,apres,avant,quand,lorsque,faire,chez,plus," +
    "buongiorno,salve,grazie,cordiali,saluti,ancora,sempre,nostro,nostra,vostro,questo,questa,quando,come,abbiamo,avete,potete,potreste,problema,richiesta,oggi,mattina,settimana,dopo,prima,della,delle,nella,sono," +
    "buna,ziua,multumesc,multumim,salut,stima,inca,mereu,nostru,noastra,vostru,acest,aceasta,cand,avem,aveti,puteti,problema,solicitare,astazi,dimineata,saptamana,dupa,inainte,pentru,este,sunt,mai,care"
  )
    .split(",")
    .map((w) => w.slice(0, STEM)),
);

const fold = (text: string): string => (/^[\x20-\x7e\s]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "")).toLowerCase();
/** A code has a digit and four signs at least; a year or a time of day is none. */
const isCode = (word: string): boolean => /\d/.test(word) && word.length >= 4 && word.length <= 60 && !/^(?:(?:19|20)\d\d|\d{1,2}[:h.]\d{2}|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?)$/.test(word);

const products = new WeakMap<Policy, readonly (readonly [id: string, names: readonly string[]])[]>();

/** What the policy has names for, folded once. */
function productsOf(policy: Policy): readonly (readonly [string, readonly string[]])[] {
  const known =
    products.get(policy) ??
    [...Object.entries(policy.things), ...Object.entries(policy.parties)].map(
      ([id, { name }]) => [id, Object.values(name).flatMap((n) => (n !== undefined && n.length >= 4 ? [fold(n)] : []))] as const,
    );
  products.set(policy, known);
  return known;
}

/** What a text alone says, for keeping: what is the same in every language, the topics that it hints at, and its words. */
export interface TextMarks {
  readonly language: Lang;
  readonly marks: readonly string[]; // "name zoom", "product faq", "code E-4711"
  readonly topics: readonly string[];
  readonly words: readonly string[];
}

const WEIGHTS: Readonly<Record<string, number>> = { name: 2, product: 2, code: 3, file: 4, topic: 1.2, fact: 0.4 };

export const marksOf = (policy: Policy, told: Told): Marks => marksWith(textMarks(policy, told.text, told.language), told);

/** A kept text with what else is known of its ticket now. */
export function marksWith(text: TextMarks, { topic, files, facts }: Pick<Told, "topic" | "files" | "facts">): Marks {
  const known = Object.entries(facts ?? {}).flatMap(([fact, value]) => (fact === "topic" || value === null ? [] : [`fact ${fact} ${JSON.stringify(value)}`]));
  const all = [...text.marks, ...(topic === null ? text.topics : [topic]).map((t) => `topic ${t}`), ...known, ...files.map((file) => `file ${file}`)];
  return {
    language: text.language,
    topic: topic ?? text.topics[0] ?? null,
    files: new Set(files),
    codes: new Set(text.marks.flatMap((mark) => (mark.startsWith("code ") ? [mark.slice("code ".length)] : []))),
    neutral: new Map(all.map((mark) => [mark, WEIGHTS[mark.slice(0, mark.indexOf(" "))] ?? 1] as const)),
    words: new Set(text.words),
  };
}

/** The words, with a line break where a new line begins a sentence of its own: below a subject, a greeting, a heading. */
const tokens = (text: string): string[] => text.split("\n").flatMap((line, i, lines) => [...(i > 0 && lines[i - 1]!.length < WRAPPED ? ["\n"] : []), ...line.split(/\s+/)]);

export function textMarks(policy: Policy, whole: string, language: Lang): TextMarks {
  const text = whole.slice(0, MOST_LETTERS);
  const marks = new Set<string>();
  const codes = new Set<string>();
  const words = new Set<string>();
  let opens = true; // a sentence: there a capital letter names nothing
  for (const raw of tokens(text)) {
    if (raw === "\n") {
      opens = true;
      continue;
    }
    const simple = /^[A-Za-z0-9]+$/.test(raw); // most words: nothing to take off
    const word = simple ? raw : raw.replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}]+$/gu, "");
    const opened = opens;
    opens = !simple && /[.!?:;\n]["»”)]*$/u.test(raw);
    if (word === "") continue;
    if (isCode(word)) {
      codes.add(word.toUpperCase().replace(/^#/, ""));
      continue;
    }
    const bare = word.slice(Math.max(word.lastIndexOf("’"), word.lastIndexOf("'")) + 1); // l’export
    const plain = fold(bare);
    if (EMPTY.has(plain.slice(0, STEM))) continue;
    if (bare.charAt(0) !== bare.charAt(0).toLowerCase() && (!opened || /\p{Lu}.*\p{Lu}/u.test(word)) && plain.length >= 3) marks.add(`name ${plain}`);
    if (plain.length >= 4) words.add(plain.slice(0, STEM));
  }
  const topics = suggestTopics(policy, text, policy.desk.languages)
    .slice(0, 2)
    .map((s) => s.topic);
  const folded = fold(text);
  for (const [id, names] of productsOf(policy)) if (names.some((name) => folded.includes(name))) marks.add(`product ${id}`);
  for (const code of codes) marks.add(`code ${code}`);
  return { language, marks: [...marks], topics, words: [...words] };
}

/** How much two are alike. In one language words count; across languages only what is the same in all. */
export function likeness(a: Marks, b: Marks): Likeness {
  const shared = [...a.neutral.keys()].filter((mark) => b.neutral.has(mark));
  const telling = shared.filter((mark) => !mark.startsWith("topic ") && !mark.startsWith("fact "));
  const same = a.language === b.language;
  const cosine = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number => {
    let [both, left, right] = [0, 0, 0];
    for (const [mark, weight] of one) [left, both] = [left + weight * weight, both + (other.has(mark) ? weight * weight : 0)];
    for (const weight of other.values()) right += weight * weight;
    return left === 0 || right === 0 ? 0 : both / Math.sqrt(left * right);
  };
  const all = (m: Marks): ReadonlyMap<string, number> => new Map([...m.neutral, ...[...m.words].map((w) => [`word ${w}`, 1] as const)]);
  const close = same ? cosine(all(a), all(b)) : telling.length === 0 ? 0 : cosine(a.neutral, b.neutral);
  const apart = a.topic !== null && b.topic !== null && a.topic !== b.topic ? 0.7 : 1;
  // Codes that both give and that differ speak against it: two orders, two errors.
  const otherCodes = a.codes.size > 0 && b.codes.size > 0 && ![...a.codes].some((code) => b.codes.has(code)) ? 0.5 : 1;
  const sameCode = shared.some((mark) => mark.startsWith("code ") || mark.startsWith("file ")) ? 0.15 : 0;
  const words = same ? [...a.words].filter((word) => b.words.has(word)).length : 0;
  const evidence = telling.reduce((sum, mark) => sum + (a.neutral.get(mark) ?? 0), words);
  return { score: Math.min(1, close * apart * otherCodes + sameCode), shared: shared.filter((mark) => !mark.startsWith("fact ")), evidence };
}
