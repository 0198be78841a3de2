// What a pack is, as fields: how much, from and until which day, of which order. What is wrong is said at its field.
import { TextInput } from "@mantine/core";
import type { ApiProblem } from "../../../shared/api-problem.ts";
import { useWords } from "../../words/words.tsx";
import { QuantityField } from "./quantity-field.tsx";

export interface PackGiven {
  readonly quantity: number | null; // ms, or requests
  readonly starts: string; // "" where none is given
  readonly ends: string;
  readonly reference: string;
}
interface Fields {
  readonly time: boolean;
  readonly given: PackGiven;
  readonly set: (given: PackGiven) => void;
  readonly faults: ApiProblem["faults"];
}

export function PackFields({ time, given, set, faults }: Fields) {
  const { say } = useWords();
  const faultAt = (at: string): string | null => faults.find((each) => each.at === at)?.message ?? null;
  const backwards = given.starts !== "" && given.ends !== "" && given.ends < given.starts;
  return (
    <>
      <QuantityField time={time} quantity={given.quantity} set={(quantity) => set({ ...given, quantity })} error={faultAt(time ? "minutes" : "requests")} />
      <div className="pair">
        <TextInput
          type="date"
          label={say("standing.begins")}
          description={say("packs.begins-hint")}
          error={faultAt("starts")}
          value={given.starts}
          onChange={(event) => set({ ...given, starts: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={say("standing.ends")}
          description={say("packs.ends-hint")}
          error={backwards ? say("packs.backwards") : faultAt("ends")}
          value={given.ends}
          onChange={(event) => set({ ...given, ends: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={say("packs.reference")}
        description={say("packs.reference-hint")}
        maxLength={200}
        autoComplete="off"
        value={given.reference}
        onChange={(event) => set({ ...given, reference: event.currentTarget.value })}
      />
    </>
  );
}
