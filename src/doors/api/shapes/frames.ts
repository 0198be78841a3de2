// The words of a desk's mails: what can be said in each, what is said, what is wrong with it, and how it looks.
import { z } from "zod";
import { FRAME_NAMES } from "../../../words/mails/frames/frames.ts";
import { At, Language } from "./basics.ts";
import { named } from "./named.ts";

export const FrameName = z.enum(FRAME_NAMES as [string, ...string[]] as ["confirmation", ...("refusal" | "added" | "answer" | "notice" | "solved" | "unresolved" | "closed")[]]);
const Frame = named(
  "MailFrame",
  z.strictObject({
    title: z.string().max(1_000).describe("an ICU message in one line; the subject where the customer wrote none"),
    body: z.string().max(50_000).describe("ICU messages, parted by empty lines"),
  }),
);
export const FrameWords = named("MailWords", z.record(Language, Frame));
const FrameFinding = named(
  "MailWordsFinding",
  z.object({ language: z.string(), at: z.enum(["title", "body", "language"]), line: z.number().int().describe("from 1; 0: the whole"), column: z.number().int(), message: z.string() }),
);
export const MailTemplate = named(
  "MailTemplate",
  z.object({
    mail: FrameName,
    version: z.number().int().describe("0: never worded by this desk"),
    own: z.boolean().describe("false: the program's own words"),
    madeAt: At.nullable(),
    madeBy: z.string().nullable(),
    placeholders: z.array(
      z.object({ name: z.string(), type: z.enum(["text", "part"]).describe("a part stands in a paragraph of its own"), needed: z.boolean().describe("what the policy promises: it must be there") }),
    ),
    words: FrameWords,
    findings: z.array(FrameFinding),
  }),
);
export const MailTemplateList = named("MailTemplateList", z.object({ items: z.array(MailTemplate) }));
export const MailTemplateVersions = named(
  "MailTemplateVersions",
  z.object({ items: z.array(z.object({ version: z.number().int(), own: z.boolean(), words: FrameWords, madeAt: At, madeBy: z.string() })) }),
);
export const MailTemplateInput = named("MailTemplateInput", z.strictObject({ words: FrameWords, expect: z.number().int().min(0).optional().describe("the version that was seen") }));
export const MailPreviewInput = named("MailWordsTry", z.strictObject({ words: FrameWords, language: Language }));
export const MailPreview = named(
  "MailWordsPreview",
  z.object({ real: z.boolean().describe("of the last such mail; else made up from the policy"), subject: z.string(), text: z.string(), html: z.string(), findings: z.array(FrameFinding) }),
);
