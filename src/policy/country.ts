// Which countries there are, by their two letters.

const NAMED = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** Named as places, and none where a customer is: unions, and codes kept for tests and for what is unknown (CLDR). */
const NONE = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

/** A country that exists, by its code of today (ISO 3166 alpha-2, and XK for Kosovo): `fr` is FR, `UK` is GB; null for `XX` and for `France`. */
export function knownCountry(text: string): string | null {
  if (!/^[a-z]{2}$/i.test(text)) return null;
  const code = Intl.getCanonicalLocales(`und-${text}`)[0]?.split("-")[1] ?? "";
  return code === "" || NONE.has(code) || NAMED.of(code) === undefined ? null : code;
}
