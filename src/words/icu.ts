// Renders one ICU message. A message that is wrong never stops a mail: it is shown as it was written, and reported.
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import type { Lang } from "../policy/model.ts";
import { closeUp } from "./close-up.ts";
import { localeOf } from "./languages.ts";

/** What a slot may say: plain `{name}` takes the text; `plural`, `select` and `number` take the amount, if there is one. */
export interface Said {
  readonly text: string;
  readonly amount?: number;
}
export type Values = Readonly<Record<string, Said>>;

export interface MessageFault {
  readonly message: string;
  readonly lang: Lang;
  readonly why: string;
}
export type Report = (fault: MessageFault) => void;

interface Compiled {
  readonly format: IntlMessageFormat;
  readonly plain: readonly string[];
}

// Plain slots are renamed in the parsed message so that one slot can be both a phrase ("2 hours") and a number (2).
const TEXT = "\u0001";
const LIMIT = 5000; // drafts in an editor make new messages at every key
const compiled = new Map<string, Compiled | string>();

function rename(elements: MessageFormatElement[], lang: Lang, plain: Set<string>): void {
  for (const element of elements) {
    if (element.type === TYPE.literal) element.value = closeUp(element.value, lang);
    else if (element.type === TYPE.argument) {
      plain.add(element.value);
      element.value += TEXT;
    } else if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) rename(option.value, lang, plain);
    }
  }
}

function compile(message: string, lang: Lang): Compiled | string {
  try {
    // "l'{name}" is an elision in French and Italian, not the quote that ICU would take it for.
    const elements = parse(message.replace(/(?<=\p{L})'(?=\{)/gu, "’"), { ignoreTag: true, requiresOtherClause: true });
    const plain = new Set<string>();
    rename(elements, lang, plain);
    return { format: new IntlMessageFormat(elements, localeOf(lang)), plain: [...plain] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function compiledOf(message: string, lang: Lang): Compiled | string {
  const key = `${lang} ${message}`;
  let found = compiled.get(key);
  if (found === undefined) {
    if (compiled.size >= LIMIT) compiled.clear();
    found = compile(message, lang);
    compiled.set(key, found);
  }
  return found;
}

/**
 * The message in words. A slot without a value stays visible as `{name}`; a message that cannot be parsed, or whose
 * plural has no value, is returned as written. Each such case is given to `report`. Never throws.
 */
export function renderIcu(message: string, lang: Lang, values: Values, report?: Report): string {
  if (!message.includes("{") && !message.includes("'")) return closeUp(message, lang);
  const ready = compiledOf(message, lang);
  if (typeof ready === "string") {
    report?.({ message, lang, why: ready });
    return message;
  }
  const given: Record<string, string | number> = {};
  for (const [name, said] of Object.entries(values)) {
    given[name] = said.amount ?? said.text;
    given[name + TEXT] = said.text;
  }
  for (const name of ready.plain) {
    if (Object.hasOwn(values, name)) continue;
    given[name + TEXT] = `{${name}}`;
    report?.({ message, lang, why: `no value for the slot ${name}` });
  }
  try {
    return String(ready.format.format(given));
  } catch (error) {
    report?.({ message, lang, why: error instanceof Error ? error.message : String(error) });
    return message;
  }
}
