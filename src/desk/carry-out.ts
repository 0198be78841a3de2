// The hands: each effect of a decision becomes rows. Effects without a hand here stay with the decision that made them.
import { newId } from "../database/new-id.ts";
import { breaks, keeps, meetsLate, moves, pauses, resumes, withdraws } from "./promises/writes.ts";
import { risks } from "./promises/risk.ts";
import type { PromisesNew, RulingsNew, TimersNew } from "../database/rows.gen.ts";
import type { Duration, Effect } from "../policy/index.ts";
import { lasting } from "./conduct/open-case.ts";
import type { Plan } from "./plan.ts";

export interface About {
  readonly desk: string;
  readonly ticket: string;
  readonly policy: number;
  readonly at: number;
  readonly hours: number;
  readonly zone: string;
  readonly fresh: boolean;
  readonly candidate: string | null;
  readonly assignee: string | null;
}

/** Adds what the effects ask for to the plan. */
export function carryOut(effects: readonly Effect[], about: About, plan: Plan): void {
  const { desk, ticket, policy, at } = about;
  const promises: PromisesNew[] = [];
  const timers = new Map<string, TimersNew>();
  const rulings: RulingsNew[] = [];
  for (const e of effects) {
    switch (e.do) {
      case "promise":
        promises.push({
          desk,
          ticket,
          policy,
          id: newId(at),
          subject: e.subject,
          kind: e.kind,
          clause: e.clause,
          strength: e.strength,
          starts: e.starts,
          due: e.due,
          goal: e.goal,
          calendar: e.calendar,
          hours: about.hours,
          made_at: at,
          ...(e.pauses && { state: "paused", pauses: e.pauses }),
        });
        break;
      case "keep-promise":
        plan.statements.push(keeps(e));
        break;
      case "break-promise":
        plan.statements.push(breaks(e));
        break;
      case "meet-late":
        plan.statements.push(meetsLate(e));
        break;
      case "withdraw-promise":
        plan.statements.push(withdraws(e, at));
        break;
      case "move-promise":
        plan.statements.push(moves(e, about.hours));
        break;
      case "risk-promise":
        plan.statements.push(risks(e.id, at, e.would));
        break;
      case "pause-promise":
        plan.statements.push(pauses(e));
        break;
      case "resume-promise":
        plan.statements.push(resumes(e));
        break;
      case "timer":
        if (e.key === "clock" && !about.fresh) plan.statements.push(wakes(ticket, e.at, at));
        else timers.set(e.key, { desk, ticket, key: e.key, at: e.at, moment: e.moment, about: e.about, claimed_until: null, tries: 0 });
        break;
      case "notify":
        if (e.at !== undefined && e.clause !== null) {
          const about = `notice/${e.clause}`;
          const n = [...timers.values()].filter((t) => t.about === about).length; // of the same clause made anew, each replaces its own
          timers.set(`${about}/${n}`, { desk, ticket, key: `${about}/${n}`, at: e.at, moment: "timer", about, claimed_until: null, tries: 0 });
        }
        break;
      case "cancel-timer":
        timers.delete(e.key);
        plan.statements.push(["delete from timers where desk = troth_desk() and ticket = $1 and key = $2", [ticket, e.key]]);
        break;
      case "ruling":
        rulings.push({ desk, ticket, clause: e.clause, role: e.role, options: e.options, asked_at: at });
        break;
      case "refuse":
        plan.ticket.refused = true;
        break;
      case "queue":
        queue(e, about, plan);
        break;
      case "conduct":
        if (e.key === "slow-down" && about.fresh) plan.ticket.slowed_until = e.outcome["for"] ? lasting(at, e.outcome["for"] as Duration, about.zone) : null;
        break;
      case "closure":
        closure(e.outcome, at, plan);
        break;
      default: // kept with the decision
    }
  }
  if (promises.length) plan.writes.push({ table: "promises", rows: promises });
  if (timers.size) plan.writes.push({ table: "timers", rows: [...timers.values()], conflict: { columns: ["desk", "ticket", "key"], update: ["at", "moment", "about", "claimed_until", "tries"] } });
  if (rulings.length) plan.writes.push({ table: "rulings", rows: rulings, conflict: { columns: ["desk", "ticket", "clause"], update: [] } });
}

/** When the policy is to be asked again. A time that has come and was not rung yet is not put off by what happens meanwhile. */
const wakes = (ticket: string, at: number, now: number): Plan["statements"][number] => [
  `insert into timers (desk, ticket, key, at, moment, about) values (troth_desk(), $1, 'clock', at_ms($2), 'timer', 'clock')
   on conflict (desk, ticket, key) do update set at = excluded.at, claimed_until = null, tries = 0 where timers.at > at_ms($3)`,
  [ticket, at, now],
];

function queue(e: Extract<Effect, { do: "queue" }>, about: About, plan: Plan): void {
  const { rank, route } = e.outcome;
  if (typeof rank === "number") [plan.ticket.rank, plan.ticket.rank_clause] = [rank, e.clause];
  if (route === "named-expert" && !about.assignee && about.candidate) plan.ticket.assignee = about.candidate;
}

/** Closing at once; what a policy closes later it closes when the clock comes to it. */
function closure(outcome: Readonly<Record<string, unknown>>, at: number, plan: Plan): void {
  if (outcome["closure"] === "close") {
    plan.ticket.status = "closed";
    plan.ticket.closed_at = at;
    if (outcome["as"] === "solved" || outcome["as"] === "unresolved") plan.ticket.outcome = outcome["as"];
  } else if (outcome["closure"] === "reopen") {
    plan.ticket.status = "open";
    plan.ticket.closed_at = null;
    plan.ticket.outcome = null;
  }
}
