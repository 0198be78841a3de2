// Asks for a reason that the policy wants, before something is done.
import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useWords } from "../../words/words.tsx";

interface Asked {
  readonly title: string;
  readonly hint: string;
  readonly go: string;
  readonly busy: boolean;
  readonly cancel: () => void;
  readonly done: (reason: string) => void;
}

export function AskReason({ title, hint, go, busy, cancel, done }: Asked) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim()) done(reason.trim());
  };
  return (
    <Modal opened onClose={cancel} title={title} closeButtonProps={{ "aria-label": say("app.close") }}>
      <form className="stack" onSubmit={send}>
        <Textarea
          label={say("ticket.reason")}
          description={hint}
          autosize
          minRows={2}
          maxRows={6}
          required
          withAsterisk={false}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="row dialog-actions">
          <Button variant="default" onClick={cancel}>
            {say("app.cancel")}
          </Button>
          <Button type="submit" loading={busy}>
            {go}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
