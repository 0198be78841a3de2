// What the server says when it cannot do what was asked (RFC 9457), as an error that a screen can explain.

export interface Fault {
  readonly at: string;
  readonly message: string;
}

/** `code` is the server's own, or `offline` when it was not reached and `unreadable` when its answer makes no sense. */
export class ApiProblem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    title: string,
    readonly detail: string = title,
    readonly faults: readonly Fault[] = [],
    /** The language that detail and faults are in. */
    readonly lang: string = "en",
  ) {
    super(title);
    this.name = "ApiProblem";
  }
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** The problem in an answer that is not a success; a body that is no problem document is named by its status. */
export async function problemIn(answer: Response): Promise<ApiProblem> {
  const body: unknown = await answer.json().catch(() => null);
  const told = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const faults = Array.isArray(told["faults"]) ? told["faults"].filter(isFault) : [];
  const title = text(told["title"]) ?? `${answer.status} ${answer.statusText}`;
  return new ApiProblem(text(told["code"]) ?? "unreadable", answer.status, title, text(told["detail"]) ?? title, faults, answer.headers.get("content-language") ?? "en");
}

function isFault(value: unknown): value is Fault {
  return typeof value === "object" && value !== null && "at" in value && "message" in value;
}
