// A demo desk as a newcomer finds it: its people kept, its last days taken down the one road as if they had just happened.
import type { House } from "../desk/house.ts";
import { nameProblem } from "../desk/acts/problems/hang.ts";
import { change } from "../desk/change.ts";
import type { Actor, Claims, Event } from "../desk/event.ts";
import { keepMember, keepOrganisation } from "../desk/organisations/writes.ts";
import { keepStaff } from "../desk/staff/writes.ts";
import type { Policy } from "../policy/index.ts";
import { tellLanguage } from "../words/tell-language.ts";
import type { Demo } from "./demo-shape.ts";
import { type Naming, type Step, storyOf } from "./demo-story.ts";
import { passTime } from "./pass-time.ts";

interface People {
  readonly staff: ReadonlyMap<string, Actor>;
  readonly customers: ReadonlyMap<string, Actor & { readonly id: string }>;
}

/** Takes the whole story of the desk, made at `base` (epoch ms). What an earlier start has done already has no second effect. */
export async function openDemoDesk(house: House, desk: string, policy: Policy, demo: Demo, password: string, base: number): Promise<void> {
  const people = await keepPeople(house, desk, demo, password, base - 7 * 86_400_000);
  const tickets = new Map<number, string>();
  let clock = base;
  const then: House = { ...house, now: () => clock, changed: () => undefined };
  const setClock = (at: number): void => void (clock = at);
  for (const step of storyOf(demo, base)) {
    await passTime(then, desk, step.at, setClock);
    setClock(step.at);
    if ("problem" in step) {
      await name(then, desk, step, people, tickets);
      continue;
    }
    const done = await change(then, desk, eventOf(step, people, tickets, policy));
    tickets.set(step.index, done.ticket.id);
    if (done.decision?.results["closure"] === "ask") await change(then, desk, agreedBy(step, people, done.ticket.id));
    const found = step.does.kind === "ask" ? factsFound(step, people, policy, done.ticket.id) : null;
    if (found) await change(then, desk, found);
  }
  await passTime(then, desk, base, setClock);
}

async function keepPeople(house: House, desk: string, demo: Demo, password: string, at: number): Promise<People> {
  return house.database.asDesk(desk, async (tx) => {
    const staff = new Map<string, Actor>();
    const customers = new Map<string, Actor & { readonly id: string }>();
    for (const s of demo.staff) staff.set(s.email, { kind: "staff", id: await keepStaff(tx, desk, { ...s, demo: true }, password, at), name: s.name });
    for (const o of demo.organisations) {
      const organisation = await keepOrganisation(tx, desk, o, at, "demo");
      for (const { role, ...p } of o.people)
        customers.set(p.email, { kind: "person", id: await keepMember(tx, desk, organisation, { ...p, sees: role === "limited" ? "own" : "office" }, at), name: p.name });
    }
    return { staff, customers };
  });
}

function eventOf(step: Step, people: People, tickets: ReadonlyMap<number, string>, policy: Policy): Event {
  const { id, at, does, ticket } = step;
  if (does.kind === "ask") {
    const by = customer(people, ticket.from);
    return {
      kind: "ask",
      id,
      at,
      by,
      asker: { id: by.id },
      subject: ticket.subject,
      said: said(ticket.text, ticket.channel),
      ...(ticket.topic && { topic: ticket.topic }),
      claims: facts(step, policy, "claims"),
    };
  }
  const on = { id, at, ticket: tickets.get(step.index) ?? "" };
  if (does.kind === "close") return { kind: "close", ...on, by: member(people, does.by), outcome: does.outcome };
  if (does.kind === "message") return { kind: "message", ...on, by: customer(people, does.by), said: said(does.text, ticket.channel) };
  return { kind: does.kind, ...on, by: member(people, does.by), said: said(does.text, does.kind === "note" ? "console" : "mail") };
}

async function name(house: House, desk: string, { id, problem, hung }: Naming, people: People, tickets: ReadonlyMap<number, string>): Promise<void> {
  const { title, known, by } = problem;
  await nameProblem(house, desk, { id, by: member(people, by) }, { title, known: known.trim(), tickets: hung.map((index) => tickets.get(index) ?? "") });
}

/** Where the policy asks the customer before it closes, they agree. */
const agreedBy = (step: Step, people: People, ticket: string): Event => ({ kind: "agree-closing", id: `${step.id}:agreed`, ticket, by: customer(people, step.ticket.from), channel: "portal" });

/** Facts that only staff can find come as their finding. */
function factsFound(step: Step, people: People, policy: Policy, ticket: string): Event | null {
  const findings = facts(step, policy, "findings");
  const by = [...people.staff.values()][0];
  return by && Object.keys(findings).length ? { kind: "finding", id: `${step.id}:found`, ticket, by, findings } : null;
}

function facts(step: Step, policy: Policy, which: "claims" | "findings"): Claims {
  return Object.fromEntries(Object.entries(step.ticket.facts ?? {}).filter(([name]) => (policy.facts[name]?.source === "agent") === (which === "findings")));
}

const said = (text: string, channel: string) => {
  const language = tellLanguage(text, ["en", "fr", "it", "ro"]);
  return { text: text.trim(), channel, ...(language && { language }) };
};

function customer(people: People, email: string): Actor & { readonly id: string } {
  const found = people.customers.get(email);
  if (!found) throw new Error(`the demo has no customer ${email}`);
  return found;
}

function member(people: People, email: string): Actor {
  const found = people.staff.get(email);
  if (!found) throw new Error(`the demo has no member of staff ${email}`);
  return found;
}
