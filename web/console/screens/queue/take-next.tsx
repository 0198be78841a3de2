// Taking the next request and opening it: one press, one key.
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTakeNext } from "../../data/queue.ts";
import { Icon } from "../../parts/icon.tsx";
import { tell, tellTrouble } from "../../parts/tell.ts";
import { troubleText } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

export function useTakeAndOpen(): { readonly take: () => void; readonly taking: boolean } {
  const { say } = useWords();
  const go = useNavigate();
  const next = useTakeNext();
  const take = (): void => {
    if (next.isPending) return;
    next.mutate(undefined, {
      onSuccess: (ticket) => {
        if (!ticket) return tell(say("queue.nothing-next"));
        tell(say("queue.taken", { number: ticket.number }));
        void go({ to: "/tickets/$number", params: { number: ticket.number } });
      },
      onError: (error) => tellTrouble(say("trouble.title"), troubleText(error, say)),
    });
  };
  return { take, taking: next.isPending };
}

export function TakeNext() {
  const { say } = useWords();
  const { take, taking } = useTakeAndOpen();
  return (
    <Button size="md" className="take-next" onClick={take} loading={taking} leftSection={<Icon name="hand" />} rightSection={<kbd aria-hidden="true">n</kbd>} aria-keyshortcuts="n">
      {say("queue.take-next")}
    </Button>
  );
}
