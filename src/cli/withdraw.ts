// `troth withdraw`: a version of a policy that is still to come does not come.
import { connect } from "../database/connect.ts";
import { Trouble } from "../database/trouble.ts";
import { Problem } from "../desk/problem.ts";
import { withdrawVersion } from "../desk/acts/versions/withdraw-version.ts";
import type { Settings } from "../settings.ts";
import { openDatabase } from "./open-database.ts";
import { out } from "./screen.ts";

/** Throws Trouble where there is no such version, or it is in force already. */
export async function withdraw(desk: string, version: string, why: string, settings: Settings): Promise<void> {
  if (!/^[1-9]\d{0,5}$/.test(version)) throw new Trouble(`"${version}" is no version.`, "Give its number: the console lists the versions of a desk under Policy.");
  const open = await openDatabase(settings);
  try {
    const database = await connect({ url: open.url, secret: await open.secret(), connections: 2 });
    try {
      await withdrawVersion({ database, now: Date.now, changed: () => undefined }, desk, Number(version), why, "command line").catch((error: unknown) => {
        throw error instanceof Problem ? new Trouble(error.detail, "The console lists the versions of a desk under Policy.") : error;
      });
      out(`Version ${version} of ${desk} is withdrawn. The server tells whoever was told of it.`);
    } finally {
      await database.close();
    }
  } finally {
    await open.close();
  }
}
