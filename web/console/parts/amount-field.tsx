// An amount of money as it is typed, in the reader's own signs; whole cents come out, null where nothing is typed.
import { NumberInput } from "@mantine/core";
import { useWords } from "../words/words.tsx";

interface Amount {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly cents: number | null;
  readonly set: (cents: number | null) => void;
  readonly belowZero?: boolean;
  readonly focus?: boolean;
  readonly optional?: boolean;
}

/** More than any policy's price, and whole cents of it are exact. */
const MOST = 1_000_000_000;

export function AmountField({ label, hint, error = null, cents, set, belowZero = false, focus = false, optional = false }: Amount) {
  const { locale } = useWords();
  const point = new Intl.NumberFormat(locale).format(1.5).includes(",") ? "," : ".";
  return (
    <NumberInput
      label={label}
      {...(hint === undefined ? {} : { description: hint })}
      error={error}
      inputWrapperOrder={optional ? ["label", "input", "description", "error"] : ["label", "description", "input", "error"]}
      value={cents === null ? "" : cents / 100}
      onChange={(value) => set(typeof value === "number" ? Math.round(value * 100) : value.trim() === "" ? null : cents)}
      decimalScale={2}
      decimalSeparator={point}
      allowedDecimalSeparators={[",", "."]}
      allowNegative={belowZero}
      hideControls
      required={!optional}
      min={belowZero ? -MOST : 0}
      max={MOST}
      clampBehavior="strict"
      withAsterisk={false}
      inputMode="decimal"
      {...(focus ? { "data-autofocus": true } : {})}
    />
  );
}
