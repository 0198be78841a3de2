// What a ticket has to do with others: that it goes on in an earlier one, what was joined into it, and what seems to be about the same.
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Ticket } from "../../../shared/shapes.ts";
import { useSimilar } from "../../data/joins.ts";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.tsx";
import { marksText } from "../problems/marks-text.ts";
import { SplitTicket } from "../split/split-ticket.tsx";
import { ProposedSplit } from "../split/proposed-split.tsx";
import { JoinTicket } from "./join-ticket.tsx";

export function Joins({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const [asking, setAsking] = useState<string | null>(null);
  const [undoing, setUndoing] = useState(false);
  const open = ticket.status !== "closed";
  const similar = useSimilar(ticket.number, open).data?.items ?? [];
  const { joinedInto, joined, splitFrom, parts, follows, followedBy } = ticket;
  const { proposedSplit } = ticket;
  if (proposedSplit === null && joinedInto === null && splitFrom === null && parts.length === 0 && follows === null && followedBy.length === 0 && joined.length === 0 && similar.length === 0)
    return null;
  return (
    <Section id="joins" title={say("join.section")} count={joined.length + parts.length + similar.length + (proposedSplit === null ? 0 : 1)} urgent={similar.length > 0 || proposedSplit !== null}>
      <div className="stack">
        {proposedSplit === null ? null : <ProposedSplit ticket={ticket} reason={proposedSplit} />}
        {joinedInto === null ? null : (
          <p className="row-wrap">
            <span>{say("join.goes-on")}</span>{" "}
            <Link to="/tickets/$number" params={{ number: joinedInto.number }}>
              {joinedInto.number} {joinedInto.subject}
            </Link>{" "}
            <button type="button" className="link-button" onClick={() => setAsking("")}>
              {say("join.undo")}
            </button>
          </p>
        )}
        {splitFrom === null ? null : (
          <p className="row-wrap">
            <span>{say("split.from")}</span>{" "}
            <Link to="/tickets/$number" params={{ number: splitFrom.number }}>
              {splitFrom.number} {splitFrom.subject}
            </Link>
          </p>
        )}
        {[...(follows === null ? [] : [{ ...follows, is: "split.follows" as const }]), ...followedBy.map((each) => ({ ...each, is: "split.followed-by" as const }))].map((each) => (
          <p key={each.number} className="row-wrap">
            <span>{say(each.is)}</span>{" "}
            <Link to="/tickets/$number" params={{ number: each.number }}>
              {each.number} {each.subject}
            </Link>
          </p>
        ))}
        {parts.map((each) => (
          <p key={each.number} className="row-wrap">
            <span className="quiet">{say("split.into")}</span>{" "}
            <Link to="/tickets/$number" params={{ number: each.number }}>
              {each.number} {each.subject}
            </Link>
          </p>
        ))}
        {parts.length > 0 && open ? (
          <p>
            <button type="button" className="link-button" onClick={() => setUndoing(true)}>
              {say("split.undo")}
            </button>
          </p>
        ) : null}
        {joined.map((each) => (
          <p key={each.number} className="row-wrap">
            <span className="quiet">{say("join.part")}</span>{" "}
            <Link to="/tickets/$number" params={{ number: each.number }}>
              {each.number} {each.subject}
            </Link>{" "}
            <span className="quiet small">{each.requester}</span>
          </p>
        ))}
        {similar.map((each) => (
          <div key={each.number} className="stack-tight">
            <p className="row-wrap">
              <span className="quiet">{say("join.seems")}</span>{" "}
              <Link to="/tickets/$number" params={{ number: each.number }}>
                {each.number} {each.subject}
              </Link>{" "}
              <span className="quiet small">{each.requester}</span>
            </p>
            {each.shared.length > 0 ? <p className="quiet small wrap">{say("join.shared", { marks: marksText(each.shared, say("join.file")) })}</p> : null}
            <button type="button" className="link-button" onClick={() => setAsking(each.number)}>
              {say("join.propose", { number: each.number })}
            </button>
          </div>
        ))}
        {undoing ? <SplitTicket ticket={ticket} undo done={() => setUndoing(false)} /> : null}
        {asking === null ? null : <JoinTicket ticket={ticket} first={asking} done={() => setAsking(null)} />}
      </div>
    </Section>
  );
}
