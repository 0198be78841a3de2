// From the number that people quote to the ticket, for those who may see it.
import type { Tx } from "../../database/tx.ts";
import { Problem } from "../problem.ts";
import { rightsOn, type Viewer } from "../viewer.ts";
import { sentence } from "../../words/phrase.ts";

export interface FoundTicket {
  readonly id: string;
  readonly number: string;
  readonly policy: number;
  readonly status: "open" | "waiting" | "closed";
  readonly requester: string;
  readonly organisation: string | null;
  readonly assignee: string | null;
  readonly revision: number;
  readonly results: unknown;
}

/** The ticket of this number, in any case. Throws not-found where there is none, or none that the viewer may see. */
export async function findTicket(tx: Tx, viewer: Viewer, number: string): Promise<FoundTicket> {
  const rights = rightsOn(viewer, 2);
  const [row] = await tx.query<FoundTicket>(
    `select t.id, t.number, t.policy, t.status, t.requester, t.organisation, t.assignee, t.revision, t.results from tickets t where t.desk = troth_desk() and t.number = $1 and ${rights.sql}`,
    [number.trim().toUpperCase(), ...rights.params],
  );
  if (!row) throw new Problem("not-found", sentence("refused.no-ticket"));
  return row;
}
