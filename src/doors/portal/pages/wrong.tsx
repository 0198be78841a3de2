// A page that says what did not work and what to do.
import type { ReactNode } from "react";
import type { ProblemCode } from "../../../desk/problem.ts";
import { phrase } from "../../../words/phrase.ts";

export function Wrong({ lang, code }: { readonly lang: string; readonly code: ProblemCode }): ReactNode {
  if (code === "not-found") return <><h1>{phrase(lang, "error.not-found")}</h1><p>{phrase(lang, "error.not-found-hint")}</p></>;
  const words = code === "too-large" ? phrase(lang, "error.file-refused", { name: "–" }) : code === "wrong-origin" ? phrase(lang, "error.expired-form") : phrase(lang, "error.server");
  return <><h1>{phrase(lang, "error.title")}</h1><p>{words}</p></>;
}
