// Shapes with a name: each becomes a schema of the OpenAPI document and a type of web/shared/api.gen.ts.
import { z } from "zod";

export const NAMED = z.registry<{ id: string }>();

/** The shape, entered under a name of its own. */
export function named<S extends z.ZodType>(id: string, shape: S): S {
  NAMED.add(shape, { id });
  return shape;
}
