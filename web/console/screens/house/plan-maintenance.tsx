// Announces a window of maintenance, in the desk's own time.
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { localToInstant } from "../../../../src/policy/time/zoned.ts";
import { call } from "../../../shared/client.ts";
import type { Maintenance } from "../../../shared/shapes.ts";
import { useDesk } from "../../data/desk.ts";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

const EMPTY = { starts: "", ends: "", words: "" };

export function PlanMaintenance() {
  const { say } = useWords();
  const { zone } = useDesk();
  const client = useQueryClient();
  const [form, setForm] = useState(EMPTY);
  const iso = (local: string): string => new Date(localToInstant(local, zone)).toISOString();
  const announce = useMutation({
    mutationFn: () => call<Maintenance>("/maintenance", { method: "POST", body: { starts: iso(form.starts), ends: iso(form.ends), words: form.words.trim() } }),
    onSuccess: () => {
      setForm(EMPTY);
      tell(say("hours.announced"));
      return client.invalidateQueries({ queryKey: ["maintenance"] });
    },
  });
  const field = (name: keyof typeof EMPTY) => ({
    value: form[name],
    required: true,
    withAsterisk: false,
    onChange: (event: FormEvent<HTMLInputElement>) => setForm({ ...form, [name]: event.currentTarget.value }),
  });
  return (
    <form
      className="card card-in stack"
      onSubmit={(event) => {
        event.preventDefault();
        announce.mutate();
      }}
    >
      <div className="row-wrap">
        <TextInput type="datetime-local" label={say("hours.from", { zone })} {...field("starts")} />
        <TextInput type="datetime-local" label={say("hours.until", { zone })} {...field("ends")} />
      </div>
      <TextInput label={say("hours.what")} {...field("words")} />
      {announce.error ? <Trouble error={announce.error} /> : null}
      <div className="row dialog-actions">
        <Button type="submit" loading={announce.isPending}>
          {say("hours.announce")}
        </Button>
      </div>
    </form>
  );
}
