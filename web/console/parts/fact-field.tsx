// One fact as a field: the options that the policy names, yes or no, or a number.
import { NumberInput, Select } from "@mantine/core";
import type { Askable, Value } from "../../shared/shapes.ts";
import { useWords } from "../words/words.tsx";

interface Field {
  readonly fact: Pick<Askable, "fact" | "label" | "ask" | "options"> & { readonly kind: string };
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly asked?: boolean;
}

/** `asked`: the label is the question to put to the customer, else the fact's name. Durations are whole minutes here, milliseconds outside. */
export function FactField({ fact, value, set, asked = false }: Field) {
  const { say } = useWords();
  const label = asked && fact.ask ? fact.ask : fact.label;
  const options =
    fact.options.length > 0
      ? fact.options
      : fact.kind === "yes-no"
        ? [
            { value: true, label: say("app.yes") },
            { value: false, label: say("app.no") },
          ]
        : [];
  if (options.length > 0) {
    const at = options.findIndex((each) => each.value === value);
    return (
      <Select
        label={label}
        size="sm"
        clearable
        placeholder={say("rail.not-found")}
        value={at < 0 ? null : String(at)}
        searchable={options.length > 8}
        comboboxProps={{ withinPortal: true }}
        data={options.map((each, index) => ({ value: String(index), label: each.label }))}
        onChange={(chosen) => set(chosen === null ? null : (options[Number(chosen)]?.value ?? null))}
      />
    );
  }
  const unit = fact.kind === "duration" ? 60_000 : fact.kind === "money" ? 100 : 1;
  return (
    <NumberInput
      label={fact.kind === "duration" ? `${label} (min)` : label}
      size="sm"
      min={0}
      hideControls
      value={typeof value === "number" ? value / unit : ""}
      onChange={(given) => set(given === "" ? null : Math.round(Number(given) * unit))}
    />
  );
}
