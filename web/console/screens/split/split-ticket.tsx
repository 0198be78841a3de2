// Splitting a ticket: which words belong to which problem, what each is called and about, and what the customer will read; or undoing it.
import { Button, Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Ticket } from "../../../shared/shapes.ts";
import { type SplitInput, useSplit, useSplitPreview } from "../../data/splits.ts";
import { MailsTold } from "../../parts/mails-told.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { WhyNot } from "./why-not.tsx";
import { PartFields, type PartGiven } from "./part-fields.tsx";
import { passagesOf, piecesOf } from "./passages.ts";
import { Words } from "./words.tsx";

const MOST = 9;

export function SplitTicket({ ticket, undo = false, done }: { readonly ticket: Ticket; readonly undo?: boolean; readonly done: () => void }) {
  const { say } = useWords();
  const { number, messages } = ticket;
  const passages = useMemo(() => passagesOf(messages), [messages]);
  const [stays, setStays] = useState<PartGiven>({ subject: ticket.subject, topic: ticket.topic?.id ?? null });
  const [parts, setParts] = useState<readonly PartGiven[]>([{ subject: "", topic: null }]);
  const [given, setGiven] = useState<Readonly<Record<string, number>>>({});
  const wanted = undo ? null : inputOf();
  const [settled] = useDebouncedValue(wanted, 400);
  const split = useSplit(number);
  const preview = useSplitPreview(number, settled, split.isIdle || split.isError);
  const navigate = useNavigate();
  const go = (): void => {
    if (wanted === undefined) return;
    // The news of it may come before its answer and take this dialog away: what follows must not hang on the dialog.
    void split.mutateAsync(wanted).then(
      (after) => {
        done();
        void navigate({ to: "/tickets/$number", params: { number: after.number } });
      },
      () => undefined, // told already
    );
  };
  const set = (at: number, part: PartGiven): void => setParts(parts.map((each, i) => (i === at ? part : each)));
  const names = [say("split.stays", { number }), ...parts.map((part, i) => part.subject.trim() || say("split.part", { n: i + 1 }))];
  return (
    <Modal opened onClose={done} size={760} title={say(undo ? "split.undo-title" : "split.title", { number })} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        {undo ? (
          <p>{say("split.undo-will")}</p>
        ) : (
          <>
            <p>{say("split.will")}</p>
            <PartFields ticket={ticket} title={names[0] ?? ""} part={stays} set={setStays} />
            {parts.map((part, i) => (
              <PartFields
                key={String(i)}
                ticket={ticket}
                title={say("split.part", { n: i + 1 })}
                part={part}
                set={(to) => set(i, to)}
                {...(i === parts.length - 1 && i > 0 && { remove: () => setParts(parts.slice(0, -1)) })}
              />
            ))}
            {parts.length < MOST ? (
              <div>
                <Button variant="default" onClick={() => setParts([...parts, { subject: "", topic: null }])}>
                  {say("split.more")}
                </Button>
              </div>
            ) : null}
            <Words passages={passages} messages={messages} names={names} given={given} give={(key, to) => setGiven({ ...given, [key]: to })} />
            {wanted === undefined ? <p className="quiet">{say("split.missing")}</p> : null}
          </>
        )}
        {wanted !== undefined && preview.error ? (
          <WhyNot error={preview.error} />
        ) : wanted !== undefined && preview.data ? (
          <MailsTold mails={preview.data.mails} />
        ) : wanted !== undefined ? (
          <Waiting rows={2} height={64} />
        ) : null}
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button onClick={go} disabled={wanted === undefined || !preview.data || preview.isPlaceholderData} loading={split.isPending}>
            {say(undo ? "split.undo-go" : "split.go")}
          </Button>
        </div>
      </div>
    </Modal>
  );

  /** Undefined until each part has a name and something of its own. */
  function inputOf(): SplitInput | undefined {
    const filled = parts.map((part, i) => ({ subject: part.subject.trim(), ...(part.topic !== null && { topic: part.topic }), pieces: piecesOf(i + 1, given, passages, messages) }));
    if (filled.some((part) => part.subject === "" || part.pieces.length === 0)) return undefined;
    const subject = stays.subject.trim();
    const about = stays.topic !== null && stays.topic !== ticket.topic?.id ? { facts: { topic: stays.topic } } : {};
    return { stays: { ...(subject !== "" && subject !== ticket.subject && { subject }), ...about }, parts: filled };
  }
}
