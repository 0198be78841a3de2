// A hint that a message may say a fact is wrong, and the button that makes it a contest.
import { Button } from "@mantine/core";
import type { Message } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";

export function MayContest({ message, number }: { readonly message: Message; readonly number: string }) {
  const { say } = useWords();
  const change = useTicketChange(number);
  if (message.mayContest.length === 0) return null;
  const make = (): void => change.mutate({ part: `messages/${encodeURIComponent(message.id)}/contest`, method: "POST", always: true, done: say("contest.made") });
  return (
    <p className="row-wrap small">
      <span className="tag" data-tone="warn" title={say("contest.may-why")}>
        <Icon name="warn" />
        {say("contest.may", { facts: message.mayContest.map((each) => each.label).join(", ") })}
      </span>
      <Button variant="default" size="xs" loading={change.isPending} onClick={make}>
        {say("contest.make")}
      </Button>
    </p>
  );
}
