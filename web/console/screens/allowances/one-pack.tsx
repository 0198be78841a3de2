// One pack: how much is left, when it was bought, until when it stands, what drew from it, and how it was corrected.
import { Button } from "@mantine/core";
import { useState } from "react";
import { quantityText } from "../../../../src/words/allowance.ts";
import { calendarDateText } from "../../../../src/words/instant.ts";
import type { Pack } from "../../../shared/shapes.ts";
import { useCorrectPack } from "../../data/allowances.ts";
import { useDesk } from "../../data/desk.ts";
import { tell } from "../../parts/tell.ts";
import { At } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords, type Say } from "../../words/words.tsx";
import { AskReason } from "../ticket/ask-reason.tsx";
import { CorrectPack } from "./correct-pack.tsx";
import { Draws } from "./draws.tsx";
import { lastDay } from "./last-day.ts";

interface Shown {
  readonly pack: Pack;
  readonly time: boolean;
  readonly organisation: string;
  readonly mayChange: boolean;
}

export function OnePack({ pack, time, organisation, mayChange }: Shown) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const correct = useCorrectPack(organisation);
  const [doing, setDoing] = useState<"correct" | "take-back" | null>(null);
  const gone = pack.withdrawnAt !== null;
  const over = pack.ends !== null && Date.parse(pack.ends) <= Date.now();
  const done = () => setDoing(null);
  const takeBack = (reason: string): void => correct.mutate({ pack: pack.id, withdrawn: !gone, reason }, { onSuccess: () => (done(), tell(say(gone ? "packs.stands-again" : "packs.taken-back"))) });
  return (
    <li className="stack-tight pack" data-pack={gone ? "withdrawn" : over ? "over" : "stands"}>
      <p className="row-wrap">
        <span className={gone ? "strong struck" : "strong"}>{quantityText(pack.quantity, time, lang)}</span>
        {pack.reference === "" ? null : <span className="wrap">{pack.reference}</span>}
        <span className="tag push" data-tone={gone || over || pack.left === 0 ? undefined : "good"}>
          {gone ? say("packs.withdrawn") : over ? say("packs.over") : say("packs.left", { left: quantityText(pack.left, time, lang) })}
        </span>
      </p>
      <p className="quiet small wrap">
        {say("packs.bought-by", { by: pack.madeBy })} · <At at={pack.madeAt} /> · {spanOf(pack, zone, lang, say)}
      </p>
      <Draws draws={pack.draws} time={time} />
      {pack.changes.length === 0 ? null : (
        <details className="small">
          <summary>{say("packs.changes", { n: pack.changes.length })}</summary>
          <ul className="draws">
            {pack.changes.map((each) => (
              <li key={each.at} className="wrap">
                <At at={each.at} /> · {each.by}: {each.reason}{" "}
                <span className="quiet">
                  ({terms(each.was, time, zone, lang, say)} → {terms(each.became, time, zone, lang, say)})
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayChange ? (
        <div className="row-wrap">
          {gone ? null : (
            <Button size="compact-xs" variant="default" onClick={() => setDoing("correct")}>
              {say("packs.correct")}
            </Button>
          )}
          <Button size="compact-xs" variant="default" onClick={() => setDoing("take-back")}>
            {say(gone ? "packs.stand" : "packs.take-back")}
          </Button>
        </div>
      ) : null}
      {correct.error && doing === null ? <Trouble error={correct.error} /> : null}
      {doing === "correct" ? <CorrectPack organisation={organisation} pack={pack} time={time} done={done} /> : null}
      {doing === "take-back" ? (
        <AskReason
          title={say(gone ? "packs.stand" : "packs.take-back")}
          hint={say(gone ? "packs.stand-hint" : "packs.take-back-hint")}
          go={say(gone ? "packs.stand" : "packs.take-back")}
          busy={correct.isPending}
          cancel={done}
          done={takeBack}
        />
      ) : null}
    </li>
  );
}

type Days = Pick<Pack, "starts" | "ends">;

function spanOf({ starts, ends }: Days, zone: string, lang: string, say: Say): string {
  const from = calendarDateText(lastDay(new Date(Date.parse(starts) + 1).toISOString(), zone), lang);
  return ends === null ? say("packs.from", { from }) : say("packs.span", { from, day: calendarDateText(lastDay(ends, zone), lang) });
}

const terms = (of: Pack["changes"][number]["was"], time: boolean, zone: string, lang: string, say: Say): string =>
  [quantityText(of.quantity, time, lang), spanOf(of, zone, lang, say), of.reference, of.withdrawn ? say("packs.withdrawn") : ""].filter(Boolean).join(", ");
