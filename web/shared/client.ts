// The one way from a screen to the server: JSON both ways, problems as errors, and the headers that make a change safe.
import { ApiProblem, problemIn } from "./api-problem.ts";
import { api } from "./desk-path.ts";
import type { Upload, Uploads } from "./shapes.ts";

export interface Call {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
  /** The revision that the change rests on; the server answers 409 `changed-meanwhile` if it is no longer so. */
  readonly revision?: number;
  /** The same key again gives the same answer again: a retry never sends twice. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Goes out even though the page is being closed. */
  readonly last?: true;
}

/** In what a request is answered: JSON, and what is said to people in the language that the page is in. */
const wishes = (): Record<string, string> => ({ Accept: "application/json", "Accept-Language": document.documentElement.lang || "en", "X-Troth": "1" });

/** Asks the desk's API. Throws ApiProblem. `path` begins with a slash; an empty answer (204) comes back as null. */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const headers = wishes();
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  if (options.revision !== undefined) headers["If-Match"] = `"${options.revision}"`;
  if (options.key !== undefined) headers["Idempotency-Key"] = options.key;
  const init: RequestInit = { method: options.method ?? "GET", headers, credentials: "same-origin" };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;
  if (options.last) init.keepalive = true;
  const answer = await reach(path, init);
  if (!answer.ok) throw await problemIn(answer);
  if (answer.status === 204) return null as T;
  return (await answer.json()) as T;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(api + path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem("offline", 0, "The server was not reached.");
  }
}

/** Sends one file to a place of its own. Throws ApiProblem. */
export async function sendFile<T>(path: string, file: File): Promise<T> {
  const body = new FormData();
  body.append("file", file);
  const answer = await reach(path, { method: "POST", headers: wishes(), credentials: "same-origin", body });
  if (!answer.ok) throw await problemIn(answer);
  return (await answer.json()) as T;
}

/** Sends one file, telling how much of it has gone (0 to 1). Throws ApiProblem. */
export function upload(file: File, progress: (done: number) => void): Promise<Upload> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how far a body has gone; the older request can.
    const request = new XMLHttpRequest();
    request.open("POST", `${api}/files`);
    for (const [name, value] of Object.entries(wishes())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new ApiProblem("offline", 0, "The server was not reached."));
    request.onload = async () => {
      const answer = new Response(request.responseText, {
        status: request.status,
        statusText: request.statusText,
        headers: { "content-language": request.getResponseHeader("content-language") ?? "en" },
      });
      if (!answer.ok) return reject(await problemIn(answer));
      const [taken] = ((await answer.json()) as Uploads).items;
      if (!taken) return reject(new ApiProblem("unreadable", answer.status, "The file was not taken."));
      resolve(taken);
    };
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}

/** `?a=1&b=2` of what is given; what is undefined or empty is left out. */
export function query(values: Readonly<Record<string, string | number | undefined | null>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  const said = search.toString();
  return said ? `?${said}` : "";
}
