// Opening a closed ticket again, after saying what will happen.
import { Button, Modal } from "@mantine/core";
import type { Ticket } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { useWords } from "../../words/words.tsx";

export function Reopen({ ticket, done }: { readonly ticket: Ticket; readonly done: () => void }) {
  const { say } = useWords();
  const { number } = ticket;
  const change = useTicketChange(number);
  const reopen = (): void => change.mutate({ part: "closure", method: "DELETE", done: say("ticket.reopened", { number }) }, { onSettled: done });
  return (
    <Modal opened onClose={done} title={say("ticket.reopen-ask", { number })} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        <p>{say("ticket.reopen-will")}</p>
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button data-autofocus onClick={reopen} loading={change.isPending}>
            {say("ticket.reopen")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
