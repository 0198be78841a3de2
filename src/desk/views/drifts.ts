// Promises of which a customer was told another time than the clock has now: an alarm for leads.
import { named } from "../../words/phrase.ts";
import { driftedPromises } from "../promises/reads.ts";
import { PAGE } from "../promises/shown.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";

const MOST = 200;

/** The newest first; each until a mail or a page has told the new time, also after the promise ended. */
export async function driftsView(look: Look) {
  const [rows, { policy }] = await Promise.all([driftedPromises(look.tx, MOST), policyNow(look)]);
  const { lang } = readerOf(look, policy);
  return {
    items: rows.map((p) => {
      const drift = p.drift as { at: number; told: number | null; due: number | null };
      const last = (p.told as { by: string }[]).at(-1);
      return {
        id: p.id,
        ticket: p.number,
        subject: p.ticket_subject,
        kind: p.kind,
        label: named(lang, "promise", p.kind),
        clause: p.clause,
        state: p.state as "kept",
        told: instantIsoOrNull(drift.told),
        toldBy: last?.by === PAGE ? ("page" as const) : ("mail" as const),
        due: instantIsoOrNull(drift.due),
        at: instantIso(drift.at),
      };
    }),
  };
}
