// `troth activate`: a policy begins to run a desk, and the desk gets its first administrator.
import { randomBytes } from "node:crypto";
import { connect } from "../database/connect.ts";
import { newId } from "../database/new-id.ts";
import { Trouble } from "../database/trouble.ts";
import { giveRoles } from "../desk/acts/give-roles.ts";
import { type Activated, openDesk } from "../desk/acts/versions/open-desk.ts";
import type { House } from "../desk/house.ts";
import { Problem } from "../desk/problem.ts";
import { hashPassword } from "../desk/staff/password.ts";
import { isStaff } from "../desk/staff/known.ts";
import { allStaff } from "../desk/staff/sign-in.ts";
import { keepStaff } from "../desk/staff/writes.ts";
import { roleFindings } from "../desk/views/role-findings.ts";
import type { Policy } from "../policy/index.ts";
import type { Settings } from "../settings.ts";
import { openDatabase } from "./open-database.ts";
import { readPolicyFile, runnable } from "./policy-file.ts";
import { out, styled } from "./screen.ts";

export interface ActivateOptions {
  readonly desk?: string;
  readonly admin?: string;
  readonly adminName?: string;
  readonly adminHolds?: string;
  readonly late?: string;
}

/** Opens the desk, or gives it this version of its policy; the same text again changes nothing. Throws Trouble with every open error. */
export async function activate(name: string, how: ActivateOptions, settings: Settings): Promise<void> {
  const file = await readPolicyFile(name);
  const policy = runnable(file);
  const desk = how.desk ?? policy.id;
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(desk)) throw new Trouble(`"${desk}" is no name for a desk.`, "Write small letters, digits and hyphens, a letter first.");
  if (how.admin !== undefined && !/^[^\s@]+@[^\s@]+$/.test(how.admin)) throw new Trouble(`"${how.admin}" is no mail address.`, "Give --admin the address that the administrator signs in with.");
  const holds = (how.adminHolds ?? "").split(",").flatMap((role) => role.trim() || []);
  const strange = holds.filter((role) => !policy.roles[role]);
  if (strange.length) throw new Trouble(`The policy has no role ${strange.join(", ")}.`, `Its roles: ${Object.keys(policy.roles).join(", ") || "none"}.`);
  if (holds.length && how.admin === undefined)
    throw new Trouble("--admin-holds says what the administrator holds, and --admin is missing.", "Add --admin with their address, or give roles to others in the console, under Staff.");
  const open = await openDatabase(settings);
  try {
    const database = await connect({ url: open.url, secret: await open.secret(), connections: 2 });
    try {
      const done = await openDesk(database, desk, file.text, "command line", { ...(how.late !== undefined && { late: how.late }) }).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        throw new Trouble(`${error.detail}\n${error.faults.map((f) => `  ${file.path}:${f.at} ${f.message}`).join("\n")}`, mendOf(error, file.path));
      });
      out(...toldOf(desk, policy, done));
      if (how.admin) {
        const password = randomBytes(12).toString("base64url");
        const admin = { name: how.adminName ?? how.admin, email: how.admin, role: "admin", language: policy.desk.languages[0] ?? "en", trained: [], present: true, demo: false } as const;
        if (await database.asDesk(desk, (tx) => isStaff(tx, admin.email))) throw new Trouble(`${how.admin} is a member of staff already.`, "Sign in with the password that was given then.");
        const hash = await hashPassword(password);
        const now = Date.now();
        const house: House = {
          database,
          blobs: open.blobs,
          now: () => now,
          publicUrl: settings.publicUrl ?? `http://${settings.host}:${settings.port}`,
          secret: await open.secret(),
          changed: () => undefined,
        };
        await database.asDesk(desk, async (tx) => {
          const staff = await keepStaff(tx, desk, admin, hash, now);
          await giveRoles(tx, house, desk, { staff, holds, event: newId(now), by: { kind: "desk", id: null } }); // the server sends what they are told
        });
        out(`${how.admin} signs in at /${desk}/console with the password ${password}`);
      }
      const staff = await database.asDesk(desk, (tx) => allStaff(tx), { readOnly: true });
      out(...roleFindings(policy, staff).map((f) => `${styled("yellow", f.severity)} ${f.message}`));
    } finally {
      await database.close();
    }
  } finally {
    await open.close();
  }
}

function mendOf({ faults }: Problem, path: string): string {
  if (faults.some((f) => f.at === "effective")) return "Change the day, or give the reason with --late.";
  if (faults.some((f) => f.at === "desk/address")) return "Or give the text to the desk that has the address, with --desk.";
  return `\`npx troth check ${path}\` says how to mend each.`;
}

function toldOf(desk: string, policy: Policy, done: Activated): string[] {
  if (!done.changed) return [`The desk ${desk} runs by this text already.`];
  if (!done.announced) return [`The desk ${desk} now runs by version ${done.version} of its policy.`];
  return [
    `Version ${done.version} takes effect on ${policy.effective}, as that day begins (${policy.desk.zone}). Until then the desk ${desk} goes on as it is.`,
    `The server tells its customers of it now. \`npx troth withdraw ${desk} ${done.version} --why …\` takes it back.`,
  ];
}
