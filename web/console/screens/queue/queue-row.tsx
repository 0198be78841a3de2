// One row of the queue: its place, its clock, the request, the customer, the clause that put it here, who has it.
import { Popover } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { QueueItem } from "../../../shared/shapes.ts";
import { ReasonShown } from "../../parts/clause.tsx";
import { Clock } from "../../parts/clock.tsx";
import { Face } from "../../parts/face.tsx";
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";

interface Shown {
  readonly item: QueueItem;
  readonly why: boolean;
  readonly toggleWhy: () => void;
}

export function QueueRow({ item, why, toggleWhy }: Shown) {
  const { say } = useWords();
  const from = item.requester.organisation?.name ?? item.requester.name;
  return (
    <div className="queue-row">
      <span className="q-place number">
        <span className="hidden">{say("queue.place", { n: item.place })}</span>
        <span aria-hidden="true">{item.place}</span>
      </span>
      <span className="q-due">{item.nextDue ? <Clock state={item.nextDue.state} due={item.nextDue.due} starts={item.openedAt} label={item.nextDue.label} /> : <Undue item={item} />}</span>
      <Link to="/tickets/$number" params={{ number: item.number }} className="q-request" data-row={item.number}>
        <span className="q-number number">{item.number}</span>
        <span className="q-subject">
          {item.requester.undeliverable === null ? null : (
            <span className="tag" data-tone="warn">
              <Icon name="warn" />
              {say("people.undeliverable")}
            </span>
          )}{" "}
          {item.subject}
        </span>
        <span className="q-preview">{item.preview}</span>
      </Link>
      <span className="q-from cut" title={item.requester.name}>
        {from}
      </span>
      <span className="q-why">
        <Why item={item} open={why} toggle={toggleWhy} />
      </span>
      <span className="q-who" title={item.assignee?.name ?? say("queue.free")}>
        {item.assignee ? (
          <>
            <Face name={item.assignee.name} staff />
            <span className="hidden">{item.assignee.name}</span>
          </>
        ) : (
          <span className="quiet small">{say("queue.free")}</span>
        )}
      </span>
    </div>
  );
}

/** No time is running: either a person must decide first, or nothing was promised. */
function Undue({ item }: { readonly item: QueueItem }) {
  const { say } = useWords();
  return item.ruling ? (
    <span className="clock" data-state="soon">
      <Icon name="scales" />
      {say("queue.ruling")}
    </span>
  ) : (
    <span className="quiet small cut" title={say("queue.no-due")}>
      {say("queue.no-due")}
    </span>
  );
}

function Why({ item, open, toggle }: { readonly item: QueueItem; readonly open: boolean; readonly toggle: () => void }) {
  const { say } = useWords();
  if (!item.why)
    return (
      <span className="quiet small" title={say("queue.why-none")}>
        –
      </span>
    );
  const name = `${say("queue.why-here")}: § ${item.why.number}`;
  return (
    <Popover opened={open} onDismiss={toggle} width={340} position="bottom-end" withinPortal>
      <Popover.Target>
        <button type="button" className="clause-chip" aria-label={name} aria-expanded={open} title={item.why.words} onClick={toggle}>
          § {item.why.number}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="stack">
          <h2 className="heading">{say("queue.why-here")}</h2>
          <ReasonShown reason={item.why} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
