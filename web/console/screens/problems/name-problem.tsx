// Naming a problem, or saying anew what it is: a title, and what is known, which nobody outside reads.
import { Button, Modal, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { SharedProblemWhole } from "../../../shared/shapes.ts";
import { useNameProblem, useProblemDeed } from "../../data/problems.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

interface Naming {
  readonly done: () => void;
  /** What it is called where nobody says otherwise, and the tickets that hang on it from the beginning. */
  readonly title?: string;
  readonly tickets?: readonly string[];
}

export function NameProblem({ done, title = "", tickets = [] }: Naming) {
  const { say } = useWords();
  const go = useNavigate();
  const name = useNameProblem();
  // The news of it may come before its answer and take this dialog away: what follows must not hang on the dialog.
  const send = (words: Wording): void =>
    void name.mutateAsync({ ...words, tickets }).then(
      ({ id }) => {
        done();
        void go({ to: "/problems/$id", params: { id } });
      },
      () => undefined, // shown in the dialog
    );
  return (
    <Form
      title={say("problem.name")}
      first={{ title, known: "" }}
      go={say(tickets.length > 0 ? "problem.name-hang" : "problem.name-go")}
      busy={name.isPending}
      error={name.error}
      send={send}
      done={done}
    />
  );
}

export function WordProblem({ problem, done }: { readonly problem: SharedProblemWhole; readonly done: () => void }) {
  const { say } = useWords();
  const deed = useProblemDeed(problem.id);
  const send = (words: Wording): void => deed.mutate({ path: "", method: "PATCH", body: words, revision: problem.revision, done: say("problem.worded") }, { onSuccess: done });
  return <Form title={say("problem.word")} first={problem} go={say("problem.word-go")} busy={deed.isPending} error={deed.error} send={send} done={done} />;
}

interface Wording {
  readonly title: string;
  readonly known: string;
}
interface Shown {
  readonly title: string;
  readonly first: Wording;
  readonly go: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly send: (words: Wording) => void;
  readonly done: () => void;
}

function Form({ title, first, go, busy, error, send, done }: Shown) {
  const { say } = useWords();
  const [words, setWords] = useState<Wording>({ title: first.title, known: first.known });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send({ title: words.title.trim(), known: words.known.trim() });
  };
  return (
    <Modal opened onClose={done} size={560} title={title} closeButtonProps={{ "aria-label": say("app.close") }}>
      <form className="stack" onSubmit={submit}>
        <TextInput label={say("problem.title")} value={words.title} maxLength={300} onChange={(event) => setWords({ ...words, title: event.currentTarget.value })} data-autofocus autoComplete="off" />
        <Textarea
          label={say("problem.known")}
          description={say("problem.known-hint")}
          value={words.known}
          maxLength={20_000}
          onChange={(event) => setWords({ ...words, known: event.currentTarget.value })}
          autosize
          minRows={3}
          maxRows={12}
        />
        {error ? <Trouble error={error} /> : null}
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button type="submit" disabled={words.title.trim() === ""} loading={busy}>
            {go}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
