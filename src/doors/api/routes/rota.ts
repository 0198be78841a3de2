// The rota: who is on duty when, and who is away.
import { z } from "zod";
import { collide, isZone } from "../../../policy/index.ts";
import { actorOf } from "../../../desk/actor.ts";
import { type Fault, Problem } from "../../../desk/problem.ts";
import { absencesFrom, shiftsOf } from "../../../desk/rota/reads.ts";
import { dropAbsence, dropShift, keepAbsence, keepShift, oneByOne } from "../../../desk/rota/writes.ts";
import { changeStaff } from "../../../desk/staff/sign-in.ts";
import { expertById } from "../../../desk/staff/reads.ts";
import { deskFindings } from "../../../desk/views/desk-findings.ts";
import { instantIso } from "../../../desk/views/instant-iso.ts";
import { rotaWeek } from "../../../desk/views/rota.ts";
import type { Tx } from "../../../database/tx.ts";
import { type AnyAsk, reading, refuse } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Day, Id } from "../shapes/basics.ts";
import { AbsenceInput, CapacityInput, Rota, RotaChanged, ShiftInput } from "../shapes/rota.ts";

const LEAD = { staff: "lead", key: "admin" } as const;
const READ = { staff: "agent", key: "admin" } as const;
const one = { params: z.object({ id: Id }), may: LEAD, output: RotaChanged } as const;
const put = { ...one, tag: "rota", method: "PUT", problems: ["invalid-input"] } as const;
const drop = { ...one, tag: "rota", method: "DELETE", problems: ["invalid-input", "not-found"] } as const;

export const ROTA_ROUTES = [
  route({
    id: "rota",
    tag: "rota",
    title: "A week of the rota: who is on duty, who is away, where nobody is, and the closures from then on",
    method: "GET",
    path: "/rota",
    may: READ,
    query: z.strictObject({ from: Day.optional().describe("its first day; this week's Monday without it") }),
    output: Rota,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, (look) => rotaWeek(look, ask.query.from)),
  }),
  route({
    ...put,
    id: "setShift",
    title: "Set a shift, once or every week",
    path: "/shifts/{id}",
    body: ShiftInput,
    run: (ask) =>
      changed(ask, async (tx) => {
        const { begins: clock, ...s } = ask.body;
        const [hour, minute] = clock.split(":").map(Number) as [number, number];
        const shift = { id: ask.params.id, ...s, begins: hour * 60 + minute };
        const faults: Fault[] = [];
        if (!isZone(shift.zone)) faults.push({ at: "zone", message: `"${shift.zone}" is no time zone; use a name like Europe/Paris` });
        if (shift.last !== null && shift.last < shift.first) faults.push({ at: "last", message: "not before the first day" });
        await checkStaff(tx, shift.staff, faults);
        refuse(faults);
        const other = (await shiftsOf(tx, shift.staff)).find((each) => each.id !== shift.id && isZone(each.zone) && collide(each, shift));
        if (other) refuse([{ at: "begins", message: `overlaps with another shift of the same person, from ${other.first}` }]);
        await keepShift(tx, ask.desk, shift, actorOf(ask.viewer).name, ask.house.now());
      }),
  }),
  route({ ...drop, id: "dropShift", title: "Take a shift off the rota", path: "/shifts/{id}", run: (ask) => changed(ask, (tx) => there(dropShift(tx, ask.params.id))) }),
  route({
    ...put,
    id: "setAbsence",
    title: "Say that somebody is away",
    path: "/absences/{id}",
    body: AbsenceInput,
    run: (ask) =>
      changed(ask, async (tx) => {
        const absence = { id: ask.params.id, staff: ask.body.staff, starts: Date.parse(ask.body.from), ends: Date.parse(ask.body.to), reason: ask.body.reason };
        const faults: Fault[] = [];
        if (absence.ends <= absence.starts) faults.push({ at: "to", message: "after the beginning" });
        await checkStaff(tx, absence.staff, faults);
        const other = (await absencesFrom(tx, absence.starts)).find((a) => a.id !== absence.id && a.staff === absence.staff && a.starts < absence.ends);
        if (other) faults.push({ at: "from", message: `overlaps with another absence, ${instantIso(other.starts)} to ${instantIso(other.ends)}` });
        refuse(faults);
        await keepAbsence(tx, ask.desk, absence, actorOf(ask.viewer).name, ask.house.now());
      }),
  }),
  route({
    ...put,
    id: "setCapacity",
    title: "Say how many open tickets somebody has room for",
    path: "/staff/{id}/capacity",
    problems: ["invalid-input", "not-found"],
    body: CapacityInput,
    run: (ask) => changed(ask, (tx) => there(changeStaff(tx, ask.params.id, { capacity: ask.body.capacity }, ask.house.now()))),
  }),
  route({ ...drop, id: "dropAbsence", title: "Take an absence back", path: "/absences/{id}", run: (ask) => changed(ask, (tx) => there(dropAbsence(tx, ask.params.id))) }),
];

type Changing = AnyAsk & { readonly params: { readonly id: string } };

/** Changes the rota in a transaction of its own and says what does not fit together now. */
async function changed(ask: Changing, change: (tx: Tx) => Promise<void>): Promise<z.input<typeof RotaChanged>> {
  const { house, desk } = ask;
  const result = await house.database.asDesk(desk, async (tx) => {
    await oneByOne(tx);
    await change(tx);
    return { findings: await deskFindings(tx, desk, house.now()) };
  });
  house.changed({ desk, ticket: null, event: ask.eventId, kind: "rota" });
  return result;
}

async function there(dropped: Promise<boolean>): Promise<void> {
  if (!(await dropped)) throw new Problem("not-found");
}

async function checkStaff(tx: Tx, id: string, faults: Fault[]): Promise<void> {
  if (!(await expertById(tx, id))) faults.push({ at: "staff", message: "nobody of this id works here" });
}
