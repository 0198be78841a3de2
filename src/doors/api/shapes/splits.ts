// Splitting a ticket: which passages become which ticket, and what its customer reads.
import { z } from "zod";
import { Facts, Id, Line } from "./basics.ts";
import { MailPreview } from "./joins.ts";
import { named } from "./named.ts";

const Piece = z.strictObject({
  message: Id,
  text: z.string().min(1).max(100_000).optional().describe("a passage of it, word for word; left out: all of it, with all its files"),
  files: z.array(Id).max(50).optional().describe("ids of its files that go along"),
});
export const SplitInput = named(
  "SplitInput",
  z.strictObject({
    stays: z
      .strictObject({ subject: Line.optional(), facts: Facts.optional() })
      .default({})
      .describe("the problem that stays under the ticket's number: its subject from now on, and what is found of it"),
    parts: z
      .array(z.strictObject({ subject: Line, topic: z.string().max(100).optional(), facts: Facts.optional(), pieces: z.array(Piece).min(1).max(50) }))
      .min(1)
      .max(9)
      .describe("each becomes a ticket of its own"),
  }),
);
export const SplitPreview = named(
  "SplitPreview",
  z.object({ number: z.string(), parts: z.array(z.string()).describe("their numbers; in a preview, where none is taken yet, with a question mark"), mails: z.array(MailPreview) }),
);
