// The words of the screens in the reader's language: one hook, `useWords`, gives the language and the way to say a key.
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import { renderIcu, type Said } from "../../../src/words/icu.ts";
import { chooseLanguage, localeOf } from "../../../src/words/languages.ts";
import { type ConsoleWords, SPOKEN, type WordKey } from "./console-words.ts";
import { loadWords } from "./load-words.ts";
import { en } from "./en.ts";

export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;
interface Words {
  readonly lang: string;
  readonly locale: string;
  readonly say: Say;
  readonly speak: (lang: string) => void;
}

const Context = createContext<Words | null>(null);
const KEPT = "troth:language";

function firstLanguage(): string {
  return chooseLanguage([localStorage.getItem(KEPT), ...navigator.languages], SPOKEN);
}

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState<{ lang: string; words: ConsoleWords } | null>(null);
  const [wanted, setWanted] = useState(firstLanguage);
  useEffect(() => {
    let still = true;
    void loadWords(wanted)
      .catch(() => en)
      .then((words) => {
        if (!still) return;
        document.documentElement.lang = wanted;
        setSpoken({ lang: wanted, words });
      });
    return () => {
      still = false;
    };
  }, [wanted]);
  const speak = useCallback((lang: string) => {
    const chosen = chooseLanguage([lang], SPOKEN);
    localStorage.setItem(KEPT, chosen);
    setWanted(chosen);
  }, []);
  const value = useMemo(() => (spoken ? wordsOf(spoken.lang, spoken.words, speak) : null), [spoken, speak]);
  return value ? <Context value={value}>{children}</Context> : null;
}

function wordsOf(lang: string, words: ConsoleWords, speak: Words["speak"]): Words {
  const numbers = new Intl.NumberFormat(localeOf(lang));
  const say: Say = (key, values = {}) => {
    const said: Record<string, Said> = {};
    for (const [name, value] of Object.entries(values)) said[name] = typeof value === "number" ? { text: numbers.format(value), amount: value } : { text: value };
    return renderIcu(words[key], lang, said);
  };
  return { lang, locale: localeOf(lang), say, speak };
}

export function useWords(): Words {
  const words = use(Context);
  if (!words) throw new Error("a screen speaks before its words are there");
  return words;
}
