// The demo desks: made on the first start, completed where a start was interrupted, left alone otherwise.
import { readdir, readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { House } from "../desk/house.ts";
import { ticketOfEvent } from "../desk/events/writes.ts";
import { openDesk } from "../desk/acts/versions/open-desk.ts";
import { isInForce, knownDesk } from "../desk/policies/known.ts";
import { policyInForce } from "../desk/policies/running.ts";
import { Problem } from "../desk/problem.ts";
import { hashPassword } from "../desk/staff/password.ts";
import { type Demo, readDemo } from "./demo-shape.ts";
import { storyOf } from "./demo-story.ts";
import { openDemoDesk } from "./open-demo-desk.ts";

/** What every demo login has; it is worth nothing outside this machine. */
export const DEMO_PASSWORD = "troth-demo";

export interface DemoDesk {
  readonly desk: string;
  readonly address: string;
  readonly staff: readonly { readonly name: string; readonly email: string; readonly role: string }[];
  readonly customer: string;
}
interface Found {
  readonly desk: string;
  readonly text: string;
  readonly demo: Demo;
}

/** Opens what is not there yet; `say` hears of each desk that is made and of each that cannot be. */
export async function openDemoDesks(house: House, policies: string, say: (line: string) => void): Promise<DemoDesk[]> {
  const opened: DemoDesk[] = [];
  let password: Promise<string> | null = null;
  for (const found of await demosIn(policies)) {
    const { desk, demo, text } = found;
    try {
      let known = await house.database.asOwner((tx) => knownDesk(tx, desk, text));
      if (!known?.knows) {
        await openDesk(house.database, desk, text, "demo");
        known = await house.database.asOwner((tx) => knownDesk(tx, desk, text));
      }
      if (!known) throw new Error(`the desk ${desk} was opened and is not there`);
      if (!(await isTold(house, desk, demo, known.madeAt))) {
        const base = known.madeAt;
        const begins = storyOf(demo, base)[0]?.at ?? base;
        if (!(await house.database.asOwner((tx) => isInForce(tx, desk, begins)))) {
          say(`The demo desk ${desk} stays closed: its policy takes effect later than this machine's clock shows. Check the clock.`);
          continue;
        }
        say(`Opening the demo desk ${desk} …`);
        const { policy } = await house.database.asDesk(desk, (tx) => policyInForce(tx, desk, base));
        await openDemoDesk(house, desk, policy, demo, await (password ??= hashPassword(DEMO_PASSWORD)), base);
      }
      opened.push({ desk, address: known.address, staff: demo.staff, customer: demo.organisations[0]?.people[0]?.email ?? "" });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "policy-refused") throw error;
      say(`The demo desk ${desk} stays closed: ${error.detail} \`npx troth check policies/${desk}\` says which.`);
    }
  }
  return opened;
}

/** True if the last event on a ticket is there: events come in their order, and after a problem is named there is always one more. */
async function isTold(house: House, desk: string, demo: Demo, base: number): Promise<boolean> {
  const last = storyOf(demo, base).findLast((step) => "ticket" in step);
  return !last || (await house.database.asDesk(desk, (tx) => ticketOfEvent(tx, last.id), { readOnly: true })) !== null;
}

async function demosIn(policies: string): Promise<Found[]> {
  const names = (await readdir(policies, { withFileTypes: true }))
    .filter((e) => e.isDirectory() && existsSync(join(policies, e.name, "demo.yaml")))
    .map((e) => e.name)
    .sort();
  return Promise.all(
    names.map(async (desk): Promise<Found> => {
      const path = join(policies, desk, "demo.yaml");
      return { desk, text: await readFile(join(policies, desk, "policy.yaml"), "utf8"), demo: readDemo(await readFile(path, "utf8"), path) };
    }),
  );
}
