// A page that says what did not work and what to do.
import type { ReactNode } from "react";
import type { ProblemCode } from "../../../desk/problem.ts";
import { phrase } from "../../../words/phrase.ts";

/** `base`: where the desk's first page is; null where no desk is known. */
export function Wrong({ lang, code, base }: { readonly lang: string; readonly code: ProblemCode; readonly base: string | null }): ReactNode {
  const missing = code === "not-found";
  return (
    <>
      <h1>{phrase(lang, missing ? "error.not-found" : "error.title")}</h1>
      <p className="lead">{hint(lang, code)}</p>
      {base ? (
        <p>
          <a className="button" href={base}>
            {phrase(lang, "portal.home")}
          </a>
        </p>
      ) : null}
    </>
  );
}

function hint(lang: string, code: ProblemCode): string {
  if (code === "not-found" || code === "invalid-input") return phrase(lang, "error.not-found-hint");
  if (code === "too-many") return phrase(lang, "error.too-many", { duration: phrase(lang, "duration.minutes", { n: 1 }) });
  if (code === "too-large") return phrase(lang, "error.too-long", { n: 100_000 });
  return phrase(lang, code === "wrong-origin" ? "error.other-site" : "error.server");
}
