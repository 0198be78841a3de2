// The frame of a mail as the program itself words it: what a desk begins with, and comes back to.
import type { Lang } from "../../../policy/model.ts";
import { phrasesOf } from "../../languages.ts";
import type { Frame, FrameName } from "./frames.ts";

/** The same mail as without any frame, for every reader. */
export function defaultFrame(name: FrameName, lang: Lang): Frame {
  const said = phrasesOf(lang);
  const paragraphs = (title: string, ...body: readonly string[]): Frame => ({ title, body: body.join("\n\n") });
  switch (name) {
    case "confirmation":
      return paragraphs(said["mail.confirmation.title"], "{greeting}", said["mail.confirmation.intro"], "{expert}", "{promises}", "{terms}", "{next}");
    case "refusal":
      return paragraphs(said["mail.refusal.title"], "{greeting}", said["mail.refusal.intro"], "{reason}", "{terms}", "{contest}");
    case "added":
      return paragraphs(said["mail.added.title"], "{greeting}", said["mail.added.intro"], "{terms}", "{next}");
    case "answer":
      return paragraphs(said["mail.answer.title"], "{message}", said["mail.answer.signature"], "{paused}", "{files}");
    case "notice":
      return paragraphs("{title}", "{greeting}", "{words}", "{promises}", "{terms}");
    case "solved":
    case "unresolved":
    case "closed":
      return paragraphs(said[`mail.closed.${name}.title`], "{greeting}", said[`mail.closed.${name}.intro`], "{words}", "{terms}", "{reopen}");
  }
}
