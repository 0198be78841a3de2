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

describe("what programs leave without a line break, a date or a mark", () => {
  test.each([
    ["below a telephone's line who wrote needs no date", "Da, se poate.\nTrimis de pe iPhone-ul meu\n\nana@desk.example a scris:\n\nPutem amâna?\nCu bine", "Da, se poate."],
    ["nor an address", "Yes, both of them.\n\n\nSent from Samsung Mobile\n\n\n\nAna Pop \u00a0wrote:\n\n\nWhich ones?", "Yes, both of them."],
    ["without such a line it is a sentence", "I looked it up.\n\nMy insurer wrote:\n\nWe pay for all of it.", "I looked it up.\n\nMy insurer wrote:\n\nWe pay for all of it."],
    ["the quote begins right behind the colon", 'It prints now.\n\nOn 03/02/2026 at 9:19 AM, "Ana Pop" wrote:Print  notice#top a\n{ margin:0 }\nHello Lea', "It prints now."],
    ["and with its mark", "It prints now.\n\nOn Mon, Mar 2, 2026 9:19 AM, ana@desk.example wrote:> Does it\nprint?", "It prints now."],
    ["own words behind a colon stay", "On 2 March at 9:19 he said:nothing works.\nThat is all.", "On 2 March at 9:19 he said:nothing works.\nThat is all."],
    [
      "the first field stands behind the rule",
      "Welche Datei?\n-------- Ursprüngliche Nachricht --------Von: Ana Pop  Datum: 02.03.26  18:46  (GMT+01:00) An: Betreff: Ihr Drucker\n\nBitte schicken Sie die Datei.",
      "Welche Datei?",
    ],
    ["and where the rule is ragged", "Merci.\n\n-Reply message ----- From: Ana Pop <ana@desk.example>\nTo: Léa\nSubject: Devis\n\nIl imprime ?", "Merci."],
    ["a telephone's line above the words", "Gesendet mit iPhone\n\nGuten Tag,\n\ner druckt wieder.\n\nGruß, Lea", "Guten Tag,\n\ner druckt wieder.\n\nGruß, Lea"],
    ["and nothing but it", "Sent from my iPhone", "Sent from my iPhone"],
    ["digits of Arabic", "شكرا جزيلا، يعمل الآن\n\nأُرسلت من الـ iPhone\nفي ٠٢/٠٣/٢٠٢٦ الساعة ٣:٣٦ م، كتب Ana Pop <ana@desk.example>:\n\nهل يعمل؟", "شكرا جزيلا، يعمل الآن"],
  ])("%s", (_what, text, wanted) => {
    expect(visibleReply(text)).toBe(wanted);
  });
});
