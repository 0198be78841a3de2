// In which language, zone and with whose eyes a viewer reads.
import type { Tx } from "../../database/tx.ts";
import type { Policy } from "../../policy/index.ts";
import { chooseLanguage, isSpoken } from "../../words/languages.ts";
import type { House } from "../house.ts";
import { policyInForce, type RunningPolicy } from "../policies/running.ts";
import { isInside, type Viewer } from "../viewer.ts";
import type { Reader } from "./shown-reason.ts";

/** Where a view reads. `wanted` is a language asked for by the request itself. */
export interface Look {
  readonly tx: Tx;
  readonly house: House;
  readonly desk: string;
  readonly viewer: Viewer;
  readonly wanted?: string | undefined;
}

/** The viewer as a reader. `zone` is the ticket's for customers; staff read in the desk's. */
export function readerOf(look: Omit<Look, "tx">, policy: Policy, zone: string | null = null): Reader {
  const { viewer, wanted } = look;
  const inside = isInside(viewer);
  const offered = [...new Set([...policy.desk.languages, ...["en", "fr", "it", "ro"].filter(isSpoken)])];
  return {
    lang: chooseLanguage([wanted, viewer.language, policy.desk.languages[0]], offered),
    zone: (inside ? null : zone) ?? policy.desk.zone,
    base: `${look.house.publicUrl}/${look.desk}`,
    inside,
  };
}

/** The policy in force now. */
export const policyNow = (look: Look): Promise<RunningPolicy> => policyInForce(look.tx, look.desk, look.house.now());
