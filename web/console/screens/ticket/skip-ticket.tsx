// Passing over the request that is next, with a reason, and going on to the one behind it.
import type { Ticket } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { useWords } from "../../words/words.tsx";
import { useTakeAndOpen } from "../queue/take-next.tsx";
import { AskReason } from "./ask-reason.tsx";

export function SkipTicket({ ticket, done }: { readonly ticket: Ticket; readonly done: () => void }) {
  const { say } = useWords();
  const change = useTicketChange(ticket.number);
  const { take } = useTakeAndOpen();
  const send = (reason: string): void =>
    change.mutate(
      { part: "skips", method: "POST", body: { reason } },
      {
        onSuccess: () => {
          done();
          take();
        },
      },
    );
  return <AskReason title={say("ticket.skip-title")} hint={say("ticket.skip-hint")} go={say("ticket.skip-go")} busy={change.isPending} cancel={done} done={send} />;
}
