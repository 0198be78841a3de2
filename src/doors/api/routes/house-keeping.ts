// Staff and keys: what an admin looks after.
import { z } from "zod";
import { giveRoles } from "../../../desk/acts/give-roles.ts";
import { actorOf } from "../../../desk/actor.ts";
import { keysOf, makeKey, revokeKey } from "../../../desk/keys/keys.ts";
import { handOverAll } from "../../../desk/hands/hand-over.ts";
import { type Fault, Problem } from "../../../desk/problem.ts";
import { endSessionsOf } from "../../../desk/sessions/sessions.ts";
import { hashPassword } from "../../../desk/staff/password.ts";
import { allStaff, changeStaff, staffById } from "../../../desk/staff/sign-in.ts";
import { addStaff } from "../../../desk/staff/writes.ts";
import { policyFor } from "../ask-desk.ts";
import { policyNow } from "../../../desk/views/reader-of.ts";
import { reading, refuse } from "../at-ticket.ts";
import { staffList, staffShown } from "../../../desk/views/staff-list.ts";
import { route } from "../route.ts";
import { Id, Nothing } from "../shapes/basics.ts";
import { KeyList, MadeKey, NewKey, NewStaff, Staff, StaffInput, StaffList } from "../shapes/people.ts";
import { sentence } from "../../../words/phrase.ts";

const ADMIN = { staff: "admin", key: "admin" } as const;
const IdParam = z.object({ id: Id });
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export const HOUSE_ROUTES = [
  route({
    id: "staff",
    tag: "staff",
    title: "Everybody who works at the desk",
    method: "GET",
    path: "/staff",
    may: { staff: "agent", key: "admin" },
    output: StaffList,
    problems: [],
    run: (ask) => reading(ask, staffList),
  }),
  route({
    id: "newStaff",
    tag: "staff",
    title: "Make a member of staff",
    method: "POST",
    path: "/staff",
    may: ADMIN,
    body: NewStaff,
    output: Staff,
    status: 201,
    problems: ["invalid-input"],
    async run(ask) {
      const { house, desk, body } = ask;
      const faults = [...(await trainingFaults(ask, body.trained)), ...(await holdingFaults(ask, body.holds, null))];
      const taken = { at: "email", message: "somebody on the staff has this address" };
      if (await reading(ask, async ({ tx }) => (await allStaff(tx)).some((s) => s.email === body.email.toLowerCase()))) faults.push(taken);
      refuse(faults);
      const hash = await hashPassword(body.password);
      const id = await house.database.asDesk(desk, async (tx) => {
        const made = await addStaff(tx, desk, { ...body, holds: [], present: true, demo: false }, hash, house.now());
        if (made === null) throw new Problem("invalid-input", "The input has a fault.", [taken]); // by another administrator, at the same moment
        await giveRoles(tx, house, desk, { staff: made, holds: body.holds, event: ask.eventId, by: actorOf(ask.viewer) });
        return made;
      });
      return one(ask, id);
    },
  }),
  route({
    id: "changeStaff",
    tag: "staff",
    title: "Change a member of staff; what is left out stays",
    method: "PATCH",
    path: "/staff/{id}",
    may: ADMIN,
    params: IdParam,
    body: StaffInput,
    output: Staff,
    problems: ["invalid-input", "not-found"],
    async run(ask) {
      const { house, desk, params, body } = ask;
      const faults = [...(await trainingFaults(ask, body.trained ?? [])), ...(await holdingFaults(ask, body.holds ?? [], params.id))];
      const self = params.id === actorOf(ask.viewer).id;
      if (self && body.disabled) faults.push({ at: "disabled", message: "not yourself: nobody might be left to undo it" });
      if (self && body.role !== undefined && body.role !== "admin") faults.push({ at: "role", message: "not your own: nobody might be left to undo it" });
      refuse(faults);
      const password = body.password === undefined ? undefined : await hashPassword(body.password);
      const known = await house.database.asDesk(desk, async (tx) => {
        if (password !== undefined || body.disabled) await endSessionsOf(tx, "staff", params.id);
        const there = await changeStaff(tx, params.id, { ...body, password }, house.now());
        if (there && body.disabled) await handOverAll(tx, params.id, house.now());
        if (there && body.holds) await giveRoles(tx, house, desk, { staff: params.id, holds: body.holds, event: ask.eventId, by: actorOf(ask.viewer) });
        return there;
      });
      if (known && (body.disabled || body.holds)) house.changed({ desk, ticket: null, event: ask.eventId, kind: "staff" });
      if (!known) throw new Problem("not-found", sentence("refused.no-staff"));
      ask.forgetViewers();
      return one(ask, params.id);
    },
  }),
  route({
    id: "keys",
    tag: "keys",
    title: "Keys for programs",
    method: "GET",
    path: "/keys",
    may: ADMIN,
    output: KeyList,
    problems: [],
    run: (ask) =>
      reading(ask, async ({ tx }) => ({
        items: (await keysOf(tx)).map((k) => ({
          id: k.id,
          name: k.name,
          scopes: k.scopes as "admin"[],
          madeAt: new Date(k.made_at).toISOString(),
          usedAt: iso(k.used_at),
          revokedAt: iso(k.revoked_at),
        })),
      })),
  }),
  route({
    id: "newKey",
    tag: "keys",
    title: "Make a key; it is shown this once",
    method: "POST",
    path: "/keys",
    may: { staff: "admin" },
    body: NewKey,
    output: MadeKey,
    status: 201,
    secret: true,
    problems: ["invalid-input"],
    run: ({ house, desk, body }) => house.database.asDesk(desk, (tx) => makeKey(tx, desk, body.name, [...new Set(body.scopes)], house.now())),
  }),
  route({
    id: "revokeKey",
    tag: "keys",
    title: "Revoke a key for good",
    method: "DELETE",
    path: "/keys/{id}",
    may: { staff: "admin" },
    params: IdParam,
    output: Nothing,
    problems: ["not-found"],
    async run({ house, desk, params, forgetViewers }) {
      if (!(await house.database.asDesk(desk, (tx) => revokeKey(tx, params.id, house.now())))) throw new Problem("not-found", "There is no such key, or it is revoked.");
      forgetViewers();
      return {};
    },
  }),
];

type Asks = Parameters<typeof reading>[0];
const one = (ask: Asks, id: string) =>
  reading(ask, async ({ tx }) => {
    const found = await staffById(tx, id);
    if (!found) throw new Problem("not-found");
    return staffShown(found);
  });

async function trainingFaults(ask: Asks, trained: readonly string[]): Promise<Fault[]> {
  const topics = trained.length ? ((await policyFor(ask.house, ask.desk)).facts["topic"]?.values ?? []) : [];
  return trained.flatMap((topic, i) => (topics.includes(topic) ? [] : [{ at: `trained.${i}`, message: "the policy has no such topic" }]));
}

/** A role is one of the policy in force, or one that they hold already. */
async function holdingFaults(ask: Asks, holds: readonly string[], id: string | null): Promise<Fault[]> {
  if (!holds.length) return [];
  const { roles, held } = await reading(ask, async (look) => ({ roles: (await policyNow(look)).policy.roles, held: id === null ? [] : ((await staffById(look.tx, id))?.holds ?? []) }));
  const known = Object.keys(roles);
  return holds.flatMap((role, i) =>
    known.includes(role) || held.includes(role) ? [] : [{ at: `holds.${i}`, message: known.length ? `the policy has no such role; one of: ${known.join(", ")}` : "the policy names no roles" }],
  );
}
