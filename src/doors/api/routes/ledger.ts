// The ledger: every promise, as a list, as CSV and as sums; and whether everybody may read the sums.
import { Problem } from "../../../desk/problem.ts";
import { publishesSums, publishSums } from "../../../desk/promises/sums.ts";
import { driftsView } from "../../../desk/views/drifts.ts";
import { ledgerPage, ledgerSums } from "../../../desk/views/ledger.ts";
import { ledgerCsv } from "../../../desk/views/ledger-csv.ts";
import { stranger } from "../../../desk/views/stranger.ts";
import { reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Drifts, LedgerCsvQuery, LedgerPage, LedgerQuery, LedgerSums, Publication, PublicationInput, PublishedQuery, SumsQuery } from "../shapes/ledger.ts";

const LEAD = { staff: "lead", key: "tickets:read" } as const;
const AGENT = { staff: "agent", key: "tickets:read" } as const;

export const LEDGER_ROUTES = [
  route({
    id: "ledger",
    tag: "ledger",
    title: "Every promise, the newest first; an agent's own",
    method: "GET",
    path: "/ledger",
    may: AGENT,
    query: LedgerQuery,
    output: LedgerPage,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, (look) => ledgerPage(look, ask.query)),
  }),
  route({
    id: "ledgerCsv",
    tag: "ledger",
    title: "The same as CSV, to save",
    method: "GET",
    path: "/ledger.csv",
    may: AGENT,
    query: LedgerCsvQuery,
    output: "download",
    problems: ["invalid-input"],
    run: async (ask) => ({ bytes: ledgerCsv((view) => reading(ask, view), { ...ask.query, limit: 1 }), name: `promises-${ask.desk}.csv`, type: "text/csv; charset=utf-8" }),
  }),
  route({
    id: "ledgerSums",
    tag: "ledger",
    title: "How many promises were kept, by clause, kind, week, expert or topic",
    method: "GET",
    path: "/ledger/sums",
    may: LEAD,
    query: SumsQuery,
    output: LedgerSums,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, (look) => ledgerSums(look, ask.query.by, { ...(ask.query.from !== undefined && { from: ask.query.from }), ...(ask.query.to !== undefined && { to: ask.query.to }) })),
  }),
  route({
    id: "drifts",
    tag: "ledger",
    title: "Promises of which the customer was told another time than the clock has now",
    method: "GET",
    path: "/ledger/drifts",
    may: LEAD,
    output: Drifts,
    problems: [],
    run: (ask) => reading(ask, driftsView),
  }),
  route({
    id: "publishedSums",
    tag: "ledger",
    title: "The sums that the desk publishes: by clause, kind or week, small counts left out",
    method: "GET",
    path: "/ledger/published",
    may: { anyone: true },
    query: PublishedQuery,
    output: LedgerSums,
    problems: ["not-found", "invalid-input"],
    run: (ask) =>
      ask.house.database.asDesk(
        ask.desk,
        async (tx) => {
          if (!(await publishesSums(tx))) throw new Problem("not-found", "This desk does not publish its sums.");
          return ledgerSums({ tx, house: ask.house, desk: ask.desk, viewer: stranger, wanted: ask.query.lang ?? ask.languages[0] }, ask.query.by, {}, true);
        },
        { readOnly: true },
      ),
  }),
  route({
    id: "publication",
    tag: "ledger",
    title: "What of the ledger everybody may read",
    method: "GET",
    path: "/ledger/publication",
    may: AGENT,
    output: Publication,
    problems: [],
    run: (ask) => reading(ask, async ({ tx }) => ({ sums: await publishesSums(tx) })),
  }),
  route({
    id: "publish",
    tag: "ledger",
    title: "Publish the sums, or keep them to the desk",
    method: "PUT",
    path: "/ledger/publication",
    may: { staff: "admin", key: "admin" },
    body: PublicationInput,
    output: Publication,
    problems: ["invalid-input"],
    async run({ house, desk, body }) {
      await house.database.asDesk(desk, (tx) => publishSums(tx, body.sums));
      return body;
    },
  }),
];
