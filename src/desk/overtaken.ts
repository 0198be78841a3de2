// The refusal of an act that rests on what somebody else has changed since.
import { sentence } from "../words/phrase.ts";
import { Problem } from "./problem.ts";

/** Problem changed-meanwhile: the revision that it `is` at, and the one that the caller `saw`. */
export const overtaken = (what: "ticket" | "problem", is: number, saw: number): Problem => new Problem("changed-meanwhile", sentence(`refused.${what}-revision`, { is: String(is), saw: String(saw) }));
