// Asking and previewing: who asks, what they say of themselves, and what the policy answers.
import { actorOf } from "../../desk/actor.ts";
import { checkFacts } from "../../desk/acts/records/check-facts.ts";
import type { Asker } from "../../desk/event.ts";
import type { Fault } from "../../desk/problem.ts";
import { type RunningPolicy, policyInForce } from "../../desk/policies/running.ts";
import type { House } from "../../desk/house.ts";
import type { Policy, Value } from "../../policy/index.ts";
import { type AnyAsk, refuse } from "./at-ticket.ts";

interface SaidOfRequest {
  readonly topic?: string | undefined;
  readonly facts?: Readonly<Record<string, Value>> | undefined;
  readonly requester?: { readonly id: string } | { readonly email: string; readonly name: string } | undefined;
}

const kept = new WeakMap<House, Map<string, { readonly running: RunningPolicy; readonly until: number }>>();
const KEPT_FOR = 2_000; // ms: what is checked here is checked again on the road, by the policy that decides

/** The policy in force, for checking input. */
export async function policyFor(house: House, desk: string): Promise<Policy> {
  const desks = kept.get(house) ?? new Map<string, { running: RunningPolicy; until: number }>();
  kept.set(house, desks);
  const known = desks.get(desk);
  if (known && known.until > performance.now()) return known.running.policy;
  const running = await house.database.asDesk(desk, (tx) => policyInForce(tx, desk, house.now()), { readOnly: true });
  desks.set(desk, { running, until: performance.now() + KEPT_FOR });
  return running.policy;
}

/** Who asks and what they claim, checked. A customer asks for themselves; staff and programs say for whom. Throws invalid-input with every fault. */
export async function asked(ask: AnyAsk, said: SaidOfRequest): Promise<{ readonly asker: Asker; readonly claims?: Record<string, Value>; readonly topic?: string }> {
  const { viewer } = ask;
  const faults: Fault[] = [];
  if (viewer.kind === "person" && said.requester !== undefined) faults.push({ at: "requester", message: "you ask for yourself; leave it out" });
  if (viewer.kind !== "person" && said.requester === undefined) faults.push({ at: "requester", message: "say who asks: their id, or their mail address and name" });
  const { values, faults: wrong } =
    said.facts || said.topic !== undefined
      ? checkFacts(await policyFor(ask.house, ask.desk), { ...said.facts, ...(said.topic !== undefined && { topic: said.topic }) }, "claims")
      : { values: {}, faults: [] };
  faults.push(...wrong.map((fault) => (said.topic !== undefined && fault.at === "facts.topic" ? { ...fault, at: "topic" } : fault)));
  refuse(faults);
  const { topic, ...claims } = values;
  return {
    asker: viewer.kind === "person" ? { id: actorOf(viewer).id } : (said.requester ?? { id: "" }),
    ...(Object.keys(claims).length > 0 && { claims }),
    ...(typeof topic === "string" && { topic }),
  };
}
