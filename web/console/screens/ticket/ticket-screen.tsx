// A ticket: the conversation in the middle, what the policy says of it at the side; on a small screen one after the other.
import { useMediaQuery } from "@mantine/hooks";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProblem } from "../../../shared/api-problem.ts";
import { useMe } from "../../data/session.ts";
import { useTicket } from "../../data/ticket.ts";
import { useDraft } from "../../data/draft.ts";
import { useOthers, useTellPresence } from "../../live/presence.ts";
import { Empty } from "../../parts/empty.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { Composer } from "../composer/composer.tsx";
import { Happenings } from "./happenings.tsx";
import { Head } from "./head.tsx";
import { Rail } from "./rail.tsx";
import { Thread } from "./thread.tsx";
import { WorkBar } from "./work-bar.tsx";

const ONE_COLUMN = "(max-width: 1000px)";
type View = "thread" | "details" | "history";

export function TicketScreen() {
  const { number } = useParams({ from: "/tickets/$number" });
  const { say } = useWords();
  const ticket = useTicket(number);
  if (ticket.error instanceof ApiProblem && ticket.error.status === 404)
    return (
      <Empty icon="tickets" title={say("ticket.gone", { number })}>
        <p>{say("ticket.gone-hint")}</p>
      </Empty>
    );
  if (!ticket.data) return <div className="page-in">{ticket.error ? <Trouble error={ticket.error} retry={() => void ticket.refetch()} /> : <Waiting rows={6} height={88} />}</div>;
  return <Open key={number} number={number} />;
}

function Open({ number }: { readonly number: string }) {
  const { say } = useWords();
  const me = useMe();
  const ticket = useTicket(number).data;
  const writing = useDraft(number).text !== "";
  const others = useOthers(number, me.id);
  useTellPresence(number, writing ? "writing" : "reading");
  const one = useMediaQuery(ONE_COLUMN, window.matchMedia(ONE_COLUMN).matches, { getInitialValueInEffect: false });
  const [view, setView] = useState<View>("thread");
  if (!ticket) return null;
  const conversation = (
    <div className="conversation">
      <Thread ticket={ticket} />
      <Composer ticket={ticket} others={others} />
    </div>
  );
  return (
    <article className="ticket" aria-labelledby="ticket-subject">
      <Head ticket={ticket} others={others} />
      <WorkBar ticket={ticket} />
      <Tabs
        label={say("ticket.details")}
        chosen={view}
        choose={setView}
        spread={one ? false : "ticket-body"}
        tabs={[
          { id: "thread", label: say("ticket.thread"), panel: conversation, beside: { className: "ticket-main" } },
          {
            id: "details",
            label: say("ticket.details"),
            count: ticket.rulings.filter((each) => each.yours).length,
            panel: <Rail ticket={ticket} whole={!one} />,
            beside: { className: "ticket-side", role: "complementary" },
          },
          {
            id: "history",
            label: say("ticket.history"),
            panel: one ? (
              <div className="rail">
                <Happenings ticket={ticket} />
              </div>
            ) : null,
          },
        ]}
      />
    </article>
  );
}
