// Whatever was thrown, as the problem that its caller reads (RFC 9457), in the caller's language. Every door answers through this one table.
import { TooLarge } from "../database/blobs.ts";
import { Trouble } from "../database/trouble.ts";
import { phrase, type Sentence, sentence } from "../words/phrase.ts";
import { type Fault, Problem, type ProblemCode, PROBLEMS } from "./problem.ts";

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly faults: readonly { readonly at: string; readonly message: string }[];
}

/** `lang` is the language that detail and faults are in: the wanted one where they are sentences, else English. */
export interface ProblemSaid {
  readonly body: ProblemBody;
  readonly lang: string;
}

/** What the reader of forms says, without a status, of a body that is no form. */
const NO_FORM = /^(Multipart: |Unexpected end of multipart|Part terminated early)/;

/** In English, as programs without a wish are answered. */
export const problemBody = (error: unknown): ProblemBody => problemSaid(error, "en").body;

/** The body in `wanted`; with `impossible` the caller is told nothing of the cause, which belongs into the log. */
export function problemSaid(error: unknown, wanted: string): ProblemSaid {
  if (error instanceof Problem) return inLanguage(wanted, error.code, error.said ?? error.detail, error.faults);
  const { code, detail } = meant(error);
  return inLanguage(wanted, code, detail ?? sentence(`refused.is.${code}`));
}

function meant(error: unknown): { readonly code: ProblemCode; readonly detail?: string } {
  if (error instanceof TooLarge) return { code: "too-large", detail: `At most ${error.limit} bytes.` };
  if (error instanceof Trouble) return { code: "unavailable" };
  const { statusCode, message } = error instanceof Error ? (error as Error & { statusCode?: number }) : { statusCode: 500, message: "" };
  if (statusCode === 404) return { code: "not-found" };
  if (statusCode === 413) return { code: "too-large" };
  if (statusCode === 429) return { code: "too-many" };
  if (NO_FORM.test(message)) return { code: "invalid-input", detail: "The form is broken off or is none: what was sent is no multipart/form-data." };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return { code: "invalid-input", detail: message };
  return { code: "impossible" };
}

/** A fault that has no words of its own in another language is said by the sentence of its problem. */
function inLanguage(wanted: string, code: ProblemCode, said: string | Sentence, faults: readonly Fault[] = []): ProblemSaid {
  const lang = typeof said === "string" ? "en" : wanted;
  const detail = typeof said === "string" ? said : said(lang);
  const messages = faults.map((fault) => ({ at: fault.at, message: lang === "en" ? fault.message : (fault.said?.(lang) ?? detail) }));
  return { body: { type: `urn:troth:problem:${code}`, title: phrase(lang, `refused.is.${code}`), status: PROBLEMS[code], detail, code, faults: messages }, lang };
}
