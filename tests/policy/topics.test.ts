// What a request is about, told from its words by the hints that a policy lists: on the shipped policies, as their customers would write.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { clearTopic, compile, type Policy, suggestTopics } from "../../src/policy/index.ts";

const dental = compile(readFileSync("policies/teladentistry/policy.yaml", "utf8")).policy as Policy;

test("the topic that the words name more often comes first, each with the words found", () => {
  expect(suggestTopics(dental, "The pharmacy never got the prescription, and the video froze")).toEqual([
    { topic: "e-prescription", found: expect.arrayContaining(["prescription", "pharmacy"]) },
    { topic: "video", found: ["video"] },
  ]);
});

test("a word that two languages spell alike but for an accent is found once", () => {
  expect(suggestTopics(dental, "no video")).toEqual([{ topic: "video", found: ["video"] }]);
});

test.each([
  ["twice as often as the next", "Help", "The pharmacy has no prescription of ours since the video call", "e-prescription"],
  ["as often as another, but alone in the subject", "Cannot reach a dentist", "I cannot reach a dentist for my patient's video consultation.", "consultation"],
  ["in another language, accents aside", "Connexion", "Je ne peux pas me connecter depuis ce matin", "login"],
])("named %s, it is beyond doubt", (_how, subject, text, topic) => {
  expect(clearTopic(dental, { subject, text })).toBe(topic);
});

test.each([
  ["as often as another and both in the subject", "Video and pharmacy", "Neither works."],
  ["as often as another and neither in the subject", "A question", "The video stops, and the pharmacy calls."],
  ["by nothing", "Hello", "It does not work."],
])("named %s, it stays open for a person", (_how, subject, text) => {
  expect(clearTopic(dental, { subject, text })).toBeNull();
});
