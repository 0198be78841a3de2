// Webhooks that come in: made and given secrets by an administrator, called by the vendor's systems with a signature.
import { z } from "zod";
import { hearHook } from "../../../desk/acts/records/hear-hook.ts";
import { type CallOutcome, callsOf } from "../../../desk/hooks/calls.ts";
import { changeHook, hookOf, hooksOf, makeHook, removeHook, renewHook } from "../../../desk/hooks/hooks.ts";
import { hookSecret } from "../../../desk/hooks/signature.ts";
import { Problem } from "../../../desk/problem.ts";
import { instantIso, instantIsoOrNull } from "../../../desk/views/instant-iso.ts";
import { tellableFacts } from "../../../desk/views/standing.ts";
import { reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Id } from "../shapes/basics.ts";
import { HeardHook, HookCalls, type HookIn, HookInChange, HookInList, MadeHookIn, NewHookIn } from "../shapes/hooks.ts";

const ADMIN = { staff: "admin", key: "admin" } as const;
const NONE = "There is no such webhook.";
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
      reading(ask, async (look) => ({
        items: (await hooksOf(look.tx)).map((h) => ({
          id: h.id,
          name: h.name,
          url: urlOf(look.house.publicUrl, look.desk, h.id),
          map: h.map as z.input<typeof HookIn>["map"],
          madeAt: instantIso(h.made_at),
          madeBy: h.made_by,
          pausedAt: instantIsoOrNull(h.paused_at),
          olderUntil: h.older_until !== null && h.older_until > look.house.now() ? instantIso(h.older_until) : null,
          heardAt: instantIsoOrNull(h.heard_at),
          fault: h.fault,
        })),
        facts: await tellableFacts(look),
      })),
  }),
  route({
    id: "hookCalls",
    tag: "desk",
    title: "What came in by a webhook lately and what became of it, the newest hundred",
    method: "GET",
    path: "/hooks/{id}/calls",
    may: ADMIN,
    params: IdParam,
    output: HookCalls,
    problems: ["not-found"],
    run: (ask) =>
      reading(ask, async ({ tx }) => {
        if (!(await hookOf(tx, ask.params.id))) throw new Problem("not-found", NONE);
        return {
          items: (await callsOf(tx, ask.params.id)).map(({ id, message, outcome, organisation, name, fault, at }) => ({
            id,
            message,
            outcome: outcome as CallOutcome,
            organisation: organisation !== null && name !== null ? { id: organisation, name } : null,
            fault,
            at: instantIso(at),
          })),
        };
      }),
  }),
  route({
    id: "changeHookIn",
    tag: "desk",
    title: "Name a webhook anew, change where in its words the facts are, pause it, let it go on, or take its removal back",
    method: "PATCH",
    path: "/hooks/{id}",
    may: ADMIN,
    params: IdParam,
    body: HookInChange,
    output: "nothing",
    problems: ["invalid-input", "not-found"],
    async run({ house, desk, params, body }) {
      if (!(await house.database.asDesk(desk, (tx) => changeHook(tx, params.id, body, house.now())))) throw new Problem("not-found", NONE);
    },
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
        if (generation === null || !row) throw new Problem("not-found", NONE);
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
    title: "Listen to the system no longer; `removed: false` takes that back",
    method: "DELETE",
    path: "/hooks/{id}",
    may: ADMIN,
    params: IdParam,
    output: "nothing",
    problems: ["not-found"],
    async run({ house, desk, params }) {
      if (!(await house.database.asDesk(desk, (tx) => removeHook(tx, params.id, house.now())))) throw new Problem("not-found", NONE);
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
    problems: ["invalid-input", "not-found", "sign-in-needed", "too-large", "still-running", "paused"],
    perMinute: 600,
    run: ({ house, desk, params, signed }) => hearHook(house, desk, params.id, signed().with, signed().body, signed().message),
  }),
];
