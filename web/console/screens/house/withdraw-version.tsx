// Withdraws a version that is still to come; it asks once, saying what will happen.
import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { PolicyVersion } from "../../../shared/shapes.ts";
import { useWithdraw } from "../../data/versions.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { tell } from "../../parts/tell.ts";
import { useWords } from "../../words/words.tsx";

export function WithdrawVersion({ version }: { readonly version: PolicyVersion }) {
  const { say } = useWords();
  const [asks, setAsks] = useState(false);
  const [why, setWhy] = useState("");
  const withdraw = useWithdraw();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!why.trim()) return;
    withdraw.mutate(
      { version: version.version, why: why.trim() },
      {
        onSuccess: () => {
          setAsks(false);
          tell(say("versions.withdrawn-done"));
        },
      },
    );
  };
  const people = version.told.find((t) => t.kind === "announced")?.people ?? 0;
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsks(true)}>
        {say("versions.withdraw")}
      </Button>
      <Modal opened={asks} onClose={() => setAsks(false)} title={say("versions.withdraw-title", { label: version.label })} closeButtonProps={{ "aria-label": say("app.close") }}>
        <form className="stack" onSubmit={send}>
          <p>{say("versions.withdraw-will", { n: people })}</p>
          <TextInput label={say("versions.why")} value={why} onChange={(event) => setWhy(event.currentTarget.value)} maxLength={200} required withAsterisk={false} data-autofocus />
          {withdraw.error ? <Trouble error={withdraw.error} /> : null}
          <div className="row dialog-actions">
            <Button type="submit" loading={withdraw.isPending}>
              {say("versions.withdraw")}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
