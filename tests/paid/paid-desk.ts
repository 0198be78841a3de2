// The desk of paid interventions with all its doors, and two of its customers.
import { wholeDesk } from "../rows/whole-desk.ts";

export type { Answer } from "../rows/whole-desk.ts";

export const LAURA = "contact@customer-dms.example";
export const KAREN = "karen@lakeside-dental.example";

export async function paidDesk() {
  const desk = await wholeDesk("dms");
  return {
    ...desk,
    /** The case closed as its policy has it: solved by an answer, which its customer then agrees to; or unresolved. */
    async closeCase(staff: string, customer: string, number: string, outcome: "solved" | "unresolved" = "solved"): Promise<void> {
      const solved = outcome === "solved";
      const asked = await desk.call(staff, "PUT", `/tickets/${number}/closure`, { outcome, ...(solved && { text: "Ecco la soluzione." }) });
      if (solved && asked.status === 200) await desk.call(customer, "PUT", `/tickets/${number}/closure/agreement`, { agreed: true });
    },
  };
}
