// How many requests somebody has open, of how many they have room for; leads say how many that is.
import { Button, Modal, NumberInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Rota } from "../../../shared/shapes.ts";
import { useRotaChange } from "../../data/rota.ts";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

type Person = Rota["staff"][number];

export function Room({ person, leads }: { readonly person: Person; readonly leads: boolean }) {
  const { say } = useWords();
  const [asked, setAsked] = useState(false);
  const words = person.capacity === null ? say("rota.open", { n: person.open }) : say("rota.open-of", { n: person.open, most: person.capacity });
  if (!leads) return <span className="small quiet number">{words}</span>;
  return (
    <>
      <button
        type="button"
        className="small quiet number room"
        title={say("rota.room", { name: person.name })}
        aria-label={`${words}. ${say("rota.room", { name: person.name })}`}
        onClick={() => setAsked(true)}
      >
        {words}
      </button>
      {asked ? (
        <Modal opened onClose={() => setAsked(false)} title={say("rota.room", { name: person.name })} closeButtonProps={{ "aria-label": say("app.close") }}>
          <RoomForm person={person} done={() => setAsked(false)} />
        </Modal>
      ) : null}
    </>
  );
}

function RoomForm({ person, done }: { readonly person: Person; readonly done: () => void }) {
  const { say } = useWords();
  const change = useRotaChange();
  const [most, setMost] = useState<number | "">(person.capacity ?? "");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(
      { set: "capacity", id: person.id, body: { capacity: most === "" ? null : most } },
      {
        onSuccess: () => {
          tell(say("rota.room-set"));
          done();
        },
      },
    );
  };
  return (
    <form className="stack" onSubmit={send}>
      <NumberInput
        label={say("rota.room-most")}
        description={say("rota.room-hint")}
        min={1}
        max={10_000}
        allowDecimal={false}
        allowNegative={false}
        data-autofocus
        value={most}
        onChange={(value) => setMost(typeof value === "number" ? value : "")}
      />
      {change.error ? <Trouble error={change.error} /> : null}
      <div className="row dialog-actions">
        <Button variant="default" onClick={done}>
          {say("app.cancel")}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {say("rota.room-keep")}
        </Button>
      </div>
    </form>
  );
}
