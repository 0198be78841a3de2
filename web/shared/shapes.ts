// The API's shapes under the names that the screens use; the shapes themselves are made from the server's own.
import type { InboundMail, TicketPromise, TicketSummary } from "./api.gen.ts";

export type {
  Acceptance,
  Allowance,
  Allowances,
  NewPack,
  Pack,
  PackCorrection,
  Refusals,
  AbsenceInput,
  CapacityInput,
  Drifts,
  LedgerSums,
  Publication,
  Rota,
  RotaChanged,
  ShiftInput,
  Askable,
  Clause as ClauseText,
  Closure,
  CustomerStanding,
  Decision,
  DeskInfo as Desk,
  Endpoint,
  EndpointSecret,
  FactNow,
  FileLink,
  HookCall,
  HookDelivery,
  HookIn,
  HookInList,
  HookMap,
  MadeHookIn,
  Import,
  ImportWhole,
  InboundMail,
  JoinPreview,
  Key as ApiKey,
  LiveEvent,
  MadeClosure,
  MadeKey,
  Maintenance,
  Me,
  Message,
  NewStaff,
  MailHealth,
  MailTemplate,
  MailTemplateList,
  MailTemplateVersions,
  MailWords,
  MailWordsPreview,
  NextDue,
  Opened,
  OutgoingMail,
  OwnClock,
  Statement,
  Proof,
  Organisation,
  OrganisationWhole,
  Person,
  PolicyPage,
  PreviewAnswer,
  QueueItem,
  QueuePage,
  Quote,
  Reason,
  Requester,
  Ruling,
  ConductCase,
  ConductLine,
  SaidPromise,
  SimilarTicket,
  SplitPreview,
  Staff,
  Standing,
  StandingFact,
  TermInput,
  Ticket,
  TicketMails,
  TicketPromise,
  TicketSummary,
  TimelineEntry,
  Upload,
  Uploads,
  Value,
} from "./api.gen.ts";

export type Status = TicketSummary["status"];
export type PromiseState = TicketPromise["state"];
export type InboundState = InboundMail["state"];
/** One part of a list and where the next begins; null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
/** Somebody else on a ticket. */
export interface Reading {
  readonly id: string;
  readonly name: string;
  readonly doing: "reading" | "writing";
}
