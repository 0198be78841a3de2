// An error that says what to do: what the server says of this one case, where it says it in the reader's language; else its kind, and what came under it.
import { Button } from "@mantine/core";
import { ApiProblem } from "../../shared/api-problem.ts";
import { useWords, type Say } from "../words/words.tsx";
import { Icon } from "./icon.tsx";

/** Kinds of problem with words of their own here (docs/openapi.json, `code`). */
const KINDS = [
  "not-found",
  "not-yours",
  "invalid-input",
  "already-taken",
  "changed-meanwhile",
  "case-closed",
  "not-heard",
  "not-closable",
  "not-joinable",
  "not-splittable",
  "not-hangable",
  "too-large",
  "too-many",
  "still-running",
  "policy-refused",
] as const;

/** What is wrong and how to mend it; `detail` is what the server says beyond the kind, every fault of the input in it. */
function troubleOf(error: unknown, say: Say): { readonly words: string; readonly detail: string | null } {
  if (!(error instanceof ApiProblem)) return { words: say("trouble.server"), detail: null };
  if (error.code === "offline") return { words: say("trouble.offline"), detail: null };
  if (error.code === "sign-in-needed") return { words: say("trouble.signed-out"), detail: null };
  const more = error.faults.length > 0 ? [...new Set(error.faults.map((fault) => fault.message))].join(" ") : error.detail === error.message ? null : error.detail;
  if (error.code === "not-allowed") return { words: say(more === null ? "trouble.not-allowed" : "trouble.refused"), detail: more };
  const kind = KINDS.find((each) => each === error.code);
  if (kind) return { words: say(`trouble.kind.${kind}`), detail: more };
  return error.status >= 500 || error.status === 0 ? { words: say("trouble.server"), detail: null } : { words: say("trouble.refused"), detail: error.detail };
}

/** The same as one text. */
export function troubleText(error: unknown, say: Say): string {
  const { words, detail } = troubleOf(error, say);
  if (detail === null) return words;
  return error instanceof ApiProblem && error.lang !== "en" ? detail : say("trouble.with-detail", { words, detail });
}

export function Trouble({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { say, lang } = useWords();
  const { words, detail } = troubleOf(error, say);
  const spoken = detail !== null && error instanceof ApiProblem && error.lang === lang;
  return (
    <div className="trouble" role="alert">
      <Icon name="warn" />
      <div className="stack-tight">
        <strong>{say("trouble.title")}</strong>
        <span>{spoken ? detail : words}</span>
        {spoken || detail === null ? null : (
          <span className="small wrap" lang="en">
            {detail}
          </span>
        )}
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
