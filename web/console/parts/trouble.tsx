// An error that says what to do: the server's own words where it has them, ours where it was not reached.
import { Button } from "@mantine/core";
import { ApiProblem } from "../../shared/api-problem.ts";
import { useWords, type Say } from "../words/words.tsx";
import { Icon } from "./icon.tsx";

/** One sentence that says what is wrong and how to mend it, with every fault of the input. */
export function troubleText(error: unknown, say: Say): string {
  if (!(error instanceof ApiProblem)) return say("trouble.server");
  if (error.code === "offline") return say("trouble.offline");
  if (error.code === "not-allowed") return say("trouble.not-allowed");
  if (error.code === "sign-in-needed") return say("trouble.signed-out");
  if (error.faults.length > 0) return error.faults.map((fault) => fault.message).join(" ");
  if (error.status >= 500 || error.status === 0) return say("trouble.server");
  return error.detail;
}

export function Trouble({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { say } = useWords();
  return (
    <div className="trouble" role="alert">
      <Icon name="warn" />
      <div className="stack-tight">
        <strong>{say("trouble.title")}</strong>
        <span>{troubleText(error, say)}</span>
        {retry ? (
          <div>
            <Button variant="default" size="xs" onClick={retry}>
              {say("app.retry")}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
