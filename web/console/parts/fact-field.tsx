// One fact as a field: the options that the policy names, yes or no, a length of time with its unit, an amount in the desk's currency, or a number.
import { NumberInput, Select } from "@mantine/core";
import { moneyText } from "../../../src/words/numbers.ts";
import type { Askable, Value } from "../../shared/shapes.ts";
import { useDesk } from "../data/desk.ts";
import { useWords } from "../words/words.tsx";
import { AmountField } from "./amount-field.tsx";
import { DurationField } from "./duration-field.tsx";

interface Field {
  readonly fact: Pick<Askable, "fact" | "label" | "ask" | "options"> & { readonly kind: string };
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly asked?: boolean;
  readonly error?: string | null;
}

/** `asked`: the label is the question to put to the customer, else the fact's name. Lengths are milliseconds outside, amounts whole cents. */
export function FactField({ fact, value, set, asked = false, error = null }: Field) {
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
        error={error}
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
  const number = typeof value === "number" ? value : null;
  if (fact.kind === "duration") return <DurationField label={label} ms={number} set={set} first="minutes" error={error} />;
  if (fact.kind === "money") return <MoneyFact label={label} cents={number} set={set} error={error} />;
  return <NumberInput label={label} error={error} size="sm" min={0} hideControls value={number ?? ""} onChange={(given) => set(given === "" ? null : Math.round(Number(given)))} />;
}

interface Money {
  readonly label: string;
  readonly cents: number | null;
  readonly set: (value: Value) => void;
  readonly error: string | null;
}

/** In the currency of the policy's prices; what was typed is read back as it will be shown. */
function MoneyFact({ label, cents, set, error }: Money) {
  const { lang, say } = useWords();
  const { currency } = useDesk();
  return <AmountField label={say("fact.money", { label, currency })} {...(cents === null ? {} : { hint: moneyText({ cents, currency }, lang) })} error={error} cents={cents} set={set} optional />;
}
