// The language of a mail is told from its words, or not at all.
import { expect, test } from "vitest";
import { tellLanguage } from "../../src/words/tell-language.ts";

const four = ["en", "fr", "it", "ro"];

test.each([
  ["en", "I cannot log in to the app this morning."],
  ["en", "The export fails with an error"],
  ["fr", "Je ne peux pas me connecter depuis ce matin."],
  ["fr", "l'imprimante ne marche plus"],
  ["it", "Non riesco ad accedere al programma da stamattina."],
  ["it", "Vorrei disdire l'abbonamento"],
  ["ro", "Nu mă pot conecta la aplicație de azi dimineață."],
  ["ro", "Baza de date este corupta dupa actualizare"],
])("%s: %s", (lang, text) => {
  expect(tellLanguage(text, four)).toBe(lang);
});

test("too few words, or a language that the desk does not speak, say nothing", () => {
  expect(tellLanguage("Hello", four)).toBeNull();
  expect(tellLanguage("", four)).toBeNull();
  expect(tellLanguage("OC-1042 https://help.example/a/very/long/address error 500", ["fr"])).toBeNull();
  expect(tellLanguage("Ich kann mich seit heute nicht mehr anmelden", four)).toBeNull();
  expect(tellLanguage("Je ne peux pas me connecter depuis ce matin.", ["en", "it"])).toBeNull();
});

test("what others wrote, quoted below, does not decide", () => {
  const text = "Non funziona ancora, il programma si chiude da solo.\n\n> We have received your request and will look at it\n> as soon as we can. Please quote the number in your answer.\n";
  expect(tellLanguage(text, four)).toBe("it");
});
