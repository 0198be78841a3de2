// A hint that words may hurt, in four languages: found whatever their accents and case, and not where the same letters mean something else.
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { tellLanguage } from "../../src/words/tell-language.ts";
import { hurtfulIn } from "../../src/words/hurtful.ts";

describe("what is marked", () => {
  test.each([
    ["en", "Are you all MORONS? This is bullshit, fucking answer me.", ["MORONS", "bullshit", "fucking"]],
    ["fr", "Bande d’abrutis ! Vous êtes des cons, et votre produit est de la MERDE.", ["abrutis", "cons", "MERDE"]],
    ["it", "Siete dei coglioni, andate al diavolo. Che stronzata!", ["coglioni", "andate al diavolo", "stronzata"]],
    ["ro", "Sunteți niște tâmpiți și nesimțiți, du-te dracului!", ["tâmpiți", "nesimțiți", "du-te dracului"]],
    ["ro", "Sunteți niște idioți.", ["idioți"]],
    ["en", "Vaffanculo, assholes", ["Vaffanculo", "assholes"]], // somebody may swear in a language of their own
  ])("%s: %s", (language, text, words) => expect(hurtfulIn(text, language)).toEqual(words));
});

describe("what is not marked", () => {
  test.each([
    ["it", "Ho un problema con la stampa, con il fascicolo e con la fattura."], // "con" hurts in French alone
    ["en", "The morning assessment in Scunthorpe: classes, passwords, a cocktail, the condition."],
    ["fr", "Le bout du contrat est en cours de conversion, concernant la disposition des idiomes."],
    ["ro", "Prostata, bouchon, curvatura liniei și porcelanul."],
    ["en", "Prost! The bou of the tree."],
  ])("%s: %s", (language, text) => expect(hurtfulIn(text, language)).toEqual([]));

  test("a word with digits or letters around it is another word", () => expect(hurtfulIn("xcons2, immerde, con3", "fr")).toEqual([]));

  test("none of the requests that the desks begin with is marked", () => {
    const texts = readdirSync("policies").flatMap((desk) => {
      const demo = parse(readFileSync(`policies/${desk}/demo.yaml`, "utf8")) as { tickets?: { text?: string }[] };
      return (demo.tickets ?? []).map((t) => t.text ?? "");
    });
    expect(texts.length).toBeGreaterThan(30);
    const marked = texts.filter((text) => hurtfulIn(text, tellLanguage(text, ["en", "fr", "it", "ro"]) ?? "en").length > 0);
    expect(marked).toEqual([]);
  });
});
