// Who is calling: somebody whom the desk knows, found as one types, or somebody new by name and address.
import { Combobox, Button, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { usePeople } from "../../data/customers.ts";
import { Face } from "../../parts/face.tsx";
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";

export type Caller = { readonly id: string; readonly name: string; readonly about: string } | { readonly id?: undefined; readonly name: string; readonly email: string };

/** The caller as the API asks for them; null while they are not known. */
export function callerAsked(caller: Caller): { id: string } | { name: string; email: string } | null {
  if (caller.id !== undefined) return { id: caller.id };
  return caller.name.trim() !== "" && /^\S+@\S+\.\S+$/u.test(caller.email.trim()) ? { name: caller.name.trim(), email: caller.email.trim() } : null;
}

export function CallerField({ caller, set, tried }: { readonly caller: Caller; readonly set: (caller: Caller) => void; readonly tried: boolean }) {
  const { say } = useWords();
  const [words, setWords] = useState("");
  const [asked] = useDebouncedValue(words, 200);
  const people = usePeople(asked);
  const box = useCombobox();
  const found = asked.trim().length >= 2 ? (people.data ?? []) : [];
  if (caller.id !== undefined) {
    return (
      <div className="caller card">
        <Face name={caller.name} large />
        <div className="stack-none">
          <span className="strong">{caller.name}</span>
          <span className="quiet small wrap">{caller.about}</span>
        </div>
        <Button className="push" variant="default" size="xs" onClick={() => set({ name: "", email: "" })}>
          {say("new.someone-else")}
        </Button>
      </div>
    );
  }
  const known = caller.name !== "" || caller.email !== "";
  return (
    <div className="stack">
      <Combobox
        store={box}
        onOptionSubmit={(id) => {
          const one = found.find((each) => each.id === id);
          if (one) set({ id, name: one.name, about: [one.organisation?.name, one.email, one.phone].filter(Boolean).join(" · ") });
          box.closeDropdown();
        }}
      >
        <Combobox.Target>
          <TextInput
            label={say("new.who")}
            placeholder={say("new.who-hint")}
            leftSection={<Icon name="search" />}
            autoFocus
            autoComplete="off"
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
              box.openDropdown();
              box.updateSelectedOptionIndex();
            }}
            onFocus={() => box.openDropdown()}
            onBlur={() => box.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={found.length === 0}>
          <Combobox.Options>
            {found.map((each) => (
              <Combobox.Option key={each.id} value={each.id}>
                <div className="row">
                  <Face name={each.name} />
                  <span className="cut">{each.name}</span>
                  <span className="quiet small cut">{each.organisation?.name ?? each.email}</span>
                </div>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {asked.trim().length >= 2 && people.isSuccess && found.length === 0 && !known ? (
        <p className="quiet small" role="status">
          {say("new.who-none")}
        </p>
      ) : null}
      {(asked.trim().length >= 2 && found.length === 0) || known || tried ? (
        <div className="pair">
          <TextInput
            label={say("new.name")}
            value={caller.name}
            onChange={(event) => set({ name: event.currentTarget.value, email: caller.email })}
            error={tried && !caller.name.trim() ? say("new.is-required") : null}
          />
          <TextInput
            label={say("new.email")}
            type="email"
            value={caller.email}
            onChange={(event) => set({ name: caller.name, email: event.currentTarget.value })}
            error={tried && !callerAsked(caller) && caller.name.trim() ? say("new.is-required") : null}
          />
        </div>
      ) : null}
    </div>
  );
}
