// Which desks there are. One that is known stays known; one that is not is asked for each time, since it may be opened any moment.
import { deskIsHere } from "../../desk/desks/reads.ts";
import type { House } from "../../desk/house.ts";

export function knownDesks(house: House): (desk: string) => Promise<boolean> {
  const known = new Set<string>();
  return async (desk) => {
    if (known.has(desk)) return true;
    if (!/^[a-z][a-z0-9-]{0,62}$/.test(desk)) return false;
    const here = await house.database.asDesk(desk, deskIsHere, { readOnly: true });
    if (here) known.add(desk);
    return here;
  };
}
