// What one writes: an answer, a note or a call; for a call, who called whom; for an answer, whether it needs the customer's to go on.
import { Checkbox, SegmentedControl } from "@mantine/core";
import type { Kind } from "../../data/draft.ts";
import { useWords } from "../../words/words.tsx";

const KINDS = ["answer", "note", "call"] as const;
interface Choice {
  readonly kind: Kind;
  readonly calledThem: boolean;
  readonly asks: boolean;
  readonly choose: (kind: Kind) => void;
  readonly called: (them: boolean) => void;
  readonly asking: (asks: boolean) => void;
}

export function Kinds({ kind, calledThem, asks, choose, called, asking }: Choice) {
  const { say } = useWords();
  return (
    <div className="row-wrap">
      <SegmentedControl size="xs" aria-label={say("compose.answer")} value={kind} onChange={(to) => choose(to as Kind)} data={KINDS.map((value) => ({ value, label: say(`compose.${value}`) }))} />
      {kind === "call" ? (
        <SegmentedControl
          size="xs"
          aria-label={say("compose.call")}
          value={calledThem ? "us" : "them"}
          onChange={(who) => called(who === "us")}
          data={[
            { value: "us", label: say("compose.called-them") },
            { value: "them", label: say("compose.they-called") },
          ]}
        />
      ) : null}
      {kind === "answer" ? <Checkbox size="xs" label={say("compose.asks")} title={say("compose.asks-why")} checked={asks} onChange={(event) => asking(event.currentTarget.checked)} /> : null}
    </div>
  );
}
