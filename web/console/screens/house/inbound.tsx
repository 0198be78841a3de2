// Incoming mail as it was kept: what was taken in, what was set aside, what waits for a person.
import { Button, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call, query } from "../../../shared/client.ts";
import { api } from "../../../shared/desk-path.ts";
import type { InboundMail, InboundState, Page } from "../../../shared/shapes.ts";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { tell, tellTrouble } from "../../parts/tell.ts";
import { At } from "../../parts/times.tsx";
import { Trouble, troubleText } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

const STATES = ["quarantined", "set-aside", "kept", "done", "all"] as const;
const TONES: Readonly<Record<InboundState, string | undefined>> = { quarantined: "bad", "set-aside": "warn", kept: undefined, done: "good" };

export function Inbound() {
  const { say } = useWords();
  const [state, setState] = useState<(typeof STATES)[number]>("quarantined");
  const mails = useInfiniteQuery({
    queryKey: ["inbound", state],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => call<Page<InboundMail>>(`/inbound-mails${query({ state: state === "all" ? undefined : state, cursor: pageParam })}`, { signal }),
    getNextPageParam: (page) => page.next,
  });
  const replay = useMutation({
    mutationFn: (sha: string) => call<InboundMail>(`/inbound-mails/${sha}/replay`, { method: "PUT" }),
    onSuccess: () => tell(say("inbound.replayed")),
    onError: (error) => tellTrouble(say("trouble.title"), troubleText(error, say)),
    onSettled: () => setTimeout(() => void mails.refetch(), 500),
  });
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <div className="stack-tight">
          <h1 className="title">{say("inbound.title")}</h1>
          <p className="quiet">{say("inbound.intro")}</p>
        </div>
        <div className="scroll-x">
          <SegmentedControl
            size="xs"
            aria-label={say("ticket.status")}
            value={state}
            onChange={(to) => setState(to as typeof state)}
            data={STATES.map((value) => ({ value, label: say(`inbound.state.${value}`) }))}
          />
        </div>
        {mails.error ? <Trouble error={mails.error} retry={() => void mails.refetch()} /> : null}
        {mails.isPending ? <Waiting /> : null}
        {mails.data && items.length === 0 ? (
          <Empty icon="mail" title={say("inbound.empty")}>
            <p>{say("inbound.empty-hint")}</p>
          </Empty>
        ) : null}
        {items.length > 0 ? (
          <ul className="card lines">
            {items.map((each) => (
              <li key={`${each.sha}${each.at}`} className="line-row line-wrap">
                <span className="tag" data-tone={TONES[each.state]}>
                  {say(`inbound.state.${each.state}`)}
                </span>
                <span className="strong wrap">{each.sender === null ? say("mail.sender-unknown") : each.sender || say("mail.no-sender")}</span>
                <span className="quiet small">
                  <At at={each.at} />
                </span>
                {each.fault ? <span className="small wrap inbound-fault">{each.fault}</span> : null}
                <span className="push row">
                  {each.state === "quarantined" || each.state === "set-aside" ? (
                    <button type="button" className="link-button" onClick={() => replay.mutate(each.sha)}>
                      {say("inbound.replay")}
                    </button>
                  ) : null}
                  {each.ticket ? (
                    <Link to="/tickets/$number" params={{ number: each.ticket }}>
                      {each.ticket}
                    </Link>
                  ) : null}
                  <a className="row small" href={`${api}/inbound-mails/${each.sha}/raw`} download={`${each.sha.slice(0, 12)}.eml`}>
                    <Icon name="file" />
                    {say("inbound.raw")}
                  </a>
                </span>
              </li>
            ))}
          </ul>
        ) : null}
        {mails.hasNextPage ? (
          <Button variant="default" onClick={() => void mails.fetchNextPage()} loading={mails.isFetchingNextPage}>
            {say("app.more")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
