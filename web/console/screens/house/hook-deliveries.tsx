// What was told to another system: arrived, waiting with its fault, or given up; and the way to tell it again.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useDesk } from "../../data/desk.ts";
import { useHookDeliveries } from "../../data/endpoints.ts";
import { shortText } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

const FEW = 5;

export function HookDeliveries({ id, again }: { readonly id: string; readonly again: (delivery: string) => void }) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const [all, setAll] = useState(false);
  const deliveries = useHookDeliveries(id);
  const items = deliveries.data?.items ?? [];
  const at = (time: string): string => shortText(time, lang, zone);
  return (
    <div className="stack-tight">
      <h3 className="heading">{say("hooks.deliveries")}</h3>
      {deliveries.error ? <Trouble error={deliveries.error} /> : null}
      {deliveries.data && items.length === 0 ? <p className="quiet small">{say("hooks.deliveries-none")}</p> : null}
      <ul className="lines">
        {(all ? items : items.slice(0, FEW)).map((each) => (
          <li key={each.id} className="line-row line-wrap" data-delivery={each.state}>
            <span className="tag" data-tone={each.state === "failed" ? "bad" : each.state === "waiting" && each.tries > 0 ? "warn" : undefined}>
              {say(`hooks.state.${each.state}`)}
            </span>
            <span className="wrap">
              {each.type} {each.ticket ?? ""}
            </span>
            <span className="quiet small">{at(each.sentAt ?? each.madeAt)}</span>
            {each.tries > 1 || each.fault !== null ? (
              <span className="small wrap">
                {[say("hooks.tries", { n: each.tries }), each.fault, each.nextTryAt === null ? null : say("hooks.next", { at: at(each.nextTryAt) })].filter(Boolean).join(" · ")}
              </span>
            ) : null}
            {each.state === "waiting" && each.tries === 0 ? null : (
              <Button size="compact-xs" variant="default" className="push" onClick={() => again(each.id)}>
                {say("hooks.again")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {items.length > FEW && !all ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {say("app.more")}
        </button>
      ) : null}
    </div>
  );
}
