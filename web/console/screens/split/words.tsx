// The words and files of a ticket, each with the problem that it belongs to.
import type { Ticket } from "../../../shared/shapes.ts";
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";
import type { Passage } from "./passages.ts";

interface Given {
  readonly passages: readonly Passage[];
  readonly messages: Ticket["messages"];
  readonly names: readonly string[]; // of what stays, and of each part
  readonly given: Readonly<Record<string, number>>;
  readonly give: (key: string, to: number) => void;
}

export function Words({ passages, messages, names, given, give }: Given) {
  const { say } = useWords();
  const files = messages.filter((each) => each.kind === "message").flatMap((each) => each.files);
  const select = (key: string, label: string) => (
    <select className="split-to" aria-label={say("split.belongs", { words: label.slice(0, 80) })} value={given[key] ?? 0} onChange={(event) => give(key, Number(event.currentTarget.value))}>
      {names.map((name, at) => (
        <option key={String(at)} value={at}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <section className="stack-tight">
      <h3 className="heading">{say("split.words")}</h3>
      <p className="quiet small">{say("split.words-hint")}</p>
      <ul className="split-words">
        {passages.map((each) => (
          <li key={each.key} data-given={(given[each.key] ?? 0) > 0}>
            <span className="pre-line wrap">{each.text}</span>
            {select(each.key, each.text)}
          </li>
        ))}
        {files.map((file) => (
          <li key={file.id} data-given={(given[file.id] ?? 0) > 0}>
            <span className="row wrap">
              <Icon name="clip" />
              {file.name}
            </span>
            {select(file.id, file.name)}
          </li>
        ))}
      </ul>
    </section>
  );
}
