// Hanging a ticket on one of the open problems.
import { Button, Modal, Radio } from "@mantine/core";
import { useState } from "react";
import { useProblemDeed, useProblems } from "../../data/problems.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

export function HangOn({ number, done }: { readonly number: string; readonly done: () => void }) {
  const { say } = useWords();
  const list = useProblems("open");
  const open = (list.data?.pages ?? []).flatMap((page) => page.items);
  const [chosen, setChosen] = useState("");
  const deed = useProblemDeed(chosen);
  return (
    <Modal opened onClose={done} size={520} title={say("problem.hang-title", { number })} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        <p className="quiet small">{say("problem.hang-will")}</p>
        {list.isPending ? <Waiting rows={2} /> : null}
        {list.data && open.length === 0 ? <p>{say("problem.none")}</p> : null}
        {open.length > 0 ? (
          <Radio.Group label={say("problem.which")} value={chosen} onChange={setChosen}>
            <div className="stack-tight">
              {open.map((each) => (
                <Radio key={each.id} value={each.id} label={`${each.number} ${each.title}`} description={say("problem.counts", { tickets: each.open, customers: each.customers })} />
              ))}
            </div>
          </Radio.Group>
        ) : null}
        {list.hasNextPage ? (
          <div>
            <Button variant="default" size="xs" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
              {say("app.more")}
            </Button>
          </div>
        ) : null}
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button
            disabled={chosen === ""}
            loading={deed.isPending}
            onClick={() => deed.mutate({ path: `/tickets/${encodeURIComponent(number)}`, method: "PUT", done: say("problem.hung", { number }) }, { onSuccess: done })}
          >
            {say("problem.add")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
