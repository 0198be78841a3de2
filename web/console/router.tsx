// The addresses of the console below /<desk>/console. What most people rarely open comes when it is opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { desk } from "../shared/desk-path.ts";
import type { Filter } from "./data/tickets.ts";
import { Trouble } from "./parts/trouble.tsx";
import { Waiting } from "./parts/waiting.tsx";
import { Queue } from "./screens/queue/queue.tsx";
import { NotHere } from "./screens/not-here.tsx";
import { TicketScreen } from "./screens/ticket/ticket-screen.tsx";
import { Tickets } from "./screens/tickets/tickets.tsx";
import { Shell } from "./shell/shell.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: NotHere });
const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path }) as const;

const home = createRoute({
  ...at("/"),
  beforeLoad: () => {
    throw redirect({ to: "/queue" });
  },
});
const queue = createRoute({ ...at("/queue"), component: Queue });
export interface TicketsSearch {
  readonly status?: Filter["status"];
  readonly whose?: "me" | "none";
  readonly q?: string;
}
const tickets = createRoute({ ...at("/tickets"), component: Tickets, validateSearch: ticketsSearch });
const ticket = createRoute({ ...at("/tickets/$number"), component: TicketScreen });
const fresh = createRoute({ ...at("/new"), component: lazyRouteComponent(() => import("./screens/new-ticket/new-ticket.tsx"), "NewTicket") });
const customers = createRoute({ ...at("/customers"), component: lazyRouteComponent(() => import("./screens/customers/customers.tsx"), "Customers") });
const customer = createRoute({ ...at("/customers/$id"), component: lazyRouteComponent(() => import("./screens/customers/customer.tsx"), "Customer") });
const imported = createRoute({ ...at("/import"), component: lazyRouteComponent(() => import("./screens/customers/import-customers.tsx"), "ImportCustomers") });
const conduct = createRoute({ ...at("/conduct"), component: lazyRouteComponent(() => import("./screens/conduct/cases.tsx"), "Cases") });
const conductCase = createRoute({ ...at("/conduct/$id"), component: lazyRouteComponent(() => import("./screens/conduct/case.tsx"), "CaseScreen") });
const problems = createRoute({ ...at("/problems"), component: lazyRouteComponent(() => import("./screens/problems/problems.tsx"), "Problems") });
const problem = createRoute({ ...at("/problems/$id"), component: lazyRouteComponent(() => import("./screens/problems/problem.tsx"), "ProblemScreen") });
const refused = createRoute({ ...at("/refused"), component: lazyRouteComponent(() => import("./screens/refused/refused.tsx"), "Refused") });
const hours = createRoute({ ...at("/hours"), component: lazyRouteComponent(() => import("./screens/house/hours.tsx"), "Hours") });
const policy = createRoute({ ...at("/policy"), component: lazyRouteComponent(() => import("./screens/house/policy-versions.tsx"), "PolicyVersions") });
const newVersion = createRoute({ ...at("/policy/new"), component: lazyRouteComponent(() => import("./screens/house/new-version.tsx"), "NewVersion") });
const staff = createRoute({ ...at("/staff"), component: lazyRouteComponent(() => import("./screens/house/staff.tsx"), "StaffScreen") });
const rota = createRoute({ ...at("/rota"), component: lazyRouteComponent(() => import("./screens/rota/rota.tsx"), "RotaScreen") });
const promises = createRoute({ ...at("/promises"), component: lazyRouteComponent(() => import("./screens/promises/promises-report.tsx"), "PromisesReport") });
const drifts = createRoute({ ...at("/promises/drifts"), component: lazyRouteComponent(() => import("./screens/promises/drifts.tsx"), "DriftsScreen") });
const webhooks = createRoute({ ...at("/webhooks"), component: lazyRouteComponent(() => import("./screens/house/webhooks.tsx"), "Webhooks") });
const hooksIn = createRoute({ ...at("/webhooks/in"), component: lazyRouteComponent(() => import("./screens/house/hooks-in.tsx"), "HooksIn") });
const statements = createRoute({ ...at("/statements"), component: lazyRouteComponent(() => import("./screens/statements/statements.tsx"), "Statements") });
const keys = createRoute({ ...at("/keys"), component: lazyRouteComponent(() => import("./screens/house/keys.tsx"), "Keys") });
const inbound = createRoute({ ...at("/inbound"), component: lazyRouteComponent(() => import("./screens/house/inbound.tsx"), "Inbound") });
const mail = createRoute({ ...at("/mail"), component: lazyRouteComponent(() => import("./screens/house/mail-health.tsx"), "MailHealth") });
const words = createRoute({ ...at("/mail-words"), component: lazyRouteComponent(() => import("./screens/house/mail-words.tsx"), "MailWordsScreen") });

function ticketsSearch(given: Record<string, unknown>): TicketsSearch {
  const { status, whose, q } = given;
  return {
    ...(status === "waiting" || status === "closed" || status === "all" ? { status } : {}),
    ...(whose === "me" || whose === "none" ? { whose } : {}),
    ...(typeof q === "string" && q !== "" ? { q } : typeof q === "number" ? { q: String(q) } : {}),
  };
}

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    queue,
    tickets,
    ticket,
    fresh,
    customers,
    customer,
    imported,
    problems,
    problem,
    refused,
    conduct,
    conductCase,
    hours,
    policy,
    newVersion,
    staff,
    rota,
    promises,
    drifts,
    statements,
    webhooks,
    hooksIn,
    keys,
    inbound,
    mail,
    words,
  ]),
  basepath: `/${encodeURIComponent(desk)}/console`,
  defaultPreload: false,
  defaultPendingComponent: () => (
    <div className="page">
      <div className="page-in">
        <Waiting />
      </div>
    </div>
  ),
  defaultErrorComponent: ({ error, reset }) => (
    <div className="page">
      <div className="page-in">
        <Trouble error={error} retry={reset} />
      </div>
    </div>
  ),
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
