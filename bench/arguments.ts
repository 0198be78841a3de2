// What the bench was asked for on the command line.
import { parseArgs } from "node:util";

export const PARTS = ["decisions", "check", "compare", "deadlines", "reading", "transactions", "create", "mails", "pages", "search", "alike", "timers", "ledger", "import", "memory", "start"] as const;
export type Part = (typeof PARTS)[number];

export interface Arguments {
  readonly json: boolean;
  readonly quick: boolean;
  readonly wants: (part: Part) => boolean;
}

/** Null where help was asked for; it has been given then. Throws Error on what is no part of the bench. */
export function readArguments(args: readonly string[]): Arguments | null {
  const { values } = parseArgs({ args: [...args], options: { json: { type: "boolean" }, quick: { type: "boolean" }, only: { type: "string", multiple: true }, help: { type: "boolean" } } });
  if (values.help) {
    process.stdout.write(
      `npm run bench -- [--quick] [--json] [--only ${PARTS.join("|")}]…\n\n--quick  shorter rounds, 2,000 and 10,000 tickets instead of 10,000 and 100,000; under two minutes\n--json   the rows as data on standard output\n--only   these parts alone\n\nExample:\n  npm run bench -- --quick --only pages --only search\n`,
    );
    return null;
  }
  const only = (values.only ?? []).flatMap((each) => each.split(","));
  const unknown = only.filter((each) => !PARTS.some((part) => part === each));
  if (unknown.length) throw new Error(`the bench has no part ${unknown.join(", ")}; it has ${PARTS.join(", ")}`);
  return { json: values.json === true, quick: values.quick === true, wants: (part) => only.length === 0 || only.includes(part) };
}
