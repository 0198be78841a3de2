// Tells of versions that are to come, some people at a time; and where one takes effect, the desk follows it.
import type { House } from "../../desk/house.ts";
import { dueNews } from "../../desk/policies/news.ts";
import { tellVersion } from "../../desk/acts/versions/tell-versions.ts";
import { inTurn } from "./in-turn.ts";

const AT_ONCE = 20;

/** Takes what is due of each desk a step further; true if there may be more at once. */
export async function tellVersions(house: House, fault: (error: unknown) => void): Promise<boolean> {
  const due = await house.database.asOwner((tx) => dueNews(tx, house.now(), AT_ONCE), { readOnly: true });
  await inTurn(
    due,
    ({ desk }) => desk,
    (row) => tellVersion(house, row),
    fault,
  );
  return due.length === AT_ONCE;
}
