// Which mails have a frame that a desk may word, and which of them it is.
import type { MailToWrite } from "../mail-to-write.ts";
import type { FrameName } from "./frames.ts";

export type Framable = Extract<MailToWrite, { readonly mail: "confirmation" | "refusal" | "added" | "answer" | "notice" | "closed" }>;

const NAMES: ReadonlySet<string> = new Set(["confirmation", "refusal", "added", "answer", "notice", "closed"]);
export const isFramable = (what: MailToWrite): what is Framable => NAMES.has(what.mail);

/** A ticket closes in three ways, each with words of its own. */
export const frameOf = (what: Framable): FrameName => (what.mail === "closed" ? what.input.as : what.mail);
