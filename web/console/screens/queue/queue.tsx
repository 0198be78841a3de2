// The queue: who is next, by the policy's order, and why.
import { useHotkeys } from "@mantine/hooks";
import { useCallback, useState } from "react";
import { useQueue } from "../../data/queue.ts";
import { Empty } from "../../parts/empty.tsx";
import { Rows } from "../../parts/rows.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { Peek } from "./peek.tsx";
import { QueueRow } from "./queue-row.tsx";
import { TakeNext } from "./take-next.tsx";

export function Queue() {
  const { say } = useWords();
  const queue = useQueue();
  const [chosen, setChosen] = useState<string | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  const open = queue.data?.pages[0]?.open ?? items.length;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = queue;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  useHotkeys([["w", () => setWhy((open) => (open === chosen ? null : chosen))]]);
  const shown = items.find((item) => item.number === chosen) ?? items[0];
  return (
    <div className="queue">
      <header className="bar">
        <div className="stack-none">
          <h1 className="title">{say("queue.title")}</h1>
          <p className="quiet small" aria-live="polite">
            {queue.isPending ? "\u00a0" : open >= 1000 ? say("queue.count-more", { n: 1000 }) : say("queue.count", { n: open })}
          </p>
        </div>
        <span className="push" />
        <TakeNext />
      </header>
      {queue.error ? (
        <div className="page-in">
          <Trouble error={queue.error} retry={() => void queue.refetch()} />
        </div>
      ) : null}
      {queue.isPending ? (
        <div className="page-in">
          <Waiting rows={12} />
        </div>
      ) : null}
      {queue.data && items.length === 0 ? (
        <Empty icon="check" title={say("queue.empty")}>
          <p>{say("queue.empty-hint")}</p>
        </Empty>
      ) : null}
      {items.length > 0 ? (
        <div className="queue-body">
          <Rows
            label={say("queue.title")}
            items={items}
            id={(item) => item.number}
            chosen={chosen}
            choose={setChosen}
            more={hasNextPage ? more : undefined}
            row={(item, isChosen) => (
              <QueueRow
                item={item}
                why={isChosen && why === item.number}
                toggleWhy={() => {
                  setChosen(item.number);
                  setWhy((open) => (open === item.number ? null : item.number));
                }}
              />
            )}
          />
          <aside className="queue-peek" aria-label={say("queue.why-here")}>
            {shown ? <Peek item={shown} /> : null}
          </aside>
        </div>
      ) : null}
    </div>
  );
}
