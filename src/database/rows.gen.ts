// Row types of every table, made from the migrations by `npm run generate:rows`. Do not edit.

export interface AbsencesRow {
  desk: string;
  id: string;
  staff: string;
  starts: number;
  ends: number;
  reason: string;
  made_at: number;
  made_by: string;
}

export interface AbsencesNew {
  desk: string;
  id: string;
  staff: string;
  starts: number;
  ends: number;
  reason: string;
  made_at: number;
  made_by: string;
}

export interface AcceptancesRow {
  desk: string;
  id: string;
  organisation: string | null;
  person: string;
  document: string;
  version: string;
  policy: number;
  offer: string | null;
  title: string;
  words: string;
  language: string;
  channel: string;
  at: number;
}

export interface AcceptancesNew {
  desk: string;
  id: string;
  organisation?: string | null;
  person: string;
  document: string;
  version: string;
  policy: number;
  offer?: string | null;
  title: string;
  words: string;
  language: string;
  channel: string;
  at: number;
}

export interface ApiKeysRow {
  desk: string;
  id: string;
  name: string;
  hash: Uint8Array;
  scopes: readonly string[];
  made_at: number;
  used_at: number | null;
  revoked_at: number | null;
}

export interface ApiKeysNew {
  desk: string;
  id: string;
  name: string;
  hash: Uint8Array;
  scopes: readonly string[];
  made_at?: number;
  used_at?: number | null;
  revoked_at?: number | null;
}

export interface ChargesRow {
  desk: string;
  id: string;
  ticket: string;
  organisation: string | null;
  person: string;
  kind: string;
  offer: string | null;
  clause: string | null;
  reason: string | null;
  net: number;
  taxes: unknown;
  gross: number;
  currency: string;
  state: string;
  proposed_by: string | null;
  decided_by: string | null;
  made_at: number;
  booked_at: number | null;
  statement: number | null;
}

export interface ChargesNew {
  desk: string;
  id: string;
  ticket: string;
  organisation?: string | null;
  person: string;
  kind: string;
  offer?: string | null;
  clause?: string | null;
  reason?: string | null;
  net: number;
  taxes: unknown;
  gross: number;
  currency: string;
  state?: string;
  proposed_by?: string | null;
  decided_by?: string | null;
  made_at: number;
  booked_at?: number | null;
  statement?: number | null;
}

export interface ChecklistItemsRow {
  desk: string;
  id: string;
  list: string;
  ticket: string;
  n: number;
  text: string;
  state: string;
  at: number | null;
  by_kind: string | null;
  by_name: string | null;
  channel: string | null;
}

export interface ChecklistItemsNew {
  desk: string;
  id: string;
  list: string;
  ticket: string;
  n: number;
  text: string;
  state?: string;
  at?: number | null;
  by_kind?: string | null;
  by_name?: string | null;
  channel?: string | null;
}

export interface ChecklistsRow {
  desk: string;
  id: string;
  ticket: string;
  ask: string | null;
  findings: unknown;
  words: string;
  made_at: number;
  made_by: string;
  ended_at: number | null;
}

export interface ChecklistsNew {
  desk: string;
  id: string;
  ticket: string;
  ask?: string | null;
  findings: unknown;
  words: string;
  made_at: number;
  made_by: string;
  ended_at?: number | null;
}

export interface ClosingsRow {
  desk: string;
  id: string;
  ticket: string;
  event: string;
  outcome: string;
  message: string | null;
  clause: string;
  follows: unknown;
  asked_at: number;
  asked_by: string;
  closes_at: number | null;
  state: string;
  answered_at: number | null;
  answered_by: string | null;
  channel: string | null;
}

export interface ClosingsNew {
  desk: string;
  id: string;
  ticket: string;
  event: string;
  outcome: string;
  message?: string | null;
  clause: string;
  follows: unknown;
  asked_at: number;
  asked_by: string;
  closes_at?: number | null;
  state?: string;
  answered_at?: number | null;
  answered_by?: string | null;
  channel?: string | null;
}

export interface ClosuresRow {
  desk: string;
  id: string;
  calendar: string;
  first: string;
  last: string;
  hours: unknown;
  reason: string;
  made_at: number;
  made_by: string;
  ended_at: number | null;
  announce_by: number | null;
  since: number;
  until: number | null;
}

export interface ClosuresNew {
  desk: string;
  id: string;
  calendar: string;
  first: string;
  last: string;
  hours?: unknown;
  reason: string;
  made_at: number;
  made_by: string;
  ended_at?: number | null;
  announce_by?: number | null;
  since?: number;
  until?: number | null;
}

export interface ConductCasesRow {
  desk: string;
  id: string;
  ticket: string;
  person: string;
  organisation: string | null;
  policy: number;
  facts: unknown;
  asked: unknown;
  statement: string;
  opened_by: string | null;
  opened_at: number;
  state: string;
  answer_by: number | null;
  lapses_at: number | null;
  heard_at: number | null;
  decider: string | null;
  clause: string | null;
  option: string | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: number | null;
  contest_by: number | null;
  contestable: boolean;
  appealed_at: number | null;
  appeal_due: number | null;
  appeal_decider: string | null;
  appeal_lifts: boolean | null;
  appeal_reason: string | null;
  appeal_by: string | null;
  appeal_at: number | null;
  lifted_at: number | null;
  decided_as: string | null;
  appeal_as: string | null;
}

export interface ConductCasesNew {
  desk: string;
  id: string;
  ticket: string;
  person: string;
  organisation?: string | null;
  policy: number;
  facts: unknown;
  asked: unknown;
  statement?: string;
  opened_by?: string | null;
  opened_at: number;
  state?: string;
  answer_by?: number | null;
  lapses_at?: number | null;
  heard_at?: number | null;
  decider?: string | null;
  clause?: string | null;
  option?: string | null;
  reason?: string | null;
  decided_by?: string | null;
  decided_at?: number | null;
  contest_by?: number | null;
  contestable?: boolean;
  appealed_at?: number | null;
  appeal_due?: number | null;
  appeal_decider?: string | null;
  appeal_lifts?: boolean | null;
  appeal_reason?: string | null;
  appeal_by?: string | null;
  appeal_at?: number | null;
  lifted_at?: number | null;
  decided_as?: string | null;
  appeal_as?: string | null;
}

export interface ConductEvidenceRow {
  desk: string;
  id: string;
  of_case: string;
  message: string;
  ticket: string;
  text: string;
  sha: string;
  raw: string | null;
  said_at: number;
  added_at: number;
  added_by: string | null;
}

export interface ConductEvidenceNew {
  desk: string;
  id: string;
  of_case: string;
  message: string;
  ticket: string;
  text: string;
  sha: string;
  raw?: string | null;
  said_at: number;
  added_at: number;
  added_by?: string | null;
}

export interface ConductMailsRow {
  desk: string;
  mail_id: string;
  of_case: string;
}

export interface ConductMailsNew {
  desk: string;
  mail_id: string;
  of_case: string;
}

export interface ConductWordsRow {
  desk: string;
  id: string;
  of_case: string;
  kind: string;
  text: string;
  channel: string;
  authenticated: string | null;
  raw: string | null;
  at: number;
}

export interface ConductWordsNew {
  desk: string;
  id: string;
  of_case: string;
  kind: string;
  text: string;
  channel: string;
  authenticated?: string | null;
  raw?: string | null;
  at: number;
}

export interface DecisionsRow {
  desk: string;
  id: string;
  ticket: string;
  event: string;
  moment: string;
  at: number;
  policy: number;
  facts: unknown;
  results: unknown;
  reasons: unknown;
  effects: unknown;
  untold: unknown;
}

export interface DecisionsNew {
  desk: string;
  id: string;
  ticket: string;
  event: string;
  moment: string;
  at: number;
  policy: number;
  facts: unknown;
  results: unknown;
  reasons: unknown;
  effects: unknown;
  untold?: unknown;
}

export interface DesksRow {
  desk: string;
  names: unknown;
  prefix: string;
  languages: readonly string[];
  zone: string;
  address: string;
  colour: string | null;
  made_at: number;
  hours: number;
  publishes: boolean;
  statements: number;
}

export interface DesksNew {
  desk: string;
  names: unknown;
  prefix: string;
  languages: readonly string[];
  zone: string;
  address: string;
  colour?: string | null;
  made_at?: number;
  hours?: number;
  publishes?: boolean;
  statements?: number;
}

export interface DrawsRow {
  desk: string;
  id: string;
  ticket: string;
  offer: string;
  organisation: string | null;
  person: string;
  allowance: string;
  pack: string | null;
  quantity: number;
  at: number;
  gives_back: string | null;
}

export interface DrawsNew {
  desk: string;
  id: string;
  ticket: string;
  offer: string;
  organisation?: string | null;
  person: string;
  allowance: string;
  pack?: string | null;
  quantity: number;
  at: number;
  gives_back?: string | null;
}

export interface EndpointsRow {
  desk: string;
  id: string;
  url: string;
  events: readonly string[];
  generation: number;
  rotated_at: number | null;
  made_at: number;
  made_by: string;
  stopped_at: number | null;
}

export interface EndpointsNew {
  desk: string;
  id: string;
  url: string;
  events: readonly string[];
  generation?: number;
  rotated_at?: number | null;
  made_at: number;
  made_by: string;
  stopped_at?: number | null;
}

export interface EventsRow {
  desk: string;
  id: string;
  kind: string;
  ticket: string | null;
  by_kind: string;
  by_id: string | null;
  at: number;
  detail: unknown;
  tx: string;
  seq: number;
}

export interface EventsNew {
  desk: string;
  id: string;
  kind: string;
  ticket?: string | null;
  by_kind: string;
  by_id?: string | null;
  at: number;
  detail?: unknown;
  tx?: string;
  seq?: number;
}

export interface FilesRow {
  desk: string;
  id: string;
  ticket: string;
  message: string;
  name: string;
  type: string;
  size: number;
  sha: string;
  at: number;
}

export interface FilesNew {
  desk: string;
  id: string;
  ticket: string;
  message: string;
  name: string;
  type: string;
  size: number;
  sha: string;
  at?: number;
}

export interface GiveBacksRow {
  desk: string;
  id: string;
  ticket: string;
  allowance: string;
  time: boolean;
  quantity: number;
  reason: string;
  state: string;
  proposed_by: string;
  decided_by: string | null;
  made_at: number;
  decided_at: number | null;
  place: string;
  ends: number | null;
}

export interface GiveBacksNew {
  desk: string;
  id: string;
  ticket: string;
  allowance: string;
  time: boolean;
  quantity: number;
  reason: string;
  state?: string;
  proposed_by: string;
  decided_by?: string | null;
  made_at: number;
  decided_at?: number | null;
  place?: string;
  ends?: number | null;
}

export interface HeldActsRow {
  desk: string;
  id: string;
  ticket: string;
  event: unknown;
  code: Uint8Array;
  mail_id: string;
  made_at: number;
  ends_at: number;
  wrong: number;
  answered_at: number | null;
  done_at: number | null;
  fault: string | null;
}

export interface HeldActsNew {
  desk: string;
  id: string;
  ticket: string;
  event: unknown;
  code: Uint8Array;
  mail_id: string;
  made_at: number;
  ends_at: number;
  wrong?: number;
  answered_at?: number | null;
  done_at?: number | null;
  fault?: string | null;
}

export interface HookCallsRow {
  desk: string;
  id: string;
  hook: string;
  message: string;
  outcome: string;
  organisation: string | null;
  fault: string | null;
  at: number;
}

export interface HookCallsNew {
  desk: string;
  id: string;
  hook: string;
  message: string;
  outcome: string;
  organisation?: string | null;
  fault?: string | null;
  at: number;
}

export interface HooksHeardRow {
  desk: string;
  hook: string;
  id: string;
  organisation: string | null;
  changed: boolean;
  at: number;
}

export interface HooksHeardNew {
  desk: string;
  hook: string;
  id: string;
  organisation?: string | null;
  changed: boolean;
  at: number;
}

export interface HooksInRow {
  desk: string;
  id: string;
  name: string;
  map: unknown;
  generation: number;
  older_until: number | null;
  made_at: number;
  made_by: string;
  heard_at: number | null;
  fault: string | null;
  removed_at: number | null;
  paused_at: number | null;
}

export interface HooksInNew {
  desk: string;
  id: string;
  name: string;
  map: unknown;
  generation?: number;
  older_until?: number | null;
  made_at: number;
  made_by: string;
  heard_at?: number | null;
  fault?: string | null;
  removed_at?: number | null;
  paused_at?: number | null;
}

export interface IdempotencyKeysRow {
  desk: string;
  who: string;
  key: string;
  request: string;
  status: number | null;
  response: unknown;
  at: number;
}

export interface IdempotencyKeysNew {
  desk: string;
  who: string;
  key: string;
  request: string;
  status?: number | null;
  response?: unknown;
  at?: number;
}

export interface ImapAccountsRow {
  desk: string;
  account: string;
  uid_validity: string | null;
  last_uid: number;
  since: number;
  connected_at: number | null;
  mail_at: number | null;
  fault: string | null;
  fault_at: number | null;
}

export interface ImapAccountsNew {
  desk: string;
  account: string;
  uid_validity?: string | null;
  last_uid?: number;
  since: number;
  connected_at?: number | null;
  mail_at?: number | null;
  fault?: string | null;
  fault_at?: number | null;
}

export interface ImportsRow {
  desk: string;
  id: string;
  name: string;
  sha: string;
  state: string;
  encoding: string | null;
  separator: string | null;
  total: number;
  done: number;
  fresh: number;
  changed: number;
  same: number;
  failed: number;
  faults: unknown;
  sample: unknown;
  fault: string | null;
  by_id: string;
  by_name: string;
  made_at: number;
  ended_at: number | null;
  claimed_until: number | null;
}

export interface ImportsNew {
  desk: string;
  id: string;
  name: string;
  sha: string;
  state: string;
  encoding?: string | null;
  separator?: string | null;
  total?: number;
  done?: number;
  fresh?: number;
  changed?: number;
  same?: number;
  failed?: number;
  faults?: unknown;
  sample?: unknown;
  fault?: string | null;
  by_id: string;
  by_name: string;
  made_at: number;
  ended_at?: number | null;
  claimed_until?: number | null;
}

export interface InboundMailsRow {
  desk: string;
  sha: string;
  sender: string | null;
  recipient: string;
  size: number;
  at: number;
  state: string;
  fault: string | null;
  ticket: string | null;
  entrance: string;
  ip: string | null;
  helo: string | null;
  proof: unknown;
  placed: unknown;
}

export interface InboundMailsNew {
  desk: string;
  sha: string;
  sender?: string | null;
  recipient: string;
  size: number;
  at: number;
  state?: string;
  fault?: string | null;
  ticket?: string | null;
  entrance?: string;
  ip?: string | null;
  helo?: string | null;
  proof?: unknown;
  placed?: unknown;
}

export interface JoinsRow {
  desk: string;
  id: string;
  ticket: string;
  standing: string;
  at: number;
  before: unknown;
  standing_before: unknown;
  standing_after: number | null;
  undone_at: number | null;
  of_split: string | null;
}

export interface JoinsNew {
  desk: string;
  id: string;
  ticket: string;
  standing: string;
  at: number;
  before: unknown;
  standing_before: unknown;
  standing_after?: number | null;
  undone_at?: number | null;
  of_split?: string | null;
}

export interface LedgerSumsRow {
  desk: string;
  by: string;
  week: string;
  key: string;
  kind: string;
  state: string;
  part: number;
  n: number;
}

export interface LedgerSumsNew {
  desk: string;
  by: string;
  week: string;
  key: string;
  kind: string;
  state: string;
  part: number;
  n: number;
}

export interface MailFramesRow {
  desk: string;
  mail: string;
  version: number;
  words: unknown;
  made_at: number;
  made_by: string;
}

export interface MailFramesNew {
  desk: string;
  mail: string;
  version: number;
  words?: unknown;
  made_at: number;
  made_by: string;
}

export interface MailThreadsRow {
  desk: string;
  mail_id: string;
  ticket: string;
}

export interface MailThreadsNew {
  desk: string;
  mail_id: string;
  ticket: string;
}

export interface MailboxRow {
  desk: string;
  id: string;
  seq: number;
  sender: string;
  recipients: readonly string[];
  subject: string;
  headers: unknown;
  text: string;
  html: string;
  at: number;
}

export interface MailboxNew {
  desk: string;
  id: string;
  seq?: number;
  sender: string;
  recipients: readonly string[];
  subject: string;
  headers: unknown;
  text: string;
  html: string;
  at?: number;
}

export interface MaintenanceRow {
  desk: string;
  id: string;
  starts: number;
  ends: number;
  words: string;
  announced_at: number;
  announced_by: string;
  called_off_at: number | null;
  announce_by: number | null;
  clause: string | null;
}

export interface MaintenanceNew {
  desk: string;
  id: string;
  starts: number;
  ends: number;
  words: string;
  announced_at: number;
  announced_by: string;
  called_off_at?: number | null;
  announce_by?: number | null;
  clause?: string | null;
}

export interface MeasureTicketsRow {
  desk: string;
  measure: string;
  ticket: string;
  kept: unknown;
}

export interface MeasureTicketsNew {
  desk: string;
  measure: string;
  ticket: string;
  kept: unknown;
}

export interface MeasuresRow {
  desk: string;
  id: string;
  of_case: string;
  person: string;
  organisation: string | null;
  kind: string;
  clause: string;
  refund: string | null;
  channels: readonly string[];
  starts: number;
  ends: number | null;
  ended_at: number | null;
  ended_how: string | null;
  ended_by: string | null;
  ended_reason: string | null;
}

export interface MeasuresNew {
  desk: string;
  id: string;
  of_case: string;
  person: string;
  organisation?: string | null;
  kind: string;
  clause: string;
  refund?: string | null;
  channels?: readonly string[];
  starts: number;
  ends?: number | null;
  ended_at?: number | null;
  ended_how?: string | null;
  ended_by?: string | null;
  ended_reason?: string | null;
}

export interface MessagesRow {
  desk: string;
  id: string;
  ticket: string;
  kind: string;
  author: string | null;
  author_name: string;
  channel: string;
  language: string;
  text: string;
  html: string | null;
  whole: string | null;
  mail_id: string | null;
  raw: string | null;
  at: number;
  robot: string | null;
  heeds: readonly string[];
  brought_by: string | null;
  subject: string | null;
  words: string | null;
  meant_for: string | null;
  piece_of: string | null;
  may_contest: readonly string[];
}

export interface MessagesNew {
  desk: string;
  id: string;
  ticket: string;
  kind: string;
  author?: string | null;
  author_name: string;
  channel: string;
  language?: string;
  text: string;
  html?: string | null;
  whole?: string | null;
  mail_id?: string | null;
  raw?: string | null;
  at: number;
  robot?: string | null;
  heeds?: readonly string[];
  brought_by?: string | null;
  subject?: string | null;
  words?: string | null;
  meant_for?: string | null;
  piece_of?: string | null;
  may_contest?: readonly string[];
}

export interface OauthTokensRow {
  desk: string;
  account: string;
  given: Uint8Array;
  token: Uint8Array;
  at: number;
}

export interface OauthTokensNew {
  desk: string;
  account: string;
  given: Uint8Array;
  token: Uint8Array;
  at: number;
}

export interface OccurrencesRow {
  desk: string;
  id: string;
  kind: string;
  person: string | null;
  organisation: string | null;
  ticket: string | null;
  at: number;
}

export interface OccurrencesNew {
  desk: string;
  id: string;
  kind: string;
  person?: string | null;
  organisation?: string | null;
  ticket?: string | null;
  at: number;
}

export interface OffersRow {
  desk: string;
  id: string;
  ticket: string;
  key: string;
  clause: string;
  policy: number;
  net: number;
  taxes: unknown;
  gross: number;
  currency: string;
  covers: number | null;
  exact: boolean;
  documents: unknown;
  state: string;
  made_at: number;
  answered_at: number | null;
  answered_by: string | null;
  channel: string | null;
  words: string | null;
  made_by: string | null;
  allowance: unknown;
}

export interface OffersNew {
  desk: string;
  id: string;
  ticket: string;
  key: string;
  clause: string;
  policy: number;
  net: number;
  taxes: unknown;
  gross: number;
  currency: string;
  covers?: number | null;
  exact?: boolean;
  documents: unknown;
  state?: string;
  made_at: number;
  answered_at?: number | null;
  answered_by?: string | null;
  channel?: string | null;
  words?: string | null;
  made_by?: string | null;
  allowance?: unknown;
}

export interface OrganisationHistoryRow {
  desk: string;
  organisation: string;
  since: number;
  attributes: unknown;
  changed_by: string;
  terms: unknown;
  by_name: string;
  door: string;
}

export interface OrganisationHistoryNew {
  desk: string;
  organisation: string;
  since: number;
  attributes: unknown;
  changed_by: string;
  terms?: unknown;
  by_name?: string;
  door?: string;
}

export interface OrganisationsRow {
  desk: string;
  id: string;
  name: string;
  zone: string | null;
  language: string | null;
  attributes: unknown;
  made_at: number;
  changed_at: number;
  terms: unknown;
  country: string | null;
  vat_number: string | null;
}

export interface OrganisationsNew {
  desk: string;
  id: string;
  name: string;
  zone?: string | null;
  language?: string | null;
  attributes?: unknown;
  made_at?: number;
  changed_at?: number;
  terms?: unknown;
  country?: string | null;
  vat_number?: string | null;
}

export interface OutboxRow {
  desk: string;
  id: string;
  kind: string;
  ticket: string | null;
  payload: unknown;
  made_at: number;
  send_at: number;
  tries: number;
  claimed_until: number | null;
  done_at: number | null;
  fault: string | null;
  began_at: number | null;
  given_up_at: number | null;
  answer: string | null;
  settled_at: number | null;
  settled_by: string | null;
}

export interface OutboxNew {
  desk: string;
  id: string;
  kind: string;
  ticket?: string | null;
  payload: unknown;
  made_at: number;
  send_at: number;
  tries?: number;
  claimed_until?: number | null;
  done_at?: number | null;
  fault?: string | null;
  began_at?: number | null;
  given_up_at?: number | null;
  answer?: string | null;
  settled_at?: number | null;
  settled_by?: string | null;
}

export interface PackChangesRow {
  desk: string;
  id: string;
  pack: string;
  was: unknown;
  became: unknown;
  reason: string;
  at: number;
  by_name: string;
}

export interface PackChangesNew {
  desk: string;
  id: string;
  pack: string;
  was: unknown;
  became: unknown;
  reason: string;
  at: number;
  by_name: string;
}

export interface PacksRow {
  desk: string;
  id: string;
  organisation: string;
  allowance: string;
  quantity: number;
  starts: number;
  ends: number | null;
  reference: string;
  made_at: number;
  made_by: string;
  withdrawn_at: number | null;
}

export interface PacksNew {
  desk: string;
  id: string;
  organisation: string;
  allowance: string;
  quantity: number;
  starts: number;
  ends?: number | null;
  reference?: string;
  made_at: number;
  made_by: string;
  withdrawn_at?: number | null;
}

export interface ParticipantsRow {
  desk: string;
  ticket: string;
  address: string;
  name: string;
  copied: boolean;
  since: number;
  removed_at: number | null;
}

export interface ParticipantsNew {
  desk: string;
  ticket: string;
  address: string;
  name: string;
  copied?: boolean;
  since: number;
  removed_at?: number | null;
}

export interface PeopleRow {
  desk: string;
  id: string;
  organisation: string | null;
  name: string;
  email: string;
  phone: string | null;
  language: string | null;
  zone: string | null;
  sees: string;
  made_at: number;
  bounced_at: number | null;
  bounced_why: string | null;
}

export interface PeopleNew {
  desk: string;
  id: string;
  organisation?: string | null;
  name: string;
  email: string;
  phone?: string | null;
  language?: string | null;
  zone?: string | null;
  sees?: string;
  made_at?: number;
  bounced_at?: number | null;
  bounced_why?: string | null;
}

export interface PoliciesRow {
  desk: string;
  version: number;
  label: string;
  effective: string;
  text: string;
  sha: string;
  activated_at: number;
  activated_by: string;
  takes_effect: number;
  withdrawn_at: number | null;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
  replaced_by: number | null;
}

export interface PoliciesNew {
  desk: string;
  version: number;
  label: string;
  effective: string;
  text: string;
  sha: string;
  activated_at?: number;
  activated_by: string;
  takes_effect: number;
  withdrawn_at?: number | null;
  withdrawn_by?: string | null;
  withdrawn_why?: string | null;
  replaced_by?: number | null;
}

export interface PolicyNewsRow {
  desk: string;
  version: number;
  kind: string;
  was: number | null;
  made_at: number;
  made_by: string;
  clause: string | null;
  announce_by: number | null;
  late_why: string | null;
  at: number;
  after: string | null;
  told: number;
  missed: number;
  unreachable: number;
  kept_back: number;
  done_at: number | null;
}

export interface PolicyNewsNew {
  desk: string;
  version: number;
  kind: string;
  was?: number | null;
  made_at: number;
  made_by: string;
  clause?: string | null;
  announce_by?: number | null;
  late_why?: string | null;
  at: number;
  after?: string | null;
  told?: number;
  missed?: number;
  unreachable?: number;
  kept_back?: number;
  done_at?: number | null;
}

export interface PolicyToldRow {
  desk: string;
  version: number;
  kind: string;
  person: string;
  outbox: string;
  at: number;
}

export interface PolicyToldNew {
  desk: string;
  version: number;
  kind: string;
  person: string;
  outbox: string;
  at: number;
}

export interface ProblemAnswersRow {
  desk: string;
  id: string;
  problem: string;
  event: string;
  texts: unknown;
  send_as: unknown;
  earlier: string | null;
  solves: boolean;
  by_kind: string;
  by_id: string | null;
  by_name: string;
  made_at: number;
  ended_at: number | null;
  files: unknown;
}

export interface ProblemAnswersNew {
  desk: string;
  id: string;
  problem: string;
  event: string;
  texts: unknown;
  send_as: unknown;
  earlier?: string | null;
  solves: boolean;
  by_kind: string;
  by_id?: string | null;
  by_name: string;
  made_at: number;
  ended_at?: number | null;
  files?: unknown;
}

export interface ProblemSendsRow {
  desk: string;
  answer: string;
  ticket: string;
  message: string;
  language: string | null;
  state: string;
  why: string | null;
  tries: number;
  at: number | null;
}

export interface ProblemSendsNew {
  desk: string;
  answer: string;
  ticket: string;
  message: string;
  language?: string | null;
  state?: string;
  why?: string | null;
  tries?: number;
  at?: number | null;
}

export interface ProblemTicketsRow {
  desk: string;
  ticket: string;
  problem: string;
  at: number;
  by_name: string;
}

export interface ProblemTicketsNew {
  desk: string;
  ticket: string;
  problem: string;
  at: number;
  by_name: string;
}

export interface ProblemsRow {
  desk: string;
  id: string;
  n: number;
  event: string;
  title: string;
  known: string;
  state: string;
  revision: number;
  made_at: number;
  made_by: string;
  solved_at: number | null;
  solved_by: string | null;
}

export interface ProblemsNew {
  desk: string;
  id: string;
  n: number;
  event: string;
  title: string;
  known: string;
  state?: string;
  revision?: number;
  made_at: number;
  made_by: string;
  solved_at?: number | null;
  solved_by?: string | null;
}

export interface PromisesRow {
  desk: string;
  id: string;
  ticket: string;
  subject: string;
  kind: string;
  clause: string;
  policy: number;
  strength: string;
  starts: number;
  due: number | null;
  goal: number | null;
  calendar: string;
  state: string;
  made_at: number;
  ended_at: number | null;
  pauses: unknown;
  met_at: number | null;
  told: unknown;
  drift: unknown;
  hours: number;
  risk: unknown;
  expert: string | null;
  topic: string | null;
}

export interface PromisesNew {
  desk: string;
  id: string;
  ticket: string;
  subject: string;
  kind: string;
  clause: string;
  policy: number;
  strength: string;
  starts: number;
  due?: number | null;
  goal?: number | null;
  calendar: string;
  state?: string;
  made_at: number;
  ended_at?: number | null;
  pauses?: unknown;
  met_at?: number | null;
  told?: unknown;
  drift?: unknown;
  hours?: number;
  risk?: unknown;
  expert?: string | null;
  topic?: string | null;
}

export interface RecordTimersRow {
  desk: string;
  organisation: string;
  at: number;
  claimed_until: number | null;
  tries: number;
}

export interface RecordTimersNew {
  desk: string;
  organisation: string;
  at: number;
  claimed_until?: number | null;
  tries?: number;
}

export interface RulingsRow {
  desk: string;
  ticket: string;
  clause: string;
  role: string;
  options: unknown;
  state: string;
  option: string | null;
  reason: string | null;
  asked_at: number;
  decided_by: string | null;
  decided_at: number | null;
  decided_as: string | null;
}

export interface RulingsNew {
  desk: string;
  ticket: string;
  clause: string;
  role: string;
  options: unknown;
  state?: string;
  option?: string | null;
  reason?: string | null;
  asked_at: number;
  decided_by?: string | null;
  decided_at?: number | null;
  decided_as?: string | null;
}

export interface SessionsRow {
  desk: string;
  token: Uint8Array;
  who: string;
  id: string;
  made_at: number;
  ends_at: number;
}

export interface SessionsNew {
  desk: string;
  token: Uint8Array;
  who: string;
  id: string;
  made_at?: number;
  ends_at: number;
}

export interface ShieldsRow {
  desk: string;
  person: string;
  staff: string;
  since: number;
  made_by: string;
}

export interface ShieldsNew {
  desk: string;
  person: string;
  staff: string;
  since: number;
  made_by: string;
}

export interface ShiftsRow {
  desk: string;
  id: string;
  staff: string;
  zone: string;
  first: string;
  last: string | null;
  begins: number;
  minutes: number;
  made_at: number;
  made_by: string;
}

export interface ShiftsNew {
  desk: string;
  id: string;
  staff: string;
  zone: string;
  first: string;
  last?: string | null;
  begins: number;
  minutes: number;
  made_at: number;
  made_by: string;
}

export interface SignInLinksRow {
  desk: string;
  token: Uint8Array;
  person: string;
  ends_at: number;
  used_at: number | null;
}

export interface SignInLinksNew {
  desk: string;
  token: Uint8Array;
  person: string;
  ends_at: number;
  used_at?: number | null;
}

export interface SkipsRow {
  desk: string;
  ticket: string;
  staff: string;
  reason: string;
  at: number;
}

export interface SkipsNew {
  desk: string;
  ticket: string;
  staff: string;
  reason: string;
  at: number;
}

export interface SplitsRow {
  desk: string;
  id: string;
  ticket: string;
  at: number;
  subject: string;
  findings: unknown;
  before: unknown;
  parts: readonly string[];
  undone_at: number | null;
}

export interface SplitsNew {
  desk: string;
  id: string;
  ticket: string;
  at: number;
  subject: string;
  findings: unknown;
  before: unknown;
  parts: readonly string[];
  undone_at?: number | null;
}

export interface StaffRow {
  desk: string;
  id: string;
  name: string;
  email: string;
  password: string;
  role: string;
  language: string;
  present: boolean;
  trained: readonly string[];
  demo: boolean;
  disabled_at: number | null;
  made_at: number;
  capacity: number | null;
  holds: readonly string[];
}

export interface StaffNew {
  desk: string;
  id: string;
  name: string;
  email: string;
  password: string;
  role: string;
  language?: string;
  present?: boolean;
  trained?: readonly string[];
  demo?: boolean;
  disabled_at?: number | null;
  made_at?: number;
  capacity?: number | null;
  holds?: readonly string[];
}

export interface StatementsRow {
  desk: string;
  number: number;
  month: string;
  organisation: string | null;
  person: string | null;
  name: string;
  currency: string;
  net: number;
  gross: number;
  made_at: number;
  made_by: string;
  head: unknown;
}

export interface StatementsNew {
  desk: string;
  number: number;
  month: string;
  organisation?: string | null;
  person?: string | null;
  name: string;
  currency: string;
  net: number;
  gross: number;
  made_at: number;
  made_by: string;
  head?: unknown;
}

export interface SubscribersRow {
  desk: string;
  id: string;
  email: string;
  language: string;
  zone: string;
  since: number;
}

export interface SubscribersNew {
  desk: string;
  id: string;
  email: string;
  language: string;
  zone: string;
  since: number;
}

export interface TicketMarksRow {
  desk: string;
  ticket: string;
  language: string;
  marks: readonly string[];
  topics: readonly string[];
  words: readonly string[];
}

export interface TicketMarksNew {
  desk: string;
  ticket: string;
  language: string;
  marks: readonly string[];
  topics: readonly string[];
  words: readonly string[];
}

export interface TicketsRow {
  desk: string;
  id: string;
  number: string;
  subject: string;
  requester: string;
  organisation: string | null;
  channel: string;
  language: string;
  zone: string;
  status: string;
  refused: boolean;
  outcome: string | null;
  assignee: string | null;
  rank: number;
  rank_clause: string | null;
  policy: number;
  claims: unknown;
  findings: unknown;
  results: unknown;
  opened_at: number;
  changed_at: number;
  said_at: number;
  closed_at: number | null;
  revision: number;
  answer_to: string | null;
  joined_into: string | null;
  split_from: string | null;
  slowed_until: number | null;
  solution: string | null;
  follows: string | null;
}

export interface TicketsNew {
  desk: string;
  id: string;
  number: string;
  subject: string;
  requester: string;
  organisation?: string | null;
  channel: string;
  language: string;
  zone: string;
  status?: string;
  refused?: boolean;
  outcome?: string | null;
  assignee?: string | null;
  rank?: number;
  rank_clause?: string | null;
  policy: number;
  claims?: unknown;
  findings?: unknown;
  results?: unknown;
  opened_at: number;
  changed_at: number;
  said_at: number;
  closed_at?: number | null;
  revision?: number;
  answer_to?: string | null;
  joined_into?: string | null;
  split_from?: string | null;
  slowed_until?: number | null;
  solution?: string | null;
  follows?: string | null;
}

export interface TimersRow {
  desk: string;
  ticket: string;
  key: string;
  at: number;
  moment: string;
  about: string;
  claimed_until: number | null;
  tries: number;
}

export interface TimersNew {
  desk: string;
  ticket: string;
  key: string;
  at: number;
  moment: string;
  about: string;
  claimed_until?: number | null;
  tries?: number;
}

export interface WorkRow {
  desk: string;
  id: string;
  ticket: string;
  kind: string;
  staff: string;
  starts: number;
  ends: number | null;
  ended_by: string | null;
}

export interface WorkNew {
  desk: string;
  id: string;
  ticket: string;
  kind: string;
  staff: string;
  starts: number;
  ends?: number | null;
  ended_by?: string | null;
}

export interface Tables {
  absences: AbsencesRow;
  acceptances: AcceptancesRow;
  api_keys: ApiKeysRow;
  charges: ChargesRow;
  checklist_items: ChecklistItemsRow;
  checklists: ChecklistsRow;
  closings: ClosingsRow;
  closures: ClosuresRow;
  conduct_cases: ConductCasesRow;
  conduct_evidence: ConductEvidenceRow;
  conduct_mails: ConductMailsRow;
  conduct_words: ConductWordsRow;
  decisions: DecisionsRow;
  desks: DesksRow;
  draws: DrawsRow;
  endpoints: EndpointsRow;
  events: EventsRow;
  files: FilesRow;
  give_backs: GiveBacksRow;
  held_acts: HeldActsRow;
  hook_calls: HookCallsRow;
  hooks_heard: HooksHeardRow;
  hooks_in: HooksInRow;
  idempotency_keys: IdempotencyKeysRow;
  imap_accounts: ImapAccountsRow;
  imports: ImportsRow;
  inbound_mails: InboundMailsRow;
  joins: JoinsRow;
  ledger_sums: LedgerSumsRow;
  mail_frames: MailFramesRow;
  mail_threads: MailThreadsRow;
  mailbox: MailboxRow;
  maintenance: MaintenanceRow;
  measure_tickets: MeasureTicketsRow;
  measures: MeasuresRow;
  messages: MessagesRow;
  oauth_tokens: OauthTokensRow;
  occurrences: OccurrencesRow;
  offers: OffersRow;
  organisation_history: OrganisationHistoryRow;
  organisations: OrganisationsRow;
  outbox: OutboxRow;
  pack_changes: PackChangesRow;
  packs: PacksRow;
  participants: ParticipantsRow;
  people: PeopleRow;
  policies: PoliciesRow;
  policy_news: PolicyNewsRow;
  policy_told: PolicyToldRow;
  problem_answers: ProblemAnswersRow;
  problem_sends: ProblemSendsRow;
  problem_tickets: ProblemTicketsRow;
  problems: ProblemsRow;
  promises: PromisesRow;
  record_timers: RecordTimersRow;
  rulings: RulingsRow;
  sessions: SessionsRow;
  shields: ShieldsRow;
  shifts: ShiftsRow;
  sign_in_links: SignInLinksRow;
  skips: SkipsRow;
  splits: SplitsRow;
  staff: StaffRow;
  statements: StatementsRow;
  subscribers: SubscribersRow;
  ticket_marks: TicketMarksRow;
  tickets: TicketsRow;
  timers: TimersRow;
  work: WorkRow;
}

export interface NewTables {
  absences: AbsencesNew;
  acceptances: AcceptancesNew;
  api_keys: ApiKeysNew;
  charges: ChargesNew;
  checklist_items: ChecklistItemsNew;
  checklists: ChecklistsNew;
  closings: ClosingsNew;
  closures: ClosuresNew;
  conduct_cases: ConductCasesNew;
  conduct_evidence: ConductEvidenceNew;
  conduct_mails: ConductMailsNew;
  conduct_words: ConductWordsNew;
  decisions: DecisionsNew;
  desks: DesksNew;
  draws: DrawsNew;
  endpoints: EndpointsNew;
  events: EventsNew;
  files: FilesNew;
  give_backs: GiveBacksNew;
  held_acts: HeldActsNew;
  hook_calls: HookCallsNew;
  hooks_heard: HooksHeardNew;
  hooks_in: HooksInNew;
  idempotency_keys: IdempotencyKeysNew;
  imap_accounts: ImapAccountsNew;
  imports: ImportsNew;
  inbound_mails: InboundMailsNew;
  joins: JoinsNew;
  ledger_sums: LedgerSumsNew;
  mail_frames: MailFramesNew;
  mail_threads: MailThreadsNew;
  mailbox: MailboxNew;
  maintenance: MaintenanceNew;
  measure_tickets: MeasureTicketsNew;
  measures: MeasuresNew;
  messages: MessagesNew;
  oauth_tokens: OauthTokensNew;
  occurrences: OccurrencesNew;
  offers: OffersNew;
  organisation_history: OrganisationHistoryNew;
  organisations: OrganisationsNew;
  outbox: OutboxNew;
  pack_changes: PackChangesNew;
  packs: PacksNew;
  participants: ParticipantsNew;
  people: PeopleNew;
  policies: PoliciesNew;
  policy_news: PolicyNewsNew;
  policy_told: PolicyToldNew;
  problem_answers: ProblemAnswersNew;
  problem_sends: ProblemSendsNew;
  problem_tickets: ProblemTicketsNew;
  problems: ProblemsNew;
  promises: PromisesNew;
  record_timers: RecordTimersNew;
  rulings: RulingsNew;
  sessions: SessionsNew;
  shields: ShieldsNew;
  shifts: ShiftsNew;
  sign_in_links: SignInLinksNew;
  skips: SkipsNew;
  splits: SplitsNew;
  staff: StaffNew;
  statements: StatementsNew;
  subscribers: SubscribersNew;
  ticket_marks: TicketMarksNew;
  tickets: TicketsNew;
  timers: TimersNew;
  work: WorkNew;
}
