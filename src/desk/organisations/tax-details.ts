// Where a customer is and their VAT number, as somebody gives them: held against each other before they are kept.
import { knownCountry } from "../../policy/index.ts";
import type { Fault } from "../problem.ts";
import { readVat } from "./vat-number.ts";

export interface TaxDetails {
  readonly country: string | null; // ISO 3166 alpha-2
  readonly vatNumber: string | null;
}
type Given = { readonly [K in keyof TaxDetails]?: TaxDetails[K] | undefined };

/** What changes, the number as it is kept, and every fault at its place. What is not given stays as it is `known`; a number that begins with its country gives the country too. */
export function taxDetails(given: Given, known: TaxDetails | null): { readonly change: Given; readonly faults: readonly Fault[] } {
  if (given.country === undefined && given.vatNumber === undefined) return { change: {}, faults: [] };
  const place = given.country === undefined ? (known?.country ?? null) : given.country;
  const country = place === null ? null : knownCountry(place);
  if (place !== null && country === null) return { change: {}, faults: [{ at: "country", message: `"${place}" is no country: write its two letters, as IT` }] };
  const number = given.vatNumber === undefined ? (known?.vatNumber ?? null) : given.vatNumber;
  if (number === null) return { change: { country, vatNumber: null }, faults: [] };
  const read = readVat(number, country);
  if ("fault" in read) return { change: {}, faults: [{ at: given.vatNumber === undefined ? "country" : "vatNumber", message: read.fault }] };
  return { change: { country: country ?? read.country, vatNumber: read.number }, faults: [] };
}
