// Making a webhook that comes in: its name, and where in the other system's words the customer and the facts are.
import { Button, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { HookMap, MadeHookIn } from "../../../shared/shapes.ts";
import { useHookInSecret } from "../../data/hooks-in.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

const EXAMPLE = '{\n  "organisation": "data.customer.name",\n  "facts": {\n    "subscription": { "path": "data.status", "values": { "past_due": "lapsed" }, "ends": "data.ends_at" }\n  }\n}';

export function MakeHookIn({ made }: { readonly made: (made: MadeHookIn) => void }) {
  const { say } = useWords();
  const [name, setName] = useState("");
  const [map, setMap] = useState("");
  const make = useHookInSecret();
  const read = readMap(map);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!name.trim() || read === null) return;
    make.mutate(
      { name: name.trim(), map: read },
      {
        onSuccess: (answer) => {
          setName("");
          setMap("");
          made(answer);
        },
      },
    );
  };
  return (
    <form className="card card-in stack" onSubmit={send}>
      <TextInput
        label={say("hooks-in.name")}
        description={say("hooks-in.name-hint")}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={300}
        required
        withAsterisk={false}
        autoComplete="off"
      />
      <details>
        <summary>{say("hooks-in.map")}</summary>
        <Textarea
          aria-label={say("hooks-in.map")}
          description={say("hooks-in.map-hint")}
          error={read === null ? say("hooks-in.map-fault") : null}
          placeholder={EXAMPLE}
          value={map}
          onChange={(event) => setMap(event.currentTarget.value)}
          autosize
          minRows={6}
          maxRows={16}
          spellCheck={false}
          className="map-field"
        />
      </details>
      {make.error ? <Trouble error={make.error} /> : null}
      <div className="row dialog-actions">
        <Button type="submit" loading={make.isPending}>
          {say("hooks-in.make")}
        </Button>
      </div>
    </form>
  );
}

/** What is typed as a map; null where it is none. The server says what is wrong inside it. */
function readMap(text: string): HookMap | null {
  if (text.trim() === "") return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}
