// All tickets, by state, by whose they are and by words.
import { SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useDesk } from "../../data/desk.ts";
import { type Filter, useTickets } from "../../data/tickets.ts";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Rows } from "../../parts/rows.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { TicketRow } from "./ticket-row.tsx";

const STATES = ["open", "waiting", "closed", "all"] as const;

export function Tickets() {
  const { say } = useWords();
  const { prefix } = useDesk();
  const go = useNavigate({ from: "/tickets" });
  const search = useSearch({ from: "/tickets" });
  const status = search.status ?? "open";
  const [words, setWords] = useState(search.q ?? "");
  const [chosen, setChosen] = useState<string | null>(null);
  const tickets = useTickets({ status, assignee: search.whose, q: search.q });
  const items = tickets.data?.pages.flatMap((page) => page.items) ?? [];
  const look = useDebouncedCallback((q: string) => void go({ search: (before) => ({ ...before, q: q.trim() || undefined, status: q.trim() ? "all" : before.status }), replace: true }), 250);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = tickets;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const empty = search.q ? say("tickets.empty-search", { example: `${prefix}-1042` }) : search.whose === "me" ? say("tickets.empty-mine") : emptyHint(status, say);
  return (
    <div className="queue">
      <header className="bar bar-wrap">
        <h1 className="title">{say("tickets.title")}</h1>
        <Link to="/refused" className="link-button">
          {say("refused.title")}
        </Link>
        <Link to="/problems" className="link-button">
          {say("problem.list")}
        </Link>
        <SegmentedControl
          size="xs"
          aria-label={say("ticket.status")}
          value={status}
          onChange={(to) => void go({ search: (before) => ({ ...before, status: to as Filter["status"] }) })}
          data={STATES.map((value) => ({ value, label: say(`tickets.${value}`) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={say("tickets.whose")}
          value={search.whose ?? "all"}
          onChange={(to) => void go({ search: (before) => ({ ...before, whose: to === "all" ? undefined : (to as "me" | "none") }) })}
          data={[
            { value: "all", label: say("tickets.anyone") },
            { value: "me", label: say("tickets.mine") },
            { value: "none", label: say("tickets.unassigned") },
          ]}
        />
        <TextInput
          className="bar-search push"
          data-search
          type="search"
          size="sm"
          aria-label={say("tickets.search")}
          placeholder={say("tickets.search-hint")}
          leftSection={<Icon name="search" />}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            look(event.currentTarget.value);
          }}
        />
      </header>
      {tickets.error ? (
        <div className="page-in">
          <Trouble error={tickets.error} retry={() => void tickets.refetch()} />
        </div>
      ) : null}
      {tickets.isPending ? (
        <div className="page-in">
          <Waiting rows={12} />
        </div>
      ) : null}
      {tickets.data && items.length === 0 ? (
        <Empty icon="tickets" title={say("tickets.empty")}>
          <p>{empty}</p>
        </Empty>
      ) : null}
      {items.length > 0 ? (
        <div className="queue-body queue-body-whole" aria-busy={tickets.isPlaceholderData}>
          <Rows
            label={say("tickets.title")}
            items={items}
            id={(item) => item.number}
            chosen={chosen}
            choose={setChosen}
            more={hasNextPage ? more : undefined}
            row={(item) => <TicketRow ticket={item} />}
          />
        </div>
      ) : null}
    </div>
  );
}

function emptyHint(status: Filter["status"], say: ReturnType<typeof useWords>["say"]): string {
  if (status === "waiting") return say("tickets.empty-waiting");
  return status === "closed" ? say("tickets.empty-closed") : say("tickets.empty-open");
}
