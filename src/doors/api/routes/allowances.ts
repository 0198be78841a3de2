// Allowances of a customer: what is left, and packs that they bought beforehand.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { addPack, withdrawPack } from "../../../desk/allowances/packs.ts";
import type { Fault } from "../../../desk/problem.ts";
import { allowancesOf } from "../../../desk/views/allowances.ts";
import { dayOf, midnight } from "../../../policy/index.ts";
import { policyFor } from "../ask-desk.ts";
import { reading, refuse } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Allowances, NewPack } from "../shapes/allowances.ts";
import { Id } from "../shapes/basics.ts";

const IdParam = z.object({ id: Id });
const common = { tag: "charges", output: Allowances } as const;
const DAY = 86_400_000;

export const ALLOWANCE_ROUTES = [
  route({
    ...common,
    id: "allowances",
    title: "What a customer's plan includes, what they bought, and what is left",
    method: "GET",
    path: "/organisations/{id}/allowances",
    may: { staff: "agent", key: "customers:read" },
    params: IdParam,
    problems: ["not-found"],
    run: (ask) => reading(ask, async (look) => ({ items: await allowancesOf(look, ask.params.id) })),
  }),
  route({
    ...common,
    id: "addPack",
    title: "Enter a pack of hours or requests that a customer has bought",
    method: "POST",
    path: "/organisations/{id}/packs",
    may: { staff: "lead", key: "customers:write" },
    params: IdParam,
    body: NewPack,
    status: 201,
    problems: ["invalid-input", "not-found"],
    async run(ask) {
      const { house, desk, body, params } = ask;
      const { desk: about } = await policyFor(house, desk);
      const known = await reading(ask, (look) => allowancesOf(look, params.id));
      const allowance = known.find((each) => each.id === body.allowance);
      const now = house.now();
      refuse(days(body));
      const starts = body.starts === undefined ? now : midnight(body.starts, about.zone);
      const ends = body.ends === undefined ? null : midnight(nextDay(body.ends), about.zone);
      refuse([
        ...(allowance ? [] : [{ at: "allowance", message: known.length ? `one of: ${known.map((each) => each.id).join(", ")}` : "the policy has no allowances" }]),
        ...(allowance && (allowance.time ? body.minutes === undefined || body.requests !== undefined : body.requests === undefined || body.minutes !== undefined)
          ? [{ at: allowance.time ? "minutes" : "requests", message: `this allowance is counted in ${allowance.time ? "minutes" : "requests"}` }]
          : []),
        ...(ends !== null && ends <= Math.max(starts, now) ? [{ at: "ends", message: ends <= starts ? "it ends before it begins" : "it has ended already" }] : []),
      ]);
      const quantity = allowance?.time ? (body.minutes ?? 0) * 60_000 : (body.requests ?? 0);
      await house.database.asDesk(desk, (tx) =>
        addPack(tx, desk, { organisation: params.id, allowance: body.allowance, quantity, starts, ends, reference: body.reference, by: actorOf(ask.viewer).name }, now),
      );
      return reading(ask, async (look) => ({ items: await allowancesOf(look, params.id) }));
    },
  }),
  route({
    ...common,
    id: "withdrawPack",
    title: "Take back a pack; what was drawn from it stays drawn",
    method: "DELETE",
    path: "/organisations/{id}/packs/{pack}",
    may: { staff: "lead", key: "customers:write" },
    params: IdParam.extend({ pack: Id }),
    problems: ["not-found"],
    async run(ask) {
      await ask.house.database.asDesk(ask.desk, (tx) => withdrawPack(tx, ask.params.id, ask.params.pack, ask.house.now()));
      return reading(ask, async (look) => ({ items: await allowancesOf(look, ask.params.id) }));
    },
  }),
];

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** A date that the calendar has not is refused before it is reckoned with. */
const days = ({ starts, ends }: { readonly starts?: string | undefined; readonly ends?: string | undefined }): Fault[] =>
  Object.entries({ starts, ends }).flatMap(([at, day]) => (day !== undefined && dayOf(day) === null ? [{ at, message: "the calendar has no such day" }] : []));
