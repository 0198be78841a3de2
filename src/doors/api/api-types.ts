// The named shapes as JSON Schema, and as TypeScript for those who use the API from a browser.
import { z } from "zod";
import { NAMED } from "./shapes/named.ts";

type Schema = Record<string, unknown>;

/** Every named shape as JSON Schema 2020-12; they refer to each other below `base`. */
export function schemasBelow(base: string): Record<string, Schema> {
  const { schemas } = z.toJSONSchema(NAMED, { io: "input", unrepresentable: "any", uri: (id) => `${base}${id}` });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, schema]) => {
        const { $schema: _version, $id: _id, ...rest } = schema as Schema;
        return [id, rest];
      }),
  );
}
