// All facts of a ticket as they are now, and where each comes from.
import type { FactNow } from "../../../shared/shapes.ts";
import { isWord } from "../../words/console-words.ts";
import { useWords } from "../../words/words.tsx";

export function FactsNow({ facts }: { readonly facts: readonly FactNow[] }) {
  const { say } = useWords();
  const source = (name: string): string => {
    const key = `source.${name}`;
    return isWord(key) ? say(key) : name;
  };
  return (
    <dl className="facts">
      {facts.map((each) => [
        <dt key={`${each.name}-label`}>{each.label}</dt>,
        <dd key={each.name}>
          {each.text} <span className="quiet">({source(each.source)})</span>
        </dd>,
      ])}
    </dl>
  );
}
