// What was sent, as the route wants it; every fault at once.
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { type Fault, Problem } from "../../desk/problem.ts";
import type { Route } from "./route.ts";

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly expect: number | undefined;
}

/** Throws invalid-input with the faults of path, query, headers and body together. */
export function readInput(route: Route, request: FastifyRequest): Input {
  const faults: Fault[] = [];
  const read = (shape: z.ZodType | undefined, value: unknown): unknown => {
    if (!shape) return undefined;
    const result = shape.safeParse(value);
    if (!result.success) faults.push(...faultsOf(result.error));
    return result.data;
  };
  const params = read(route.params, request.params);
  const query = read(route.query, request.query ?? {});
  const body = read(route.body, request.body);
  const expect = revisionOf(request.headers["if-match"], faults);
  if (faults.length) throw new Problem("invalid-input", faults.length === 1 ? "The input has a fault." : `The input has ${faults.length} faults.`, faults);
  return { params, query, body, expect };
}

/** Zod's issues as faults; of a choice between shapes, the faults of the one that comes nearest. */
export function faultsOf(error: { readonly issues: readonly z.core.$ZodIssue[] }, before: readonly PropertyKey[] = []): Fault[] {
  return error.issues.flatMap((issue): Fault[] => {
    const path = [...before, ...issue.path];
    if (issue.code === "invalid_union" && issue.errors.length) {
      const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
      if (nearest.length) return faultsOf({ issues: nearest }, path);
    }
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ at: [...path, key].join("."), message: "there is no such field" }));
    return [{ at: path.join("."), message: issue.message }];
  });
}

/** `If-Match: "7"`, weak or bare too. */
function revisionOf(header: string | undefined, faults: Fault[]): number | undefined {
  if (header === undefined || header.trim() === "*") return undefined;
  const revision = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (revision === undefined) faults.push({ at: "If-Match", message: 'a revision in quotes, as in "7"' });
  return revision === undefined ? undefined : Number(revision);
}
