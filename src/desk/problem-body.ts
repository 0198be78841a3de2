// Whatever was thrown, as the problem that its caller reads (RFC 9457). Every door answers through this one table.
import { TooLarge } from "../database/blobs.ts";
import { Trouble } from "../database/trouble.ts";
import { type Fault, Problem, type ProblemCode, PROBLEMS } from "./problem.ts";

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly faults: readonly Fault[];
}

const body = (code: ProblemCode, detail?: string, faults: readonly Fault[] = []): ProblemBody => {
  const { status, title } = PROBLEMS[code];
  return { type: `urn:troth:problem:${code}`, title, status, detail: detail ?? title, code, faults };
};

/** What the reader of forms says, without a status, of a body that is no form. */
const NO_FORM = /^(Multipart: |Unexpected end of multipart|Part terminated early)/;

/** The body; with `impossible` the caller is told nothing of the cause, which belongs into the log. */
export function problemBody(error: unknown): ProblemBody {
  if (error instanceof Problem) return body(error.code, error.detail, error.faults);
  if (error instanceof TooLarge) return body("too-large", `At most ${error.limit} bytes.`);
  if (error instanceof Trouble) return body("unavailable");
  const { statusCode, message } = error instanceof Error ? (error as Error & { statusCode?: number }) : { statusCode: 500, message: "" };
  if (statusCode === 404) return body("not-found");
  if (statusCode === 413) return body("too-large");
  if (statusCode === 429) return body("too-many");
  if (NO_FORM.test(message)) return body("invalid-input", "The form is broken off or is none: what was sent is no multipart/form-data.");
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return body("invalid-input", message);
  return body("impossible");
}
