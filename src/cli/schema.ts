// The JSON Schema of the policy language, made from the shape that the compiler reads: completion and hints in any editor.
import { z } from "zod";
import { POLICY_SHAPE } from "../policy/index.ts";

/** JSON Schema 2020-12, as text with a line break at its end. */
export function policySchema(): string {
  const schema = z.toJSONSchema(POLICY_SHAPE, { io: "input", unrepresentable: "any", reused: "ref" });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, title: "A support policy for Troth", ...rest }, null, 2)}\n`;
}
