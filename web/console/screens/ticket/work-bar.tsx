// The clock of paid work over the whole width of a ticket: what is agreed, what is left of it, and who has it running. Not to be missed.
import { Button } from "@mantine/core";
import { type Agreed, owed } from "../../../../src/policy/owed.ts";
import { moneyText } from "../../../../src/words/numbers.ts";
import type { Ticket } from "../../../shared/shapes.ts";
import { useMe } from "../../data/session.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { lengthText } from "../../parts/clock-state.ts";
import { useNow } from "../../parts/now.ts";
import { timeText } from "../../parts/time-text.ts";
import { useWords } from "../../words/words.tsx";

const MINUTE = 60_000;
/** So near the end the bar warns. */
const SOON = 5 * MINUTE;

export function WorkBar({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const now = useNow();
  const me = useMe();
  const change = useTicketChange(ticket.number);
  const { clock } = ticket;
  if (!clock || ticket.refused || (ticket.status === "closed" && clock.stretches.length === 0)) return null;
  const open = clock.stretches.find((each) => each.ends === null);
  const kind = open?.kind ?? "connection";
  const worked = clock.worked[kind] + (open ? Math.max(now - Date.parse(open.starts), 0) : 0);
  const cap = kind === "connection" ? clock.cap : null;
  const left = cap === null ? null : cap - worked;
  const usedUp = left !== null && left <= 0;
  const waits = ticket.offers.some((each) => each.state === "open");
  const free = ticket.offers.some((each) => each.state === "open" && each.allowance !== null);
  const state = !clock.agreed ? "waits" : usedUp ? "over" : left !== null && left <= SOON && open ? "soon" : open ? "runs" : "rests";
  const act = (part: string, method: "POST" | "PUT" | "DELETE", body: object = {}): void => change.mutate({ part, method, body, always: true });
  return (
    <section className="work-bar" data-state={state} aria-label={say("work.title")}>
      <span className="work-time number" role="timer">
        {timeText(cap === null ? worked : Math.min(worked, cap))}
        {cap === null ? null : ` / ${timeText(cap)}`}
      </span>
      <span className="work-says" role="status">
        {say(
          !clock.agreed
            ? free
              ? "work.not-agreed-free"
              : "work.not-agreed"
            : usedUp
              ? waits
                ? "work.asked"
                : "work.used-up"
              : open
                ? `work.runs-${open.kind}`
                : cap === null
                  ? "work.no-cap"
                  : "work.rests",
          {
            name: open ? (open.staff.id === me.id ? say("work.you") : open.staff.name) : "",
          },
        )}
        {left !== null && !usedUp ? (
          <>
            {" "}
            <strong>{say("work.left", { left: timeText(left) })}</strong>
          </>
        ) : null}
        {cap === null ? null : <Owed ticket={ticket} worked={Math.min(worked, cap)} />}
      </span>
      {cap === null ? null : <progress max={cap} value={Math.min(worked, cap)} aria-label={say("work.title")} />}
      {ticket.status === "closed" ? null : (
        <span className="work-actions">
          {open ? (
            <Button size="xs" className="stop-work" loading={change.isPending} onClick={() => act("clock", "DELETE")}>
              {say("work.stop")}
            </Button>
          ) : null}
          {!open && clock.agreed && !usedUp ? (
            <Button size="xs" loading={change.isPending} onClick={() => act("clock", "PUT", { kind: "connection" })}>
              {say("work.start-connection")}
            </Button>
          ) : null}
          {!open && clock.agreed ? (
            <Button size="xs" variant="default" loading={change.isPending} onClick={() => act("clock", "PUT", { kind: "phone" })}>
              {say("work.start-phone")}
            </Button>
          ) : null}
          {left !== null && left <= SOON && !waits ? (
            <Button size="xs" variant={usedUp ? "filled" : "default"} loading={change.isPending} onClick={() => act("clock/more", "POST")}>
              {say("work.more")}
            </Button>
          ) : null}
        </span>
      )}
    </section>
  );
}

/** What the time so far costs, block by block as the policy counts them. */
function Owed({ ticket, worked }: { readonly ticket: Ticket; readonly worked: number }) {
  const { say, lang } = useWords();
  const accepted = ticket.offers.filter((each) => each.state === "accepted");
  const agreed = accepted.map(({ id, key, covers, exact, quote }): Agreed => ({ id, key, covers, exact, net: quote.net.cents }));
  const lines = owed(agreed, worked);
  const blocks = agreed.filter((each) => each.key === "overrun");
  const first = blocks[0];
  const begun = lines.filter((line) => blocks.some((each) => each.id === line.offer)).length;
  const currency = accepted[0]?.quote.net.currency ?? "";
  return (
    <span className="work-owed small">
      {first ? `${say(first.exact ? "work.blocks-exact" : "work.blocks", { begun, agreed: blocks.length, each: lengthText(first.covers ?? 0, say) })} ` : ""}
      {say("work.owed", { net: moneyText({ cents: lines.reduce((sum, each) => sum + each.net, 0), currency }, lang) })}
    </span>
  );
}
