// Joining two tickets, or undoing it: which, what each author will read word for word, then once more, yes.
import { Button, Modal, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { JoinPreview, Ticket } from "../../../shared/shapes.ts";
import { useJoin, useJoinPreview, useSimilar } from "../../data/joins.ts";
import { MailsTold } from "../../parts/mails-told.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

export function JoinTicket({ ticket, first = "", done }: { readonly ticket: Ticket; readonly first?: string; readonly done: () => void }) {
  const { say } = useWords();
  const { number } = ticket;
  const undoes = ticket.joinedInto !== null;
  const [typed, setTyped] = useState(first);
  const [other, setOther] = useState(first);
  const join = useJoin(number);
  const open = join.isIdle || join.isError;
  const preview = useJoinPreview(number, undoes ? null : other, open);
  const similar = useSimilar(number, open && !undoes).data?.items ?? [];
  const navigate = useNavigate();
  const choose = (chosen: string): void => {
    setTyped(chosen);
    setOther(chosen.trim().toUpperCase());
  };
  // The news of the join may come before its answer and take this dialog away: what follows must not hang on the dialog.
  const go = (): void =>
    void join.mutateAsync(undoes ? null : other).then(
      (after) => {
        done();
        void navigate({ to: "/tickets/$number", params: { number: after.number } });
      },
      () => undefined, // told already
    );
  return (
    <Modal opened onClose={done} size={640} title={say(undoes ? "join.undo-title" : "join.title", { number })} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        {undoes ? (
          <p>{say("join.undo-will")}</p>
        ) : (
          <form
            className="stack-tight"
            onSubmit={(event) => {
              event.preventDefault();
              choose(typed);
            }}
          >
            <TextInput
              label={say("join.with")}
              description={say("join.with-hint")}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onBlur={() => choose(typed)}
              data-autofocus
              autoComplete="off"
              maxLength={40}
            />
            {similar.map((each) => (
              <button key={each.number} type="button" className="link-button" aria-pressed={other === each.number} onClick={() => choose(each.number)}>
                {each.number} {each.subject} · {each.requester}
              </button>
            ))}
          </form>
        )}
        {preview.error ? <Trouble error={preview.error} /> : preview.data ? <Told preview={preview.data} undoes={undoes} /> : undoes || other ? <Waiting rows={2} height={64} /> : null}
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button onClick={go} disabled={!preview.data} loading={join.isPending}>
            {say(undoes ? "join.undo-go" : "join.go")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Which one stands, and the mails as they will leave. */
function Told({ preview, undoes }: { readonly preview: JoinPreview; readonly undoes: boolean }) {
  const { say } = useWords();
  return (
    <div className="stack">
      {undoes ? null : <p className="strong">{say("join.stands", { stands: preview.stands, joined: preview.joined })}</p>}
      <MailsTold mails={preview.mails} />
    </div>
  );
}
