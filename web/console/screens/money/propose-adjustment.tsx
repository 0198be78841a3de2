// The dialog in which something is proposed to be given back or corrected: how much, and why. A second person decides before the customer sees it.
import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTicketChange } from "../../data/ticket.ts";
import { useWords } from "../../words/words.tsx";

interface Props {
  readonly number: string;
  readonly title: string;
  readonly intro?: string;
  /** The field for how much. */
  readonly children: ReactNode;
  /** What is proposed, without its reason; null while it is not to be sent. */
  readonly body: object | null;
  readonly done: () => void;
}

export function ProposeAdjustment({ number, title, intro, children, body, done }: Props) {
  const { say } = useWords();
  const change = useTicketChange(number);
  const [reason, setReason] = useState("");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (body === null || !reason.trim()) return;
    change.mutate({ part: "adjustments", method: "POST", body: { ...body, reason: reason.trim() }, always: true, done: say("adjust.done") }, { onSuccess: done });
  };
  return (
    <Modal opened onClose={done} size={480} title={title} closeButtonProps={{ "aria-label": say("app.close") }}>
      <form className="stack" onSubmit={send}>
        <p>{say("adjust.intro")}</p>
        {intro ? <p>{intro}</p> : null}
        {children}
        <Textarea
          label={say("adjust.reason")}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={300}
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {say("adjust.go")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
