// A length of time as it is typed: a number and its unit in words. Milliseconds come out, null where nothing is typed.
import { NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../words/words.tsx";

const UNITS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
type Unit = keyof typeof UNITS;
interface Length {
  readonly label: string;
  readonly error?: string | null;
  readonly ms: number | null;
  readonly set: (ms: number | null) => void;
  readonly first?: Unit; // the unit where nothing is typed yet
  readonly required?: boolean;
  readonly focus?: boolean;
}

/** The largest unit that holds the length without a rest. */
function unitOf(ms: number | null, first: Unit): Unit {
  if (ms === null || ms === 0) return first;
  return (["days", "hours"] as const).find((unit) => ms % UNITS[unit] === 0) ?? "minutes";
}

export function DurationField({ label, error = null, ms, set, first = "hours", required = false, focus = false }: Length) {
  const { say } = useWords();
  const [unit, setUnit] = useState(() => unitOf(ms, first));
  const [amount, setAmount] = useState<number | null>(ms === null ? null : ms / UNITS[unitOf(ms, first)]);
  const become = (number: number | null, of: Unit): void => {
    setAmount(number);
    setUnit(of);
    set(number === null ? null : Math.round(number * UNITS[of]));
  };
  return (
    <div className="length">
      <NumberInput
        clampBehavior="strict"
        label={label}
        error={error}
        value={amount ?? ""}
        onChange={(value) => become(typeof value === "number" ? value : value.trim() === "" ? null : amount, unit)}
        min={0}
        max={999_999}
        allowNegative={false}
        allowDecimal={false}
        hideControls
        inputMode="numeric"
        required={required}
        withAsterisk={false}
        {...(focus ? { "data-autofocus": true } : {})}
      />
      <Select
        aria-label={say("length.unit", { of: label })}
        allowDeselect={false}
        data={(Object.keys(UNITS) as Unit[]).map((value) => ({ value, label: say(`length.${value}`) }))}
        value={unit}
        onChange={(to) => become(amount, to === "minutes" || to === "days" ? to : "hours")}
      />
    </div>
  );
}
