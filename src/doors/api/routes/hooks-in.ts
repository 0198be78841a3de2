// Webhooks that come in: made and given secrets by an administrator, called by the vendor's systems with a signature.
import { z } from "zod";
import { hearHook } from "../../../desk/hear-hook.ts";
import { hookOf, hooksOf, makeHook, removeHook, renewHook } from "../../../desk/hooks/hooks.ts";
import { hookSecret } from "../../../desk/hooks/signature.ts";
import { Problem } from "../../../desk/problem.ts";
import { instantIso } from "../../../desk/views/instant-iso.ts";
import { reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Id } from "../shapes/basics.ts";
import { HeardHook, type HookIn, HookInList, MadeHookIn, NewHookIn } from "../shapes/hooks.ts";

const ADMIN = { staff: "admin", key: "admin" } as const;
const IdParam = z.object({ id: Id });
const urlOf = (publicUrl: string, desk: string, id: string): string => `${publicUrl}/api/${desk}/hooks/${id}`;

export const HOOK_IN_ROUTES = [
  route({
    id: "hooksIn",
    tag: "desk",
    title: "Systems that may tell what stands of customers",
    method: "GET",
    path: "/hooks",
    may: ADMIN,
    output: HookInList,
    problems: [],
    run: (ask) =>
      reading(ask, async ({ tx, house, desk }) => ({
        items: (await hooksOf(tx)).map((h) => ({
          id: h.id,
          name: h.name,
          url: urlOf(house.publicUrl, desk, h.id),
          map: h.map as z.input<typeof HookIn>["map"],
          madeAt: instantIso(h.made_at),
          heardAt: h.heard_at === null ? null : instantIso(h.heard_at),
          fault: h.fault,
        })),
      })),
  }),
  route({
    id: "newHookIn",
    tag: "desk",
    title: "Let a system tell what stands of customers",
    method: "POST",
    path: "/hooks",
    may: ADMIN,
    body: NewHookIn,
    output: MadeHookIn,
    status: 201,
    problems: ["invalid-input"],
    secret: true,
    async run({ house, desk, viewer, body }) {
      const id = await house.database.asDesk(desk, (tx) => makeHook(tx, desk, body.name, body.map, viewer.name, house.now()));
      return { id, name: body.name, url: urlOf(house.publicUrl, desk, id), secret: hookSecret(house.secret, desk, id, 1), olderUntil: null };
    },
  }),
  route({
    id: "renewHookIn",
    tag: "desk",
    title: "Give the system a new secret; the one before holds for another day",
    method: "POST",
    path: "/hooks/{id}/secrets",
    may: ADMIN,
    params: IdParam,
    output: MadeHookIn,
    status: 201,
    problems: ["not-found"],
    secret: true,
    async run({ house, desk, params }) {
      return house.database.asDesk(desk, async (tx) => {
        const generation = await renewHook(tx, params.id, house.now());
        const row = generation === null ? null : await hookOf(tx, params.id);
        if (generation === null || !row) throw new Problem("not-found", "There is no such webhook.");
        const { name, older_until } = row;
        return {
          id: params.id,
          name,
          url: urlOf(house.publicUrl, desk, params.id),
          secret: hookSecret(house.secret, desk, params.id, generation),
          olderUntil: older_until === null ? null : instantIso(older_until),
        };
      });
    },
  }),
  route({
    id: "removeHookIn",
    tag: "desk",
    title: "Listen to the system no longer",
    method: "DELETE",
    path: "/hooks/{id}",
    may: ADMIN,
    params: IdParam,
    output: "nothing",
    problems: ["not-found"],
    async run({ house, desk, params }) {
      if (!(await house.database.asDesk(desk, (tx) => removeHook(tx, params.id, house.now())))) throw new Problem("not-found", "There is no such webhook.");
    },
  }),
  route({
    id: "hearHook",
    tag: "desk",
    title: "Tell what stands of a customer, signed (Standard Webhooks): the same id again has no second effect",
    method: "POST",
    path: "/hooks/{id}",
    may: { anyone: true },
    params: IdParam,
    takes: "signed",
    output: HeardHook,
    problems: ["invalid-input", "not-found", "sign-in-needed", "too-large", "still-running"],
    perMinute: 600,
    run: ({ house, desk, params, signed }) => hearHook(house, desk, params.id, signed().with, signed().body, signed().message),
  }),
];
