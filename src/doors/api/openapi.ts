// Prints the OpenAPI 3.1 document from the list of routes.
import { z } from "zod";
import { type ProblemCode, PROBLEMS } from "../../desk/problem.ts";
import { schemasBelow } from "./api-types.ts";
import type { May, Route } from "./route.ts";
import { ROUTES } from "./routes.ts";
import { NAMED } from "./shapes/named.ts";
import "./shapes/all.ts";
import { phrase } from "../../words/phrase.ts";

type Json = Record<string, unknown>;
const PROBLEM = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };

/** The document, for all desks: the desk is a part of every path. */
export function openapi(): Json {
  const paths: Record<string, Json> = {};
  for (const route of ROUTES) (paths[`/api/{desk}${route.path}`] ??= {})[route.method.toLowerCase()] = operation(route);
  return {
    openapi: "3.1.0",
    info: { title: "Troth", version: "1", license: { name: "Apache-2.0", identifier: "Apache-2.0" }, description: ABOUT },
    security: [{ key: [] }, { staff: [] }, { person: [] }],
    paths,
    components: {
      schemas: schemasBelow("#/components/schemas/"),
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key of the desk's, `troth_…`, with scopes." },
        staff: { type: "apiKey", in: "cookie", name: "troth_staff_{desk}", description: "Staff, signed in by POST /session." },
        person: { type: "apiKey", in: "cookie", name: "troth_person_{desk}", description: "A customer, signed in by a link in a mail; a session makes at most 120 changes a minute." },
      },
    },
  };
}

const ABOUT = [
  "Ask, follow, answer and close tickets of a desk whose published policy decides.",
  "Times are ISO 8601 in UTC. What one may not see answers like what does not exist (404).",
  "Problems are RFC 9457 with a `code`; an input's faults come all at once, each with its place.",
  "`Accept-Language` (en, fr, it, ro; else English) chooses in what language a problem says what stands in the way; `Content-Language` tells it. What only a program's maker meets is English; `code` and `at` never change.",
  "`Idempotency-Key` on any POST: the same request again within a day gets the same answer and has no second effect.",
  '`If-Match: "<revision>"` on changes of a ticket: 409 changed-meanwhile where somebody was faster.',
  "Changes by cookie come from our own page (Origin), or carry `X-Troth: 1`; multipart always carries it.",
].join("\n");

function operation(route: Route): Json {
  const changes = route.method !== "GET";
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.title,
    description: whoMay(route.may),
    ...(route.may.anyone && { security: [] }),
    parameters: [
      { name: "desk", in: "path", required: true, schema: { type: "string" } },
      ...parameters(route.params, "path"),
      ...parameters(route.query, "query"),
      ...(route.method === "POST" && !route.may.anyone ? [header("Idempotency-Key", { type: "string", maxLength: 200 })] : []),
      ...(changes && route.problems.includes("changed-meanwhile") ? [header("If-Match", { type: "string", examples: ['"7"'] })] : []),
      ...(route.output === "live" ? [header("Last-Event-ID", { type: "string" })] : []),
    ],
    ...requestBody(route),
    responses: { ...answers(route), ...problems(route, changes) },
  };
}

const header = (name: string, schema: Json): Json => ({ name, in: "header", required: false, schema });

function whoMay(may: May): string {
  const who = [may.anyone && "anyone", may.person && "customers", may.staff && (may.staff === "agent" ? "staff" : `staff from ${may.staff} on`), may.key && `keys with ${may.key}`];
  return `For ${who.filter(Boolean).join(", ")}.`;
}

function parameters(shape: z.ZodType | undefined, place: "path" | "query"): Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: "input", unrepresentable: "any" }) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: place, required: place === "path" || required.includes(name), schema }));
}

const reference = (shape: z.ZodType): Json => {
  const id = NAMED.get(shape)?.id;
  if (id === undefined) throw new Error("a route's shape has no name");
  return { $ref: `#/components/schemas/${id}` };
};

function requestBody(route: Route): Json {
  if (route.takes === "files") {
    return {
      requestBody: {
        required: true,
        content: { "multipart/form-data": { schema: { type: "object", properties: { file: { type: "array", items: { type: "string", contentMediaType: "application/octet-stream" } } } } } },
      },
    };
  }
  if (route.takes === "mail") return { requestBody: { required: true, content: { "message/rfc822": { schema: { type: "string", contentMediaType: "message/rfc822" } } } } };
  return route.body ? { requestBody: { required: true, content: { "application/json": { schema: reference(route.body) } } } } : {};
}

function answers({ output, status = 200, mayBeEmpty }: Route): Json {
  const empty = { "204": { description: "There is nothing." } };
  if (output === "nothing") return empty;
  if (output === "download") return { "200": { description: "The bytes, to save.", content: { "application/octet-stream": {} } } };
  if (output === "live") return { "200": { description: "A stream of events.", content: { "text/event-stream": { schema: { $ref: "#/components/schemas/LiveEvent" } } } } };
  return { [status]: { description: "Done.", content: { "application/json": { schema: reference(output) } } }, ...(mayBeEmpty && empty) };
}

function problems(route: Route, changes: boolean): Json {
  const codes = new Set<ProblemCode>([
    ...route.problems,
    "not-found",
    ...(route.may.anyone ? [] : (["sign-in-needed", "not-allowed"] as const)),
    ...(changes ? (["wrong-origin"] as const) : []),
    ...(route.body || route.query ? (["invalid-input"] as const) : []),
  ]);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(PROBLEMS[code], [...(byStatus.get(PROBLEMS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, those]) => [status, { description: those.map((code) => `${code}: ${phrase("en", `refused.is.${code}`)}`).join(" "), content: PROBLEM }]),
  );
}
