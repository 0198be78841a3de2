// Searching finds words in four languages, with or without their accents.
import { expect, test } from "vitest";
import { freshDatabase } from "./fresh-database.ts";

const { database } = await freshDatabase();

test.for([
  ["en", "The invoices were never printed", "invoice"],
  ["fr", "La forêt enchantée ne s’imprime pas", "forets"],
  ["it", "Perché la città non si vede più nelle fatture?", "citta fattura"],
  ["ro", "Facturile și învățătura nu apar", "invatatura factura"],
  ["de", "Unknown languages are read as English invoices", "invoice"],
] as const)("in %s, %s is found by %s", async ([lang, text, sought]) => {
  const found = await database.asDesk("one", (tx) =>
    tx.query<{ found: boolean }>("select to_tsvector(troth_words($1), $2) @@ websearch_to_tsquery(troth_words($1), $3) as found", [lang, text, sought]),
  );
  expect(found).toEqual([{ found: true }]);
});

test("a name is alike with and without its accents", async () => {
  expect(await database.asDesk("one", (tx) => tx.query("select troth_unaccent('Ștefănescu Éloïse') as plain"))).toEqual([{ plain: "Stefanescu Eloise" }]);
});
