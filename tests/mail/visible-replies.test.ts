// What is new in a mail, in every layout of the common programs and in fifteen languages.
import { describe, expect, test } from "vitest";
import { bodyOf } from "../../src/doors/mail/reading/body-of.ts";
import { visibleReply } from "../../src/doors/mail/reading/visible-reply.ts";
import { htmlLayouts, plainLayouts } from "./client-layouts.ts";
import { SPEECH } from "./client-words.ts";

const flat = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");

describe.each(Object.entries(SPEECH))("in %s", (_language, speech) => {
  test.each(plainLayouts(speech).map((laid) => [laid.name, laid] as const))("plain: %s", (_name, { text, wanted }) => {
    expect(visibleReply(text)).toBe(wanted);
  });
  test.each(htmlLayouts(speech).map((laid) => [laid.name, laid] as const))("HTML: %s", (_name, { text, wanted }) => {
    const body = bodyOf({ html: text });
    expect(flat(body.text)).toBe(flat(wanted));
    expect(body.whole).toContain("Which release");
    for (const words of wanted.split("\n").filter((line) => speech.words.includes(line))) expect(body.html).toContain(words);
    if (!wanted.includes("Which release")) expect(body.html).not.toContain("Which release");
  });
});
