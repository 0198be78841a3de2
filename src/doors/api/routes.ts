// The one list of routes: the server registers it, the OpenAPI document is printed from it, tests walk through it.
import type { Route } from "./route.ts";
import { ACCEPTANCE_ROUTES } from "./routes/acceptances.ts";
import { ALLOWANCE_ROUTES } from "./routes/allowances.ts";
import { ASKING_ROUTES } from "./routes/asking.ts";
import { CHARGE_ROUTES } from "./routes/charges.ts";
import { CONTEST_ROUTES } from "./routes/contests.ts";
import { CHECKLIST_ROUTES } from "./routes/checklists.ts";
import { CHANGE_ROUTES } from "./routes/changes.ts";
import { PAID_WORK_ROUTES } from "./routes/paid-work.ts";
import { CONDUCT_ROUTES } from "./routes/conduct.ts";
import { CUSTOMER_ROUTES } from "./routes/customers.ts";
import { DESK_ROUTES } from "./routes/desk.ts";
import { FRAME_ROUTES } from "./routes/frames.ts";
import { ENDPOINT_ROUTES } from "./routes/endpoints.ts";
import { HOOK_IN_ROUTES } from "./routes/hooks-in.ts";
import { VERSION_ROUTES } from "./routes/versions.ts";
import { NEW_VERSION_ROUTES } from "./routes/new-version.ts";
import { HOURS_ROUTES } from "./routes/hours.ts";
import { HOUSE_ROUTES } from "./routes/house-keeping.ts";
import { IMPORT_ROUTES } from "./routes/imports.ts";
import { JOIN_ROUTES } from "./routes/joins.ts";
import { LEDGER_ROUTES } from "./routes/ledger.ts";
import { MAIL_ROUTES } from "./routes/mails.ts";
import { PROBLEM_ROUTES } from "./routes/problems.ts";
import { REFUSAL_ROUTES } from "./routes/refusals.ts";
import { ROTA_ROUTES } from "./routes/rota.ts";
import { SESSION_ROUTES } from "./routes/session.ts";
import { SPLIT_ROUTES } from "./routes/splits.ts";
import { STANDING_ROUTES } from "./routes/standing.ts";
import { TICKET_ROUTES } from "./routes/tickets.ts";
import { TOGETHER_ROUTES } from "./routes/together.ts";
import { WORD_ROUTES } from "./routes/words.ts";

export const ROUTES: readonly Route[] = [
  ...DESK_ROUTES,
  ...SESSION_ROUTES,
  ...ASKING_ROUTES,
  ...TICKET_ROUTES,
  ...WORD_ROUTES,
  ...CHANGE_ROUTES,
  ...PAID_WORK_ROUTES,
  ...CHECKLIST_ROUTES,
  ...CONTEST_ROUTES,
  ...JOIN_ROUTES,
  ...SPLIT_ROUTES,
  ...PROBLEM_ROUTES,
  ...TOGETHER_ROUTES,
  ...CONDUCT_ROUTES,
  ...CUSTOMER_ROUTES,
  ...STANDING_ROUTES,
  ...ACCEPTANCE_ROUTES,
  ...REFUSAL_ROUTES,
  ...IMPORT_ROUTES,
  ...HOUSE_ROUTES,
  ...VERSION_ROUTES,
  ...NEW_VERSION_ROUTES,
  ...HOURS_ROUTES,
  ...HOOK_IN_ROUTES,
  ...MAIL_ROUTES,
  ...FRAME_ROUTES,
  ...ROTA_ROUTES,
  ...LEDGER_ROUTES,
  ...CHARGE_ROUTES,
  ...ALLOWANCE_ROUTES,
  ...ENDPOINT_ROUTES,
];
