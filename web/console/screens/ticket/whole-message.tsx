// The whole message, with what the thread leaves away: quoted parts, signatures.
import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { problemIn } from "../../../shared/api-problem.ts";
import { api } from "../../../shared/desk-path.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

export function WholeMessage({ path, close }: { readonly path: string; readonly close: () => void }) {
  const { say } = useWords();
  const whole = useQuery({
    queryKey: ["whole", path],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await fetch(api + path, { signal, credentials: "same-origin" });
      if (!answer.ok) throw await problemIn(answer);
      return textIn(await answer.text());
    },
  });
  return (
    <Modal opened onClose={close} size="xl" title={say("message.whole-title")} closeButtonProps={{ "aria-label": say("app.close") }}>
      {whole.error ? <Trouble error={whole.error} retry={() => void whole.refetch()} /> : whole.data === undefined ? <Waiting rows={4} /> : <pre className="whole wrap">{whole.data}</pre>}
    </Modal>
  );
}

/** It comes as plain text or as JSON that holds it. */
function textIn(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && "text" in value ? String(value.text) : body;
  } catch {
    return body;
  }
}
