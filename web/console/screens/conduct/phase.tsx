// How far a case is, by word and sign; once decided, the measure and whether it holds.
import type { ConductLine } from "../../../shared/shapes.ts";
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";

export function Phase({ line }: { readonly line: ConductLine }) {
  const { say } = useWords();
  const { phase, measure, access } = line;
  const waits = phase === "to-decide" || phase === "appealed";
  const decided = phase === "decided" && access === "whole";
  return (
    <span className="tag" data-tone={waits ? "warn" : undefined}>
      {waits ? <Icon name="warn" /> : null}
      {!decided ? say(`conduct.phase.${phase}`) : measure === null ? say("conduct.no-measure") : say(measure.holds ? `conduct.measure.${measure.kind}` : "conduct.measure-over")}
    </span>
  );
}
