// What a closing takes from an allowance.
import type { AllowanceLeft } from "../../words/allowance.ts";

/** What was taken, and what is left of it. */
export type Taken = AllowanceLeft & { readonly quantity: number };
