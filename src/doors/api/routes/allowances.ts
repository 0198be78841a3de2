// Allowances of a customer: what is left, packs that they bought beforehand, and correcting those.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { addPack, correctPack, packToCorrect, termsOf } from "../../../desk/allowances/packs.ts";
import type { Fault } from "../../../desk/problem.ts";
import { allowancesOf } from "../../../desk/views/allowances.ts";
import { midnight } from "../../../policy/index.ts";
import { quantityText } from "../../../words/allowance.ts";
import { policyFor } from "../ask-desk.ts";
import { type AnyAsk, reading, refuse } from "../at-ticket.ts";
import { dayFaults, endOf } from "../last-day.ts";
import { route } from "../route.ts";
import { Allowances, NewPack, PackCorrection } from "../shapes/allowances.ts";
import { Id } from "../shapes/basics.ts";

const IdParam = z.object({ id: Id });
const common = { tag: "charges", output: Allowances } as const;
const WRITES = { staff: "lead", key: "customers:write" } as const;
const MINUTE = 60_000;

export const ALLOWANCE_ROUTES = [
  route({
    ...common,
    id: "allowances",
    title: "What a customer's plan includes, what they bought, what each request drew, and what is left",
    method: "GET",
    path: "/organisations/{id}/allowances",
    may: { staff: "agent", key: "customers:read" },
    params: IdParam,
    problems: ["not-found"],
    run: (ask) => shown(ask, ask.params.id),
  }),
  route({
    ...common,
    id: "addPack",
    title: "Enter a pack of hours or requests that a customer has bought",
    method: "POST",
    path: "/organisations/{id}/packs",
    may: WRITES,
    params: IdParam,
    body: NewPack,
    status: 201,
    problems: ["invalid-input", "not-found"],
    async run(ask) {
      const { house, desk, body, params } = ask;
      const { desk: about } = await policyFor(house, desk);
      const known = (await shown(ask, params.id)).items;
      const allowance = known.find((each) => each.id === body.allowance);
      const now = house.now();
      refuse(dayFaults(body));
      const starts = body.starts === undefined ? now : midnight(body.starts, about.zone);
      const ends = endOf(body.ends, about.zone);
      refuse([
        ...(allowance ? [] : [{ at: "allowance", message: known.length ? `one of: ${known.map((each) => each.id).join(", ")}` : "the policy has no allowances" }]),
        ...(allowance ? counted(allowance.time, body, true) : []),
        ...(ends !== null && ends <= Math.max(starts, now) ? [{ at: "ends", message: ends <= starts ? "it ends before it begins" : "it has ended already" }] : []),
      ]);
      await house.database.asDesk(desk, (tx) =>
        addPack(tx, desk, { organisation: params.id, allowance: body.allowance, quantity: quantityOf(body) ?? 0, starts, ends, reference: body.reference, by: actorOf(ask.viewer).name }, now),
      );
      return shown(ask, params.id);
    },
  }),
  route({
    ...common,
    id: "correctPack",
    title: "Correct a pack or take it back, with the reason; what was drawn from it stays drawn",
    method: "PATCH",
    path: "/organisations/{id}/packs/{pack}",
    may: WRITES,
    params: IdParam.extend({ pack: Id }),
    body: PackCorrection,
    problems: ["invalid-input", "not-found"],
    async run(ask) {
      const { house, desk, body, params, viewer } = ask;
      const { desk: about } = await policyFor(house, desk);
      const known = (await shown(ask, params.id)).items;
      refuse(dayFaults(body));
      await house.database.asDesk(desk, async (tx) => {
        const { pack, drawn } = await packToCorrect(tx, params.id, params.pack);
        const time = known.find((each) => each.id === pack.allowance)?.time ?? body.minutes !== undefined;
        const was = termsOf(pack);
        const to = {
          quantity: quantityOf(body) ?? was.quantity,
          starts: body.starts === undefined ? was.starts : midnight(body.starts, about.zone),
          ends: body.ends === undefined ? was.ends : endOf(body.ends, about.zone),
          reference: body.reference ?? was.reference,
          withdrawn: body.withdrawn ?? was.withdrawn,
        };
        refuse([
          ...counted(time, body, false),
          ...(to.quantity < drawn ? [{ at: time ? "minutes" : "requests", message: `${quantityText(drawn, time, "en")} were drawn from it already; it cannot hold less` }] : []),
          ...(to.ends !== null && to.ends <= to.starts ? [{ at: "ends", message: "it ends before it begins" }] : []),
        ]);
        await correctPack(tx, desk, pack, to, { reason: body.reason, by: actorOf(viewer).name, at: house.now() });
      });
      return shown(ask, params.id);
    },
  }),
];

type Amount = { readonly minutes?: number | undefined; readonly requests?: number | undefined };

const shown = (ask: Pick<AnyAsk, "house" | "desk" | "viewer">, id: string) => reading(ask, async (look) => ({ items: await allowancesOf(look, id) }));

const quantityOf = ({ minutes, requests }: Amount): number | undefined => (minutes === undefined ? requests : minutes * MINUTE);

/** An allowance is counted in one of the two; the other is no answer. */
function counted(time: boolean, { minutes, requests }: Amount, needed: boolean): Fault[] {
  const [own, other, at] = time ? [minutes, requests, "minutes"] : [requests, minutes, "requests"];
  return other !== undefined || (needed && own === undefined) ? [{ at, message: `this allowance is counted in ${at}` }] : [];
}
