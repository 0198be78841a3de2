// Where one writes: an answer, a note or a telephone call. The words are kept as they are typed; nothing of another's is overwritten.
import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import type { Reading, Ticket } from "../../../shared/shapes.ts";
import { baseline, seen, whatChanged } from "../../data/baseline.ts";
import { type Kind, keepDraft, useDraft } from "../../data/draft.ts";
import { letGo } from "../../data/outgoing.ts";
import { useMe } from "../../data/session.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { Icon } from "../../parts/icon.tsx";
import { tell } from "../../parts/tell.ts";
import { useWords } from "../../words/words.tsx";
import { Attachments } from "./attachments.tsx";
import { Conflict } from "./conflict.tsx";
import { Kinds } from "./kinds.tsx";
import { useAttachments } from "./use-attachments.ts";

const PLACES = { note: "notes", call: "answers" } as const;

export function Composer({ ticket, others }: { readonly ticket: Ticket; readonly others: readonly Reading[] }) {
  const { say } = useWords();
  const me = useMe();
  const { number } = ticket;
  const draft = useDraft(number);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useAttachments(number);
  const change = useTicketChange(number);
  const { kind, text } = draft;
  const before = baseline(number, ticket);
  const changes = text === "" ? [] : whatChanged(before, ticket, me.id);
  // With nothing written there is nothing to overtake: what is on the screen has been seen.
  const unseen = changes.length > 0;
  useEffect(() => {
    if (!unseen) seen(ticket);
  }, [ticket, unseen]);

  const write = (to: Kind): void => {
    keepDraft(number, { kind: to });
    field.current?.focus();
  };
  useHotkeys([
    ["r", () => write("answer")],
    ["i", () => write("note")],
  ]);

  const send = (revision: number): void => {
    const words = text.trim();
    if (words === "") return tell(say("compose.empty"));
    if (files.busy) return tell(say("compose.attach-wait"));
    const tokens = files.tokens();
    if (kind === "answer") {
      letGo(number, { text: words, files: tokens, asks: draft.asks, revision }, { ticket, by: me.id });
      return files.clear();
    }
    const theyCalled = kind === "call" && !draft.calledThem;
    const body = { text: words, ...(tokens.length > 0 ? { files: tokens } : {}), ...(kind === "call" && !theyCalled ? { called: true } : {}) };
    change.mutate(
      { part: theyCalled ? "messages" : PLACES[kind], method: "POST", body, done: say(kind === "note" ? "compose.noted" : "compose.called"), always: true },
      {
        onSuccess: () => {
          keepDraft(number, { text: "", kind: "answer" });
          files.clear();
        },
      },
    );
  };
  // While the newer state is unread, the older revision goes along: the server refuses it, and so do we.
  const sendSeen = (): void => {
    if (kind !== "answer" || !unseen) send(ticket.revision);
  };
  return (
    <section
      className="composer"
      data-kind={kind}
      aria-label={say(`compose.${kind}`)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        files.add(event.dataTransfer.files);
      }}
    >
      {unseen ? (
        <Conflict
          changes={changes}
          answering={kind === "answer"}
          seen={() => {
            seen(ticket);
            keepDraft(number, {});
            field.current?.focus();
          }}
          send={() => {
            seen(ticket);
            send(ticket.revision);
          }}
        />
      ) : null}
      <Kinds kind={kind} calledThem={draft.calledThem} asks={draft.asks} choose={write} called={(calledThem) => keepDraft(number, { calledThem })} asking={(asks) => keepDraft(number, { asks })} />
      <textarea
        ref={field}
        className="composer-field"
        rows={3}
        value={text}
        aria-label={say(`compose.label-${kind}`, { name: ticket.requester.name })}
        placeholder={say(`compose.label-${kind}`, { name: ticket.requester.name })}
        onChange={(event) => keepDraft(number, { text: event.currentTarget.value })}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) {
            event.preventDefault();
            files.add(event.clipboardData.files);
          }
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            sendSeen();
          }
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <Attachments files={files} />
      <footer className="composer-foot">
        <span className="quiet small composer-hint">
          {hint(kind, ticket, say)}
          {ticket.status === "closed" && kind === "answer" ? ` ${say("compose.closed")}` : ""}
          {text ? <span className="composer-kept"> · {say("compose.draft-kept")}</span> : null}
        </span>
        {others.some((each) => each.doing === "writing") ? <Icon name="pen" /> : null}
        <Attachments.Button files={files} />
        <Button
          onClick={sendSeen}
          disabled={text.trim() === "" || (kind === "answer" && unseen)}
          loading={change.isPending}
          leftSection={<Icon name={kind === "note" ? "note" : kind === "call" ? "phone" : "send"} />}
        >
          {say(`compose.send-${kind}`)}
        </Button>
      </footer>
    </section>
  );
}

function hint(kind: Kind, ticket: Ticket, say: ReturnType<typeof useWords>["say"]): string {
  if (kind === "note") return say("compose.hint-note");
  if (kind === "call") return say("compose.hint-call");
  return ticket.requester.email ? say("compose.hint-answer", { email: ticket.requester.email }) : say("compose.hint-nowhere");
}
