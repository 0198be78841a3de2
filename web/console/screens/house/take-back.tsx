// Takes back what was entered about the hours; it asks nothing, since it can be entered again.
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../shared/client.ts";
import { tell } from "../../parts/tell.ts";
import { useWords } from "../../words/words.tsx";

export function TakeBack({ path, lists, word }: { readonly path: string; readonly lists: string; readonly word: "hours.take-back" | "hours.call-off" }) {
  const { say } = useWords();
  const client = useQueryClient();
  const back = useMutation({
    mutationFn: () => call<null>(path, { method: "DELETE" }),
    onSettled: () => client.invalidateQueries({ queryKey: [lists] }),
    onSuccess: () => tell(say("hours.taken-back")),
  });
  return (
    <span className="push">
      <Button size="xs" variant="default" loading={back.isPending} onClick={() => back.mutate()}>
        {say(word)}
      </Button>
    </span>
  );
}
