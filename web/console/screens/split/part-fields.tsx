// What one of the problems is called and what it is about.
import { Select, TextInput } from "@mantine/core";
import type { Ticket } from "../../../shared/shapes.ts";
import { useWords } from "../../words/words.tsx";

export interface PartGiven {
  readonly subject: string;
  readonly topic: string | null;
}
interface Fields {
  readonly ticket: Ticket;
  readonly title: string;
  readonly part: PartGiven;
  readonly set: (part: PartGiven) => void;
  readonly remove?: () => void;
}

export function PartFields({ ticket, title, part, set, remove }: Fields) {
  const { say } = useWords();
  const topic = ticket.findable.find((each) => each.fact === "topic");
  return (
    <fieldset className="split-part">
      <legend className="strong">{title}</legend>
      <div className="split-fields">
        <TextInput label={say("split.subject")} value={part.subject} onChange={(event) => set({ ...part, subject: event.currentTarget.value })} maxLength={300} autoComplete="off" />
        {topic && topic.options.length > 0 ? (
          <Select
            label={topic.label}
            clearable
            searchable={topic.options.length > 8}
            placeholder={say("rail.not-found")}
            comboboxProps={{ withinPortal: true }}
            data={topic.options.map((each) => ({ value: String(each.value), label: each.label }))}
            value={part.topic}
            onChange={(to) => set({ ...part, topic: to })}
          />
        ) : null}
      </div>
      {remove ? (
        <button type="button" className="link-button" onClick={remove}>
          {say("split.remove")}
        </button>
      ) : null}
    </fieldset>
  );
}
