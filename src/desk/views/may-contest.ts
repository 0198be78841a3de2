// Facts that a customer's message may say are wrong, until somebody has made it a contest.
import type { Policy } from "../../policy/index.ts";
import { factLabel } from "./fact-text.ts";
import type { EventRow, MessageRow } from "./ticket-rows.ts";

export const mayContest = (policy: Policy, message: Pick<MessageRow, "id" | "may_contest">, events: readonly EventRow[], lang: string) =>
  message.may_contest.length === 0 || events.some((e) => e.kind === "claim" && e.detail["message"] === message.id)
    ? []
    : message.may_contest.map((fact) => ({ fact, label: factLabel(policy, fact, lang) }));
