// Deciding on what somebody else has proposed to give back or to correct.
import { Button } from "@mantine/core";
import { useMe } from "../../data/session.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { useWords } from "../../words/words.tsx";

/** Four eyes: whoever proposed it does not decide on it. */
export function Decide({ id, proposedBy, number }: { readonly id: string; readonly proposedBy: string | null; readonly number: string }) {
  const { say } = useWords();
  const me = useMe();
  const change = useTicketChange(number);
  if (proposedBy === me.id || me.role === "agent") return <p className="quiet small">{say(me.role === "agent" ? "charge.lead-decides" : "charge.second")}</p>;
  const decide = (approved: boolean): void => change.mutate({ part: `adjustments/${id}`, body: { approved }, always: true, done: say(approved ? "charge.approved" : "charge.refused") });
  return (
    <div className="row-wrap">
      <Button size="xs" loading={change.isPending} onClick={() => decide(true)}>
        {say("charge.approve")}
      </Button>
      <Button size="xs" variant="default" loading={change.isPending} onClick={() => decide(false)}>
        {say("charge.refuse")}
      </Button>
    </div>
  );
}
