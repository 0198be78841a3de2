// Customers from a table: sent, looked at without changing anything, then brought in; how far it is can be asked at any time.
import { z } from "zod";
import { newId } from "../../../database/new-id.ts";
import type { ImportsRow } from "../../../database/rows.gen.ts";
import { whoIs } from "../../../desk/actor.ts";
import { safeFileName } from "../../../desk/files/file-name.ts";
import { dropImport, importOf, importsOf, makeImport, startImport } from "../../../desk/imports/jobs.ts";
import { Problem } from "../../../desk/problem.ts";
import { instantIso } from "../../../desk/views/instant-iso.ts";
import { reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Id } from "../shapes/basics.ts";
import { Import, ImportList, ImportWhole } from "../shapes/imports.ts";
import { sentence } from "../../../words/phrase.ts";

const WRITE = { staff: "lead", key: "customers:write" } as const;
const IdParam = z.object({ id: Id });
const MOST_BYTES = 50_000_000;

export const IMPORT_ROUTES = [
  route({
    id: "newImport",
    tag: "customers",
    title: "Send a table of customers; it is looked at, and nothing is changed yet",
    method: "POST",
    path: "/imports",
    may: WRITE,
    takes: "files",
    output: Import,
    status: 201,
    problems: ["invalid-input", "too-large"],
    async run(ask) {
      const { house, desk, viewer, files } = ask;
      for await (const { name, bytes } of files()) {
        const { sha256: sha } = await house.blobs.keep(bytes, MOST_BYTES);
        const id = newId(house.now());
        await house.database.asDesk(desk, (tx) => makeImport(tx, desk, { id, name: safeFileName(name), sha, by: { id: whoIs(viewer), name: viewer.name }, at: house.now() }));
        return reading(ask, async ({ tx }) => brief(found(await importOf(tx, id))));
      }
      throw new Problem("invalid-input", sentence("refused.no-upload"), [{ at: "", message: "one CSV file" }]);
    },
  }),
  route({
    id: "imports",
    tag: "customers",
    title: "Tables of customers that came, the newest first",
    method: "GET",
    path: "/imports",
    may: WRITE,
    output: ImportList,
    problems: [],
    run: (ask) => reading(ask, async ({ tx }) => ({ items: (await importsOf(tx)).map(brief) })),
  }),
  route({
    id: "import",
    tag: "customers",
    title: "One table of customers: how far it is, what it changes, and its faults row by row",
    method: "GET",
    path: "/imports/{id}",
    may: WRITE,
    params: IdParam,
    output: ImportWhole,
    problems: ["not-found"],
    run: (ask) => reading(ask, async ({ tx }) => whole(found(await importOf(tx, ask.params.id)))),
  }),
  route({
    id: "runImport",
    tag: "customers",
    title: "Bring a table in that was looked at",
    method: "PUT",
    path: "/imports/{id}/run",
    may: WRITE,
    params: IdParam,
    output: ImportWhole,
    problems: ["not-found", "already-taken"],
    async run(ask) {
      const { house, desk, params } = ask;
      const started = await house.database.asDesk(desk, (tx) => startImport(tx, params.id));
      const row = await reading(ask, async ({ tx }) => found(await importOf(tx, params.id)));
      if (!started && row.state !== "running" && row.state !== "done") throw new Problem("already-taken", sentence("refused.import-waits"));
      return whole(row);
    },
  }),
  route({
    id: "dropImport",
    tag: "customers",
    title: "Let go of a table that was not brought in",
    method: "DELETE",
    path: "/imports/{id}",
    may: WRITE,
    params: IdParam,
    output: "nothing",
    problems: ["not-found"],
    async run({ house, desk, params }) {
      if (!(await house.database.asDesk(desk, (tx) => dropImport(tx, params.id)))) throw new Problem("not-found", sentence("refused.no-import-waits"));
    },
  }),
];

function found(row: ImportsRow | null): ImportsRow {
  if (!row) throw new Problem("not-found", sentence("refused.no-import"));
  return row;
}

const brief = (i: ImportsRow) => ({
  id: i.id,
  name: i.name,
  state: i.state as z.input<typeof Import>["state"],
  encoding: i.encoding,
  separator: i.separator,
  total: i.total,
  done: i.done,
  new: i.fresh,
  changed: i.changed,
  unchanged: i.same,
  failed: i.failed,
  fault: i.fault,
  by: i.by_name,
  madeAt: instantIso(i.made_at),
  endedAt: i.ended_at === null ? null : instantIso(i.ended_at),
});

const whole = (i: ImportsRow) => ({ ...brief(i), faults: i.faults as z.input<typeof ImportWhole>["faults"], sample: i.sample as z.input<typeof ImportWhole>["sample"] });
