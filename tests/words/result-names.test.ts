// What a policy's tables answered, as staff read it beside a decision: in their language, in the policy's words where it has some.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { factLabel, factText } from "../../src/desk/views/fact-text.ts";
import { compile, type Policy } from "../../src/policy/index.ts";

const policyOf = (desk: string): Policy => {
  const { policy } = compile(readFileSync(`policies/${desk}/policy.yaml`, "utf8"));
  if (!policy) throw new Error(`${desk} does not compile`);
  return policy;
};
const [dms, support, taxdome] = [policyOf("dms"), policyOf("technical-support"), policyOf("taxdome")];
const said = (policy: Policy, fact: string, value: string): string[] => ["en", "fr", "it", "ro"].map((lang) => `${factLabel(policy, fact, lang)} = ${factText(policy, fact, value, lang)}`);

test("a price by quote is said in four languages", () => {
  expect(said(dms, "charges.quote", "by-quote")).toEqual(["Price = by quote", "Prix = sur devis", "Prezzo = su preventivo", "Preț = pe bază de ofertă"]);
});

test("what the policy has words for is named by them, in its first language where it has no other", () => {
  expect(said(support, "escalations.specialists", "specialists")).toEqual([
    "Passed on to: our specialists = Yes",
    "Transmis à\u00a0: nos spécialistes = Oui",
    "Passata a: our specialists = Sì",
    "Trecută la: our specialists = Da",
  ]);
  expect(factLabel(dms, "conditions.intervention-terms", "it")).toBe("Da accettare: Precisazioni sugli interventi");
  expect(factLabel(support, "now-in.business-hours", "fr")).toBe("En ce moment\u00a0: nos heures d’ouverture");
  expect(factLabel(taxdome, "ruling.third-session-fee", "ro")).toMatch(/^Hotărât de o persoană: § \d+\.\d+$/);
});

test("a promise and its state, a channel, and the answer of the run before read as elsewhere", () => {
  expect(said(support, "promise.first-answer", "broken")).toEqual([
    "State of the promise: First answer = Broken",
    "État de la promesse\u00a0: Première réponse = Non tenue",
    "Stato della promessa: Prima risposta = Non mantenuta",
    "Starea promisiunii: Primul răspuns = Nerespectată",
  ]);
  expect(factLabel(taxdome, "channels.chat", "fr")).toBe("Canal\u00a0: Discussion en direct");
  expect(said(dms, "was.closure", "keep-open").slice(0, 2)).toEqual(["Closing, before this = stays open", "Clôture, avant cela = reste ouvert"]);
});

test.each(["dms", "orthocab", "taxdome", "technical-support", "teladentistry"])("%s: no result of a table is read in English by who reads another language", (desk) => {
  const policy = policyOf(desk);
  const results = Object.values(policy.facts).filter((f) => f.builtIn && !f.label && f.source === "policy");
  expect(results.length).toBeGreaterThan(3);
  for (const { name, values } of results)
    for (const lang of ["fr", "it", "ro"]) {
      expect(factLabel(policy, name, lang).split(":")[0], `${name} ${lang}`).not.toBe(factLabel(policy, name, "en").split(":")[0]);
      for (const value of values)
        expect([name, value, lang, /^[A-Z]/.test(factText(policy, name, value, lang)) && !["Oui", "Sì", "Da"].includes(factText(policy, name, value, lang))]).toEqual([name, value, lang, false]);
    }
});
