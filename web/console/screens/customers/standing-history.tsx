// Every change of a customer's record: what it was, what it became, who changed it and by which door.
import type { CustomerStanding } from "../../../shared/shapes.ts";
import { calendarDateText } from "../../../../src/words/instant.ts";
import { doorName } from "../../parts/door-name.ts";
import { At } from "../../parts/times.tsx";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.tsx";

type History = CustomerStanding["history"];
type Stood = History[number]["changed"][number]["before"][number];

export function StandingHistory({ history }: { readonly history: History }) {
  const { say, lang } = useWords();
  const text = (stood: readonly Stood[]): string =>
    stood.length === 0
      ? say("standing.unset")
      : stood
          .map((s) =>
            say("standing.term", {
              value: s.text,
              begins: s.begins === null ? "-" : calendarDateText(s.begins, lang),
              ends: s.ends === null ? "-" : calendarDateText(s.ends, lang),
              span: s.begins === null ? (s.ends === null ? "always" : "until") : s.ends === null ? "from" : "both",
            }),
          )
          .join("; ");
  return (
    <Section id="standing-history" title={say("standing.history")} count={history.length} folded>
      <ol className="timeline">
        {history.map((each) => (
          <li key={`${each.at} ${each.changed.map((c) => c.fact).join(" ")}`} className="happening">
            <span className="quiet">
              <At at={each.at} /> · {say("standing.set-by", { by: each.by || "-", named: each.by ? "yes" : "no", door: say(`door.${doorName(each.door)}`) })}
            </span>
            {each.changed.map((c) => (
              <span key={c.fact} className="wrap">
                {say("standing.became", { fact: c.label, before: text(c.before), after: text(c.after) })}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  );
}
