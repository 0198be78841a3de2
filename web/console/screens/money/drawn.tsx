// What a ticket took from an allowance: how much, what was given back of it, and what a second person has still to decide on.
import { Button, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { quantityText, usableText } from "../../../../src/words/allowance.ts";
import type { Ticket } from "../../../shared/shapes.ts";
import { useDesk } from "../../data/desk.ts";
import { useMe } from "../../data/session.ts";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";
import { Decide } from "./decide.tsx";
import { ProposeAdjustment } from "./propose-adjustment.tsx";

type Taken = NonNullable<Ticket["drawn"]>;
const MINUTE = 60_000;
const PLACES = ["origin", "now", "pack"] as const;
type Place = (typeof PLACES)[number];

export function Drawn({ drawn, number }: { readonly drawn: Taken; readonly number: string }) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const [giving, setGiving] = useState(false);
  const said = (quantity: number): string => quantityText(quantity, drawn.time, lang);
  const waiting = drawn.givenBack.filter((each) => each.state === "proposed").reduce((sum, each) => sum + each.quantity, 0);
  const most = drawn.stays - waiting;
  return (
    <div className="stack" data-drawn>
      <p className="row">
        <span className="strong wrap">{say("drawn.taken", { allowance: drawn.allowance.label })}</span>
        <span className="push number strong">{said(drawn.quantity)}</span>
      </p>
      {drawn.givenBack.map((each) => (
        <div key={each.id} className="stack-tight" data-charge={each.state}>
          <div className="row">
            <span className="strong">{say("drawn.given-back")}</span>
            {each.state === "booked" ? null : (
              <span className="tag" {...(each.state === "proposed" ? { "data-tone": "warn" } : {})}>
                {say(`charge.state-${each.state}`)}
              </span>
            )}
            <span className={each.state === "refused" ? "push number quiet struck" : "push number strong"}>{said(each.quantity)}</span>
          </div>
          {each.to === "origin" ? null : (
            <p className="small wrap">
              {say(`drawn.to-${each.to}`)}
              {each.until === null ? "" : ` · ${usableText(Date.parse(each.until), lang, zone)}`}
            </p>
          )}
          <p className="small wrap">{say("charge.proposed-by", { name: each.proposedBy?.name ?? "", reason: each.reason })}</p>
          <p className="quiet small">
            {each.decidedBy && each.state !== "proposed" ? `${say(`charge.decided-${each.state}`, { name: each.decidedBy.name })} · ` : ""}
            <At at={each.decidedAt ?? each.madeAt} />
          </p>
          {each.state === "proposed" ? <Decide id={each.id} proposedBy={each.proposedBy?.id ?? null} number={number} /> : null}
        </div>
      ))}
      {useMe().role !== "agent" && most > 0 ? (
        <div>
          <Button size="xs" variant="default" onClick={() => setGiving(true)}>
            {say("drawn.give-back")}
          </Button>
        </div>
      ) : null}
      {giving ? <GiveBack drawn={drawn} most={most} number={number} done={() => setGiving(false)} /> : null}
    </div>
  );
}

/** In minutes, or in requests: as the allowance counts. */
function GiveBack({ drawn, most, number, done }: { readonly drawn: Taken; readonly most: number; readonly number: string; readonly done: () => void }) {
  const { say, lang } = useWords();
  const all = drawn.time ? Math.floor(most / MINUTE) : most;
  const [amount, setAmount] = useState(String(all));
  const wanted = /^\d{1,6}$/.test(amount.trim()) ? Number(amount) : 0;
  const limit = say("adjust.most", { most: quantityText(most, drawn.time, lang) });
  const [to, setTo] = useState<Place>(drawn.runs ? "origin" : "now");
  const [ends, setEnds] = useState("");
  const asked = wanted < 1 || wanted > all || (to === "pack" && ends === "") ? null : { kind: "give-back" as const, to, ...(drawn.time ? { minutes: wanted } : { requests: wanted }) };
  const body = asked && { ...asked, ...(to === "pack" && { ends }) };
  return (
    <ProposeAdjustment number={number} title={say("adjust.title-credit", { number })} {...(drawn.runs ? {} : { intro: say("drawn.over") })} body={body} done={done}>
      <TextInput
        label={say(drawn.time ? "drawn.minutes" : "drawn.requests")}
        description={limit}
        error={wanted > all ? limit : null}
        inputMode="numeric"
        required
        withAsterisk={false}
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
        data-autofocus
      />
      <Radio.Group label={say("drawn.to")} value={to} onChange={(value) => setTo(value as Place)}>
        <div className="stack-tight">
          {PLACES.map((place) => (
            <Radio key={place} value={place} label={say(`drawn.to-${place}`)} disabled={place === "origin" && !drawn.runs} />
          ))}
        </div>
      </Radio.Group>
      {to === "pack" ? <TextInput type="date" label={say("drawn.last-day")} required withAsterisk={false} value={ends} onChange={(event) => setEnds(event.currentTarget.value)} /> : null}
    </ProposeAdjustment>
  );
}
