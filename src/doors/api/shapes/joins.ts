// Joining two tickets: which, and what their authors read.
import { z } from "zod";
import { Language } from "./basics.ts";
import { named } from "./named.ts";

export const JoinInput = named("JoinInput", z.strictObject({ with: z.string().min(1).max(40).describe("the number of the other ticket; whichever was first stands") }));
/** A mail as it will be sent. */
export const MailPreview = named("MailPreview", z.object({ to: z.object({ name: z.string(), address: z.string() }), language: Language, subject: z.string(), text: z.string() }));
export const JoinPreview = named(
  "JoinPreview",
  z.object({
    stands: z.string().describe("the number of the ticket that stands"),
    joined: z.string().describe("the number of the one that becomes, or was, a part of it"),
    mails: z.array(MailPreview),
  }),
);
