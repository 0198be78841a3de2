// TypeScript types of the API's shapes, as text. Made when the repository is built, never by a running server.
import { compile } from "json-schema-to-typescript";
import { schemasBelow } from "./api-types.ts";
import "./shapes/all.ts";

/** The file web/shared/api.gen.ts. */
export async function apiTypes(): Promise<string> {
  const schemas = bare(schemasBelow("#/$defs/")) as Record<string, object>;
  const text = await compile(
    {
      $defs: schemas,
      type: "object",
      properties: Object.fromEntries(Object.keys(schemas).map((id) => [id, { $ref: `#/$defs/${id}` }])),
      required: Object.keys(schemas),
      additionalProperties: false,
    } as never,
    "Shapes",
    { bannerComment: "// Types of the API, made from its shapes by `npm run generate:api`. Do not edit.", additionalProperties: false, format: false, unknownAny: true },
  );
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** A description beside a `$ref` would make a second type of the same shape. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== "object" || schema === null) return schema;
  return "$ref" in schema ? { $ref: schema.$ref } : Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, bare(part)]));
}
