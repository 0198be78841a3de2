// The desk of paid interventions with all its doors, and two of its customers.
import { wholeDesk } from "../rows/whole-desk.ts";

export type { Answer } from "../rows/whole-desk.ts";

export const LAURA = "contact@customer-dms.example";
export const KAREN = "karen@lakeside-dental.example";

export const paidDesk = () => wholeDesk("dms");
