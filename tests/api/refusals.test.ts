// What cannot be done is said in the language that is asked for: to staff by their console, to programs by Accept-Language. The code stays what it is.
import { expect, test } from "vitest";
import { apiDesk } from "./api-desk.ts";

const { call, lea, luc, lead, agent } = await apiDesk();
interface Told {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly faults: readonly { readonly at: string; readonly message: string }[];
}
const opened = async (who: typeof lea, subject: string): Promise<string> => (await call<{ number: string }>(who, "POST", "/tickets", { subject, text: `${subject}.` })).body.number;
const one = await opened(lea, "Mur");
const other = await opened(luc, "Porte");
const told = async (method: string, path: string, body: unknown, wanted?: string) => {
  const { body: said, headers, status } = await call<Told>(lead, method, path, body, wanted === undefined ? {} : { "accept-language": wanted });
  return { ...said, status, lang: headers.get("content-language") };
};

test("why two tickets are not joined is said in each language, with the tickets' numbers and the same code", async () => {
  const words = { en: "different customers", fr: "clients différents", it: "clienti diversi", ro: "clienți diferiți" };
  for (const [lang, words_] of Object.entries(words)) {
    const said = await told("PUT", `/tickets/${one}/join`, { with: other }, lang);
    expect([said.status, said.code, said.lang]).toEqual([409, "not-joinable", lang]);
    expect(said.detail).toContain(words_);
    expect(said.detail).toContain(one);
    expect(said.detail).toContain(other);
  }
  expect((await told("PUT", `/tickets/${one}/join`, { with: other }, "fr")).title).toBe("Ces demandes ne peuvent pas être réunies.");
});

test("a browser's own list of languages is read by its order; who wishes for nothing, or for a language that is not spoken, reads English", async () => {
  const join = (wanted?: string) => told("PUT", `/tickets/${one}/join`, { with: other }, wanted);
  expect((await join("de-CH, it;q=0.8, en;q=0.3")).lang).toBe("it");
  expect((await join("ro-RO,ro;q=0.9")).lang).toBe("ro");
  for (const wanted of [undefined, "de", "*", ";;q=", "x".repeat(900)]) expect(await join(wanted)).toMatchObject({ lang: "en", title: "These tickets cannot be joined." });
});

test("a kind that says nothing more says its own name in the language, and so does each fault", async () => {
  expect(await told("GET", "/tickets/SM-999999", undefined, "it")).toMatchObject({ code: "not-found", detail: "Non c’è una richiesta con questo numero.", lang: "it" });
  const { id } = (await call<{ id: string }>(agent, "POST", "/problems", { title: "Nobody can log in", tickets: [one] })).body;
  const together = await told("POST", `/problems/${id}/answers`, { texts: { fr: "Voir {rien}.", en: "See {nothing}." } }, "fr");
  expect(together).toMatchObject({ code: "invalid-input", lang: "fr" });
  expect(together.faults.length).toBeGreaterThan(0);
  expect(together.faults[0]?.message).toContain("{rien} n’existe pas\u00a0; il y a {number}");
});

test("what only the maker of a program meets stays in English, and says that it is", async () => {
  const said = await told("GET", "/tickets?cursor=nonsense", undefined, "fr");
  expect([said.code, said.lang, said.title]).toEqual(["invalid-input", "en", "The input has faults."]);
  expect(said.detail).toContain("This cursor belongs to no list");
});
