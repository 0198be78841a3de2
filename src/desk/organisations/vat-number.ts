// VAT numbers: how each country of the European Union writes its own, and the check digits that tell most slips of a finger.
import { checkVAT, countries } from "jsvat";

/** ISO 3166 alpha-2; Greece begins its numbers with EL. */
const UNION = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"];
const prefixOf = (country: string): string => (country === "GR" ? "EL" : country);
const countryOf = (prefix: string): string => (prefix === "EL" ? "GR" : prefix);

export type VatRead = { readonly number: string; readonly country: string } | { readonly fault: string };

/**
 * Reads a VAT number as people write it, "it 007 431 101 57". `country` is the customer's (ISO 3166 alpha-2), null where it is not known. A number of the
 * Union is held to its country's form and check digits; of other countries only that it could be one. That it is registered nobody says here.
 */
export function readVat(text: string, country: string | null): VatRead {
  const clean = text.toUpperCase().replaceAll(/[\s.\-/]/g, "");
  const begins = countryOf(clean.slice(0, 2));
  if (UNION.includes(begins)) {
    if (country !== null && country !== begins) return { fault: `it is a number of ${begins}, and the country is ${country}` };
    return checked(prefixOf(begins) + clean.slice(2), begins);
  }
  if (country === null) return { fault: "begin with the country, as IT00743110157, or give the country" };
  if (UNION.includes(country)) return checked(prefixOf(country) + clean, country);
  return /^[A-Z0-9]{4,20}$/.test(clean) ? { number: clean, country } : { fault: "letters and digits, four to twenty of them" };
}

function checked(number: string, country: string): VatRead {
  const own = countries.filter((each) => each.codes.includes(prefixOf(country)) || each.codes.includes(country));
  const { isValid, isValidFormat } = checkVAT(number, own);
  if (isValid) return { number, country };
  return { fault: isValidFormat ? `its check digits do not fit: it cannot be a number of ${country}` : `a VAT number of ${country} is not written so` };
}
