// How much a pack holds: a length of time, or a number of requests, as its allowance is counted.
import { NumberInput } from "@mantine/core";
import { DurationField } from "../../parts/duration-field.tsx";
import { useWords } from "../../words/words.tsx";

interface Quantity {
  readonly time: boolean;
  readonly quantity: number | null; // ms, or requests
  readonly set: (quantity: number | null) => void;
  readonly error: string | null;
}

export function QuantityField({ time, quantity, set, error }: Quantity) {
  const { say } = useWords();
  if (time) return <DurationField label={say("packs.time")} ms={quantity} set={set} error={error} required focus />;
  return (
    <NumberInput
      label={say("packs.requests")}
      error={error}
      value={quantity ?? ""}
      onChange={(value) => set(typeof value === "number" ? value : null)}
      min={1}
      max={1_000_000}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      inputMode="numeric"
      required
      withAsterisk={false}
      data-autofocus
    />
  );
}

/** As the API takes it. */
export const asGiven = (time: boolean, quantity: number): { minutes: number } | { requests: number } => (time ? { minutes: Math.round(quantity / 60_000) } : { requests: quantity });
