// The desk, its policy, and what happens there.
import { z } from "zod";
import { policyTextInForce } from "../../../desk/policies/versions.ts";
import { deskInfo, publicPolicy } from "../../../desk/views/desk-info.ts";
import { route } from "../route.ts";
import { DeskInfo, PolicyPage, PolicyText } from "../shapes/desk.ts";
import { reading } from "../at-ticket.ts";

const LangQuery = z.strictObject({ lang: z.string().max(10).optional() });

export const DESK_ROUTES = [
  route({
    id: "desk",
    tag: "desk",
    title: "The desk as strangers see it",
    method: "GET",
    path: "",
    may: { anyone: true },
    query: LangQuery,
    output: DeskInfo,
    problems: ["not-found"],
    run: ({ house, desk, query, languages }) => house.database.asDesk(desk, (tx) => deskInfo(tx, house, desk, [query.lang, ...languages]), { readOnly: true }),
  }),
  route({
    id: "policy",
    tag: "policy",
    title: "The public page of the policy in force, as data",
    method: "GET",
    path: "/policy",
    may: { anyone: true },
    query: LangQuery,
    output: PolicyPage,
    problems: ["not-found"],
    run: ({ house, desk, query, languages }) => house.database.asDesk(desk, (tx) => publicPolicy(tx, house, desk, [query.lang, ...languages]), { readOnly: true }),
  }),
  route({
    id: "policyText",
    tag: "policy",
    title: "The text of the policy in force",
    method: "GET",
    path: "/policy/text",
    may: { staff: "agent", key: "admin" },
    output: PolicyText,
    problems: ["not-found"],
    run: (ask) => reading(ask, ({ tx }) => policyTextInForce(tx, ask.house.now())),
  }),
  route({
    id: "live",
    tag: "live",
    title: "What happens, as server-sent events (LiveEvent); Last-Event-ID resumes",
    method: "GET",
    path: "/live",
    may: { person: true, staff: "agent", key: "tickets:read" },
    output: "live",
    problems: ["sign-in-needed"],
    run: async () => undefined,
  }),
];
