// A signed message about a customer: checked, put into the policy's facts, and taken down the same road as any change of a record. Once for each id.
import { policyInForce } from "../../policies/running.ts";
import { Problem } from "../../problem.ts";
import type { House } from "../../house.ts";
import { checkChange } from "./check-term.ts";
import { type Call, type CallOutcome, noteCall } from "../../hooks/calls.ts";
import { hearOnce, hookOf, noteHeard, wasHeard } from "../../hooks/hooks.ts";
import { mapMessage, type MessageMap } from "../../hooks/map-message.ts";
import { hookSecret, signatureFault, type SignedWith } from "../../hooks/signature.ts";
import { organisationNamed } from "../../organisations/reads.ts";
import { keepOrganisation } from "../../organisations/writes.ts";
import { changeRecord, withChanges } from "./set-standing.ts";

export interface Heard {
  readonly changed: boolean;
  readonly repeated: boolean;
}

/** Throws not-found, sign-in-needed where signature or time are wrong, paused, invalid-input where the message says what no record can hold. */
export async function hearHook(house: House, desk: string, hook: string, with_: SignedWith, body: Uint8Array, message: unknown): Promise<Heard> {
  const now = house.now();
  const { row, running } = await house.database.asDesk(desk, async (tx) => ({ row: await hookOf(tx, hook), running: await policyInForce(tx, desk, now) }), { readOnly: true });
  if (!row) throw new Problem("not-found", "There is no such webhook.");
  const generations = [row.generation, ...(row.older_until !== null && row.older_until > now ? [row.generation - 1] : [])];
  const fault = signatureFault(
    generations.map((n) => hookSecret(house.secret, desk, hook, n)),
    with_,
    body,
    now,
  );
  const note = (call: Omit<Call, "hook" | "message">) => house.database.asDesk(desk, (tx) => noteCall(tx, desk, { hook, message: with_.id, ...call }, now));
  if (fault) {
    await note({ outcome: "unsigned", fault });
    throw new Problem("sign-in-needed", fault);
  }
  if (row.paused_at !== null) {
    await note({ outcome: "paused" });
    throw new Problem("paused", "This webhook is paused; nothing of the message was taken. Send it again, under the same id, once it goes on.");
  }
  const by = { id: `hook:${hook}`, name: row.name, door: "webhook" };
  try {
    const { organisation: said, facts } = mapMessage(row.map as MessageMap, message, running.policy.desk.zone);
    const name = typeof said === "string" ? said.replaceAll(/\s+/g, " ").trim() : "";
    if (!name || name.length > 300) throw new Problem("invalid-input", "The message does not say which customer it is about.", [{ at: "organisation", message: "a name of at most 300 signs" }]);
    const change = checkChange(running.policy, facts);
    return await house.database.asDesk(
      desk,
      async (tx) => {
        const heard = (outcome: CallOutcome, organisation: string | null) => noteCall(tx, desk, { hook, message: with_.id, outcome, organisation }, now);
        if (await wasHeard(tx, hook, with_.id)) {
          await heard("repeated", null);
          return { changed: false, repeated: true };
        }
        const id = (await organisationNamed(tx, desk, name)) ?? (await keepOrganisation(tx, desk, { name, attributes: {} }, now, by));
        const changed = await changeRecord(tx, house, desk, id, by, (_tx, kept) => withChanges(kept, change));
        if (!(await hearOnce(tx, desk, hook, with_.id, id, changed, now))) throw new Problem("still-running", "The same message is being taken; nothing is lost.");
        await noteHeard(tx, hook, null, now);
        await heard(changed ? "changed" : "unchanged", id);
        return { changed, repeated: false };
      },
      { retry: true },
    );
  } catch (error) {
    if (error instanceof Problem && error.code === "invalid-input") {
      const why = [error.detail, ...error.faults.map((f) => `${f.at}: ${f.message}`)].join(" ");
      await house.database.asDesk(desk, (tx) => noteHeard(tx, hook, why, now));
      await note({ outcome: "refused", fault: why });
    }
    throw error;
  }
}
