// What a customer may use without paying: what their plan includes in this period and the packs that they bought, with what is left of each and what drew from it.
import { Button } from "@mantine/core";
import { useState } from "react";
import { quantityText } from "../../../../src/words/allowance.ts";
import { calendarDateText } from "../../../../src/words/instant.ts";
import type { Allowance } from "../../../shared/shapes.ts";
import { useAllowances } from "../../data/allowances.ts";
import { useDesk } from "../../data/desk.ts";
import { useMe } from "../../data/session.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { Draws } from "./draws.tsx";
import { lastDay } from "./last-day.ts";
import { OnePack } from "./one-pack.tsx";
import { SellPack } from "./sell-pack.tsx";

/** Nothing where the policy has no allowances. */
export function AllowancesCard({ organisation }: { readonly organisation: string }) {
  const { say } = useWords();
  const [selling, sell] = useState(false);
  const mayChange = useMe().role !== "agent";
  const { data, error, refetch } = useAllowances(organisation);
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card card-in stack" aria-labelledby="packs-title">
      <header className="row-wrap">
        <h2 className="heading" id="packs-title">
          {say("packs.title")}
        </h2>
        {mayChange ? (
          <span className="push">
            <Button size="xs" variant="default" onClick={() => sell(true)}>
              {say("packs.sell")}
            </Button>
          </span>
        ) : null}
      </header>
      {data.items.map((each) => (
        <One key={each.id} allowance={each} organisation={organisation} mayChange={mayChange} />
      ))}
      {selling ? <SellPack organisation={organisation} allowances={data.items} done={() => sell(false)} /> : null}
    </section>
  );
}

interface Shown {
  readonly allowance: Allowance;
  readonly organisation: string;
  readonly mayChange: boolean;
}

function One({ allowance, organisation, mayChange }: Shown) {
  const { say, lang } = useWords();
  const { time, left, of, packs } = allowance;
  return (
    <div className="stack allowance" data-allowance={allowance.id}>
      <div className="row-wrap">
        <h3 className="strong">{allowance.label}</h3>
        <span className={left === 0 ? "push quiet" : "push strong"}>
          {of === 0 ? say("packs.nothing") : say("packs.left-sum", { left: quantityText(left, time, lang), of: quantityText(of, time, lang) })}
        </span>
      </div>
      {of === 0 ? null : <meter className="left-bar" min={0} max={of} value={left} aria-label={say("packs.left-of", { allowance: allowance.label })} />}
      {allowance.plan === null && packs.length === 0 ? <p className="quiet small">{say(mayChange ? "packs.none" : "packs.none-agent")}</p> : null}
      {allowance.plan === null ? null : <Included allowance={allowance} plan={allowance.plan} />}
      {packs.length === 0 ? null : (
        <ul className="packs" aria-label={say("packs.bought")}>
          {packs.map((pack) => (
            <OnePack key={pack.id} pack={pack} time={time} organisation={organisation} mayChange={mayChange} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Included({ allowance, plan }: { readonly allowance: Allowance; readonly plan: NonNullable<Allowance["plan"]> }) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const { time, included, per } = allowance;
  return (
    <div className="stack-tight pack" data-pack="included">
      <p className="row-wrap">
        <span className="strong">{say(`packs.included-${per ?? "once"}`, { quantity: quantityText(included, time, lang) })}</span>
        <span className="tag push" data-tone={plan.left === 0 ? undefined : "good"}>
          {say("packs.left", { left: quantityText(plan.left, time, lang) })}
        </span>
      </p>
      {plan.givenBack === 0 ? null : <p className="small">{say("packs.given-into", { quantity: quantityText(plan.givenBack, time, lang) })}</p>}
      {plan.until === null ? null : <p className="quiet small">{say("packs.until", { day: calendarDateText(lastDay(plan.until, zone), lang) })}</p>}
      {plan.clause ? <ClauseShown clause={plan.clause} /> : null}
      <Draws draws={plan.draws} time={time} />
    </div>
  );
}
