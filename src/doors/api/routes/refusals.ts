// What was refused: counted by clause and listed, with what was contested and reversed.
import { z } from "zod";
import { refusals } from "../../../desk/views/refusals.ts";
import { reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { At } from "../shapes/basics.ts";
import { Refusals } from "../shapes/refusals.ts";

const NINETY_DAYS = 90 * 86_400_000;

export const REFUSAL_ROUTES = [
  route({
    id: "refusals",
    tag: "tickets",
    title: "What was refused, by the clause that refused it; the last ninety days where nothing is said",
    method: "GET",
    path: "/refusals",
    may: { staff: "agent", key: "tickets:read" },
    query: z.strictObject({ from: At.optional() }),
    output: Refusals,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, (look) => refusals(look, ask.query.from === undefined ? ask.house.now() - NINETY_DAYS : Date.parse(ask.query.from))),
  }),
];
