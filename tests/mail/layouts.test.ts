// Mails of the common programs, laid out as they lay them out: what is the sender's own is shown, and nothing of it goes.
import { describe, expect, test } from "vitest";
import { bodyOf } from "../../src/doors/mail/reading/body-of.ts";
import { FORWARD_SUBJECT, REPLY_SUBJECT } from "../../src/doors/mail/reading/quote-words.ts";
import { stripTags } from "../../src/doors/mail/reading/strip-tags.ts";
import { HTML } from "./layouts/html.ts";
import { PLAIN } from "./layouts/plain.ts";

const about = (subject = "Re: Licence"): { forwards: boolean; first: boolean } => {
  const forwards = FORWARD_SUBJECT.test(subject);
  return { forwards, first: !forwards && !REPLY_SUBJECT.test(subject) };
};
/** Line by line; how many blank ones stand between them is no matter here. */
const lines = (text: string): string => text.replace(/\s*\n\s*/g, "\n").trim();

const plain = PLAIN.split(/^=== /m)
  .slice(1)
  .map((block) => {
    const [head = "", ...marked] = block.replace(/\n+$/, "").split("\n");
    const [name = "", subject] = head.split(" | ");
    const mail = marked.map((line) => line.replace(/^\+ ?| /, "")).join("\n");
    const own = marked.filter((line) => line.startsWith("+")).map((line) => line.slice(1));
    return { name, subject, mail: mail.replaceAll("\n& ", " "), wanted: own.join("\n") };
  });

describe("plain text", () => {
  test.each(plain.map((each) => [each.name, each] as const))("%s", (_name, { mail, subject, wanted }) => {
    expect(lines(bodyOf({ text: mail }, about(subject)).text)).toBe(lines(wanted));
  });
});

describe("HTML", () => {
  test.each(HTML.map((each) => [each.name, each] as const))("%s", (_name, { html, subject, wanted }) => {
    const body = bodyOf({ html }, about(subject));
    expect(lines(body.text)).toBe(lines(wanted));
    const shown = stripTags(body.html ?? "");
    for (const word of wanted.match(/\p{L}{4,}/gu) ?? []) expect(shown).toContain(word);
    if (!wanted.includes("Which version is it?")) expect(shown).not.toContain("Which version is it?");
  });
});
