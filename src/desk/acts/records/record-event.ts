// A customer's record that is about to stand otherwise.
import type { CustomerRecord, Policy } from "../../../policy/index.ts";
import type { House } from "../../house.ts";
import type { KeptRecord } from "../../organisations/record.ts";

export interface RecordEvent {
  readonly house: House;
  readonly desk: string;
  readonly policy: Policy;
  /** As it was, with the organisation that it is of. */
  readonly before: KeptRecord;
  readonly next: CustomerRecord;
  readonly at: number; // epoch ms
  readonly clock: boolean; // the time came; nobody changed it
  readonly quiet: boolean; // nobody is to be told
}
