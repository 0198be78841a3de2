// `troth check --staff`: whether the people of a file can keep what a policy promises, in the weeks to come.
import { Trouble } from "../database/trouble.ts";
import type { Finding, Policy } from "../policy/index.ts";
import { checkStaffing } from "../policy/staffing/check-staffing.ts";
import { fourWeeks } from "../policy/staffing/on-duty.ts";
import { readStaff } from "../policy/staffing/staff-file.ts";
import { instant } from "./given-facts.ts";
import { readText } from "./read-file.ts";

/** The holes of the four weeks after `from` (a date of the desk's zone; now if not given). Throws Trouble where the file has faults. */
export async function staffFindings(policy: Policy, path: string, from: string | undefined): Promise<Finding[]> {
  const { staff, policy: dated, faults } = readStaff(await readText(path), policy);
  if (!staff)
    throw new Trouble(
      `The staff have ${faults.length === 1 ? "a fault" : `${faults.length} faults`}:\n${faults.map((f) => `  ${path}:${f.place?.line ?? 1}:${f.place?.column ?? 1} ${f.message}`).join("\n")}`,
      "Mend the file and run this again.",
    );
  const span = fourWeeks(from === undefined ? Date.now() : instant(`${from}T00:00`, policy.desk.zone));
  return checkStaffing(dated, staff(span), span);
}
