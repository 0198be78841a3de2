// Types of the API, made from its shapes by `npm run generate:api`. Do not edit.

export type AdjustInput = ({
kind: ("credit" | "correction")
/**
 * cents without taxes; of a correction below zero where it is given back
 */
net: number
reason: string
} | {
kind: "give-back"
/**
 * of an allowance that counts time
 */
minutes?: number
/**
 * of one that counts requests
 */
requests?: number
/**
 * where it was taken from, while that runs; into the period that runs now; or as a pack of its own
 */
to?: ("origin" | "now" | "pack")
/**
 * the last day of that pack
 */
ends?: string
reason: string
})
export type Value = (string | number | boolean | null)
export type LiveEvent = ({
event: string
kind: string
ticket: (string | null)
by: {
kind: string
id: (string | null)
}
at: string
} | {
kind: "presence"
ticket: string
who: {
id: string
name: string
doing: ("reading" | "writing")
}[]
})

export interface Shapes {
AbsenceInput: AbsenceInput
Acceptance: Acceptance
AcceptanceList: AcceptanceList
AdjustDecision: AdjustDecision
AdjustInput: AdjustInput
AgreementInput: AgreementInput
Allowance: Allowance
Allowances: Allowances
Askable: Askable
AssigneeInput: AssigneeInput
By: By
CapacityInput: CapacityInput
Charge: Charge
Checklist: Checklist
ChecklistAsk: ChecklistAsk
ChecklistInput: ChecklistInput
ChecklistItem: ChecklistItem
ClaimsInput: ClaimsInput
Clause: Clause
ClosesNow: ClosesNow
Closing: Closing
Closure: Closure
ClosureInput: ClosureInput
ClosureList: ClosureList
ConductAppeal: ConductAppeal
ConductCase: ConductCase
ConductDecision: ConductDecision
ConductLifting: ConductLifting
ConductLine: ConductLine
ConductNaming: ConductNaming
ConductPage: ConductPage
ConductReport: ConductReport
ConductWords: ConductWords
ConsentInput: ConsentInput
CustomerStanding: CustomerStanding
Decision: Decision
DeskInfo: DeskInfo
Drawn: Drawn
Drifts: Drifts
Endpoint: Endpoint
EndpointChange: EndpointChange
EndpointInput: EndpointInput
EndpointSecret: EndpointSecret
Endpoints: Endpoints
EscalationInput: EscalationInput
FactNow: FactNow
Facts: Facts
FileLink: FileLink
FindingsInput: FindingsInput
HangingTicket: HangingTicket
HeardHook: HeardHook
HookCall: HookCall
HookCalls: HookCalls
HookDeliveries: HookDeliveries
HookDelivery: HookDelivery
HookIn: HookIn
HookInChange: HookInChange
HookInList: HookInList
HookMap: HookMap
Import: Import
ImportList: ImportList
ImportWhole: ImportWhole
InboundMail: InboundMail
InboundMailPage: InboundMailPage
JoinInput: JoinInput
JoinPreview: JoinPreview
Key: Key
KeyList: KeyList
LedgerEntry: LedgerEntry
LedgerPage: LedgerPage
LedgerSums: LedgerSums
LiveEvent: LiveEvent
MadeAcceptance: MadeAcceptance
MadeClosure: MadeClosure
MadeHookIn: MadeHookIn
MadeKey: MadeKey
MailFrame: MailFrame
MailHealth: MailHealth
MailPreview: MailPreview
MailTemplate: MailTemplate
MailTemplateInput: MailTemplateInput
MailTemplateList: MailTemplateList
MailTemplateVersions: MailTemplateVersions
MailWords: MailWords
MailWordsFinding: MailWordsFinding
MailWordsPreview: MailWordsPreview
MailWordsTry: MailWordsTry
Maintenance: Maintenance
MaintenanceList: MaintenanceList
Me: Me
MeInput: MeInput
Message: Message
NewAcceptance: NewAcceptance
NewAnswer: NewAnswer
NewClosure: NewClosure
NewHookIn: NewHookIn
NewKey: NewKey
NewMaintenance: NewMaintenance
NewMessage: NewMessage
NewNote: NewNote
NewOrganisation: NewOrganisation
NewPack: NewPack
NewPerson: NewPerson
NewPolicy: NewPolicy
NewSharedProblem: NewSharedProblem
NewStaff: NewStaff
NewTicket: NewTicket
NextDue: NextDue
Nothing: Nothing
Offer: Offer
Opened: Opened
Organisation: Organisation
OrganisationInput: OrganisationInput
OrganisationPage: OrganisationPage
OrganisationWhole: OrganisationWhole
OtherTicket: OtherTicket
OutgoingMail: OutgoingMail
OutgoingMailPage: OutgoingMailPage
OwnClock: OwnClock
Pack: Pack
PackCorrection: PackCorrection
Participant: Participant
ParticipantInput: ParticipantInput
Person: Person
PersonPage: PersonPage
Placed: Placed
PolicyActivated: PolicyActivated
PolicyFinding: PolicyFinding
PolicyPage: PolicyPage
PolicyRole: PolicyRole
PolicyText: PolicyText
PolicyTrial: PolicyTrial
PolicyVersion: PolicyVersion
PolicyVersions: PolicyVersions
PresenceInput: PresenceInput
PreviewAnswer: PreviewAnswer
PreviewInput: PreviewInput
Problem: Problem
Proof: Proof
Publication: Publication
PublicationInput: PublicationInput
QueueItem: QueueItem
QueuePage: QueuePage
Quote: Quote
QuoteInput: QuoteInput
Reason: Reason
ReceivedMail: ReceivedMail
RecordFact: RecordFact
Refusals: Refusals
Related: Related
RelatedTicket: RelatedTicket
RelatedTickets: RelatedTickets
Requester: Requester
Rota: Rota
RotaChanged: RotaChanged
Ruling: Ruling
RulingInput: RulingInput
SaidPromise: SaidPromise
Settlement: Settlement
SharedProblem: SharedProblem
SharedProblemInput: SharedProblemInput
SharedProblemPage: SharedProblemPage
SharedProblemWhole: SharedProblemWhole
Shields: Shields
ShiftInput: ShiftInput
ShownFact: ShownFact
SignIn: SignIn
SimilarTicket: SimilarTicket
SimilarTickets: SimilarTickets
SkipInput: SkipInput
SolutionInput: SolutionInput
SplitInput: SplitInput
SplitPreview: SplitPreview
Staff: Staff
StaffInput: StaffInput
StaffList: StaffList
Standing: Standing
StandingFact: StandingFact
StandingInput: StandingInput
Statement: Statement
StatementInput: StatementInput
Statements: Statements
StatusInput: StatusInput
Stood: Stood
Suggestion: Suggestion
Suggestions: Suggestions
TermInput: TermInput
TickInput: TickInput
Ticket: Ticket
TicketMails: TicketMails
TicketPage: TicketPage
TicketPromise: TicketPromise
TicketSummary: TicketSummary
TimelineEntry: TimelineEntry
TogetherAnswer: TogetherAnswer
TogetherInput: TogetherInput
TriedPolicy: TriedPolicy
Upload: Upload
Uploads: Uploads
Value: Value
VersionChanges: VersionChanges
VersionTold: VersionTold
Who: Who
Withdrawal: Withdrawal
WorkClock: WorkClock
WorkInput: WorkInput
}
export interface AbsenceInput {
staff: string
from: string
to: string
reason: ("holiday" | "illness" | "training" | "other")
}
export interface Acceptance {
id: string
person: {
id: string
name: string
}
document: string
/**
 * of the text
 */
version: string
title: string
/**
 * as they were accepted
 */
words: string
/**
 * the policy's version
 */
policy: number
language: string
channel: string
/**
 * by asking; else with an offer, or by saying so
 */
byUse: boolean
at: string
}
export interface AcceptanceList {
items: Acceptance[]
}
export interface AdjustDecision {
approved: boolean
}
export interface AgreementInput {
agreed: boolean
/**
 * what is still wrong, or any other word to it
 */
text?: string
}
export interface Allowance {
id: string
label: string
/**
 * quantities are ms, else requests
 */
time: boolean
/**
 * less what open requests have agreed to draw
 */
left: number
of: number
/**
 * by the policy, for each period
 */
included: number
/**
 * null: once
 */
per: (("month" | "quarter" | "year") | null)
/**
 * what is included in the period that runs; null where no clause includes it for them
 */
plan: ({
left: number
/**
 * into this period, of what was taken before it
 */
givenBack: number
from: (string | null)
until: (string | null)
clause: (Clause | null)
draws: {
ticket: string
subject: string
quantity: number
at: string
}[]
} | null)
packs: Pack[]
}
export interface Clause {
id: string
number: string
section: ("classify" | "cases" | "conduct" | "scope" | "entitlement" | "channels" | "bookings" | "allowances" | "charges" | "conditions" | "queue" | "asks" | "promises" | "offers" | "notices" | "escalations" | "remedies" | "closure" | "upkeep" | "statements")
words: string
lang: string
anchor: string
url?: string
strength: ("must" | "goal" | "may")
bond: string
}
export interface Pack {
id: string
quantity: number
/**
 * 0 where it was taken back
 */
left: number
starts: string
ends: (string | null)
reference: string
madeAt: string
madeBy: string
withdrawnAt: (string | null)
/**
 * what each request drew from it, the newest first
 */
draws: {
ticket: string
subject: string
quantity: number
at: string
}[]
/**
 * corrections, the newest first
 */
changes: {
at: string
by: string
reason: string
was: {
quantity: number
starts: string
ends: (string | null)
reference: string
withdrawn: boolean
}
became: {
quantity: number
starts: string
ends: (string | null)
reference: string
withdrawn: boolean
}
}[]
}
export interface Allowances {
items: Allowance[]
}
export interface Askable {
fact: string
kind: ("one-of" | "ranked" | "yes-no" | "count" | "duration" | "money" | "percent")
label: string
ask: string
value: Value
text: string
options: {
value: Value
label: string
}[]
}
export interface AssigneeInput {
to: (string | null)
reason?: string
}
export interface By {
kind: ("person" | "staff" | "key" | "clock" | "desk")
id: (string | null)
name: string
}
export interface CapacityInput {
/**
 * open tickets at once; null: as many as come
 */
capacity: (number | null)
}
export interface Charge {
id: string
kind: ("charge" | "credit" | "correction")
state: ("booked" | "proposed" | "refused")
quote: Quote
clause: (Clause | null)
reason: (string | null)
/**
 * for staff
 */
proposedBy: (Who | null)
/**
 * for staff
 */
decidedBy: (Who | null)
madeAt: string
bookedAt: (string | null)
statement: (number | null)
}
export interface Quote {
net: {
cents: number
currency: string
}
taxes: {
name: string
rate: number
amount: {
cents: number
currency: string
}
}[]
gross: {
cents: number
currency: string
}
}
export interface Who {
id: string
name: string
}
export interface Checklist {
id: string
words: string
clause: (Clause | null)
madeAt: string
madeBy: string
/**
 * when all of it was done, or the ticket closed
 */
endedAt: (string | null)
items: ChecklistItem[]
}
export interface ChecklistItem {
id: string
/**
 * by which an answer by mail names it
 */
n: number
text: string
state: ("open" | "done" | "dropped")
at: (string | null)
by: (string | null)
channel: (string | null)
}
export interface ChecklistAsk {
ask: string
clause: Clause
/**
 * the clock stands still meanwhile
 */
pauses: boolean
things: {
id: string
label: string
}[]
}
export interface ChecklistInput {
/**
 * what a clause of the policy asks, by its name there; with it come its reminders
 */
ask?: string
/**
 * ids of things that the policy names, said in the customer's language
 * 
 * @maxItems 50
 */
things?: string[]
/**
 * in your own words
 * 
 * @maxItems 50
 */
items?: string[]
/**
 * what you say with it
 */
text?: string
}
export interface ClaimsInput {
facts: Facts
text?: string
}
export interface Facts {
[k: string]: Value
}
export interface ClosesNow {
/**
 * the clause by which the customer is asked before it closes as solved
 */
solved: (Clause | null)
/**
 * the clause by which they are asked before it closes as unresolved
 */
unresolved: (Clause | null)
/**
 * the clause that has nothing solved without a solution
 */
needsSolution: (Clause | null)
}
export interface Closing {
id: string
/**
 * silent: closed because no answer came
 */
state: ("open" | "agreed" | "refused" | "silent" | "withdrawn")
outcome: ("solved" | "unresolved")
/**
 * the answer that is the solution, or that says why there is none
 */
message: (string | null)
words: string
/**
 * by which the customer is asked
 */
clause: (Clause | null)
/**
 * by which something is owed once it is closed
 */
settles: (Clause | null)
/**
 * what is charged then, as it stood when it was asked
 */
quote: (Quote | null)
/**
 * what is taken from an allowance then
 */
taken: ({
/**
 * quantities are ms, else requests
 */
time: boolean
quantity: number
left: number
of: number
} | null)
/**
 * the policy says what is owed at a closing, be it nothing
 */
priced: boolean
askedAt: string
askedBy: string
/**
 * without an answer; null once the customer has written
 */
closesAt: (string | null)
closesText: (string | null)
answeredAt: (string | null)
answeredBy: (string | null)
channel: (string | null)
}
export interface Closure {
id: string
calendar: string
/**
 * a date of the calendar's zone, 2026-12-24
 */
first: string
/**
 * the same day for one alone
 */
last: string
/**
 * when it is open on these days; none: closed
 */
hours: string[]
reason: string
madeAt: string
madeBy: string
ended: boolean
/**
 * by when the policy promises to announce it, and whether that was kept; null where it promises nothing
 */
notice: ({
by: string
kept: boolean
} | null)
}
export interface ClosureInput {
outcome: ("solved" | "unresolved")
/**
 * for staff and keys: the solution, or why there is none; the customer reads it in the mail that tells them
 */
text?: string
/**
 * for staff and keys: an answer given before that solved it; without it and without `text`, the last one
 */
solution?: string
}
export interface ClosureList {
items: Closure[]
}
export interface ConductAppeal {
/**
 * whether the measure is taken back
 */
lifts: boolean
/**
 * the person reads it
 */
reason: string
}
export interface ConductCase {
id: string
/**
 * `state`: who reported it learns that there is a case and how far it is
 */
access: ("whole" | "state")
phase: ("hearing" | "to-decide" | "decided" | "appealed" | "lapsed")
openedAt: string
/**
 * the number of the ticket on which it was found
 */
ticket: string
person: (string | null)
/**
 * until when the person can answer before it is decided
 */
answerBy: (string | null)
/**
 * undecided until then, nothing comes of it
 */
lapsesAt: (string | null)
/**
 * by when an appeal is decided
 */
reviewBy: (string | null)
measure: ({
kind: ("warning" | "restriction" | "ending")
/**
 * by itself; null: for good
 */
ends: (string | null)
endedAt: (string | null)
endedHow: (("time" | "appeal" | "lifted") | null)
holds: boolean
} | null)
/**
 * null where its reader may only know that there is one
 */
file: ({
person: {
id: string
name: string
email: string
}
/**
 * of the ticket
 */
subject: string
policyVersion: number
/**
 * for those inside: what was found
 */
facts: {
name: string
label: string
text: string
}[]
/**
 * what happened, in the words of who reported it
 */
statement: string
/**
 * for those inside; null: a limit of the policy
 */
openedBy: (Who | null)
/**
 * the clauses of which one may be applied
 */
offers: {
clause: Clause
measure: ("warning" | "restriction" | "ending" | "none")
options: string[]
lasts: boolean
/**
 * for those inside: who decides, as the policy names them
 */
role: (string | null)
/**
 * for those inside: who hears an appeal
 */
appealRole: (string | null)
/**
 * its reader can apply it
 */
yours: boolean
}[]
evidence: {
id: string
message: string
ticket: string
/**
 * as it was
 */
text: string
/**
 * SHA-256 of the text
 */
sha: string
saidAt: string
/**
 * what has become of the message itself
 */
since: ("same" | "changed" | "gone")
}[]
words: {
id: string
kind: ("answer" | "appeal")
text: string
channel: string
at: string
authenticated: (("pass" | "fail" | "none") | null)
}[]
heardAt: (string | null)
/**
 * for those inside: who was named to decide
 */
decider: (Who | null)
/**
 * for those inside: who decides by the policy
 */
decides: {
/**
 * in the policy's words; null: the policy names none
 */
role: (string | null)
/**
 * who acts for it
 */
people: Who[]
/**
 * nobody else holds it: leads stand in for it
 */
inPlace: boolean
}[]
/**
 * for those inside, of a measure that can be appealed: who hears the appeal
 */
hears: ({
/**
 * in the policy's words; null: the policy names none
 */
role: (string | null)
/**
 * who acts for it
 */
people: Who[]
/**
 * nobody else holds it: leads stand in for it
 */
inPlace: boolean
} | null)
decision: ({
/**
 * null: no measure
 */
clause: (Clause | null)
reason: string
by: (Who | null)
/**
 * as what they decided: they held the role, were named for it, or stood in for a role that nobody else held; null where it was not kept
 */
as: ({
as: ("holder" | "named" | "in-place")
/**
 * of the clause, in the policy's words
 */
role: (string | null)
} | null)
at: string
contestable: boolean
/**
 * until when it can be appealed; null: no time is named
 */
contestBy: (string | null)
} | null)
appeal: ({
at: string
/**
 * for those inside: who was named to decide it
 */
decider: (Who | null)
decided: ({
lifts: boolean
reason: string
by: (Who | null)
/**
 * as what they decided: they held the role, were named for it, or stood in for a role that nobody else held; null where it was not kept
 */
as: ({
as: ("holder" | "named" | "in-place")
/**
 * of the clause, in the policy's words
 */
role: (string | null)
} | null)
at: string
} | null)
} | null)
/**
 * what its reader can do now
 */
may: {
say: (("answer" | "appeal") | null)
name: boolean
decide: boolean
nameForAppeal: boolean
/**
 * whom its reader may name: those who hold the role too; null: anybody on the staff
 */
handTo: (Who[] | null)
decideAppeal: boolean
lift: boolean
}
} | null)
}
export interface ConductDecision {
/**
 * one of the offered clauses; null: no measure
 */
clause: (string | null)
option?: string
/**
 * the person reads it
 */
reason: string
}
export interface ConductLifting {
/**
 * the person reads it
 */
reason: string
}
export interface ConductLine {
id: string
/**
 * `state`: who reported it learns that there is a case and how far it is
 */
access: ("whole" | "state")
phase: ("hearing" | "to-decide" | "decided" | "appealed" | "lapsed")
openedAt: string
/**
 * the number of the ticket on which it was found
 */
ticket: string
person: (string | null)
/**
 * until when the person can answer before it is decided
 */
answerBy: (string | null)
/**
 * undecided until then, nothing comes of it
 */
lapsesAt: (string | null)
/**
 * by when an appeal is decided
 */
reviewBy: (string | null)
measure: ({
kind: ("warning" | "restriction" | "ending")
/**
 * by itself; null: for good
 */
ends: (string | null)
endedAt: (string | null)
endedHow: (("time" | "appeal" | "lifted") | null)
holds: boolean
} | null)
}
export interface ConductNaming {
to: string
decides?: ("case" | "appeal")
}
export interface ConductPage {
items: ConductLine[]
next: (string | null)
}
export interface ConductReport {
facts: Facts
/**
 * who is reported: anybody who wrote on the ticket; its requester if not said
 */
person?: string
/**
 * what they wrote, held against them as it is now
 * 
 * @maxItems 50
 */
messages?: string[]
/**
 * what happened, as the person will read it; nothing of who reports it
 */
statement?: string
}
export interface ConductWords {
text: string
}
export interface ConsentInput {
/**
 * ids of the documents that are accepted with the price: all that the offer names
 * 
 * @maxItems 20
 */
accepts: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]
}
export interface CustomerStanding {
id: string
name: string
at: string
facts: StandingFact[]
history: {
at: string
by: string
door: string
changed: {
fact: string
label: string
before: Stood[]
after: Stood[]
}[]
}[]
}
export interface StandingFact {
fact: string
kind: string
label: string
options: {
value: (string | boolean)
label: string
}[]
value: Value
text: (string | null)
/**
 * what the policy takes where nothing is known
 */
fallback: (string | null)
begins: (string | null)
/**
 * the last day on which it stands
 */
ends: (string | null)
/**
 * until when notice can be given
 */
notice: (string | null)
set: ({
since: string
by: string
door: string
} | null)
/**
 * all of its times, in order
 */
terms: {
text: string
now: boolean
begins: (string | null)
/**
 * the last day on which it stands
 */
ends: (string | null)
/**
 * until when notice can be given
 */
notice: (string | null)
}[]
/**
 * clauses that answer because of it
 */
lets: Clause[]
}
export interface Stood {
text: string
begins: (string | null)
/**
 * the last day on which it stands
 */
ends: (string | null)
/**
 * until when notice can be given
 */
notice: (string | null)
}
export interface Decision {
id: string
moment: ("preview" | "opened" | "message" | "finding" | "consent" | "answered" | "worked" | "booking" | "session" | "ruling" | "promise-ended" | "timer" | "closed" | "period-end" | "record")
at: string
policyVersion: number
reasons: Reason[]
results?: Facts
/**
 * for staff: notices of it, to the expert or to an author, that reached nobody, and why
 */
untold?: {
clause: string
/**
 * the clause's place on the page
 */
number: string
to: string
why: ("nobody-has-it" | "did-it" | "left" | "nobody-wrote" | "stranger" | "removed" | "too-many" | "no-way" | "house-rule")
}[]
}
export interface Reason {
id: string
number: string
section: ("classify" | "cases" | "conduct" | "scope" | "entitlement" | "channels" | "bookings" | "allowances" | "charges" | "conditions" | "queue" | "asks" | "promises" | "offers" | "notices" | "escalations" | "remedies" | "closure" | "upkeep" | "statements")
words: string
lang: string
anchor: string
url?: string
strength: ("must" | "goal" | "may")
bond: string
key: string
audience: ("public" | "customer" | "agent")
facts: string[]
/**
 * of a clause that refuses, the exceptions that were looked at first; facts that are not the reader's to see are left out
 */
tried: {
clause: Clause
/**
 * the facts that stand against it
 */
known: {
label: string
text: string
}[]
/**
 * what would have to be known
 */
unknown: {
label: string
/**
 * the question to the customer; null where it is not theirs to say
 */
ask: (string | null)
}[]
}[]
/**
 * of its facts, those that the reader may see
 */
shown: {
[k: string]: ShownFact
}
}
export interface ShownFact {
label: string
value: Value
text: string
}
export interface DeskInfo {
desk: string
name: string
languages: string[]
language: string
zone: string
/**
 * of the policy's prices
 */
currency: string
prefix: string
colour: (string | null)
address: string
phone: (string | null)
topics: {
id: string
label: string
}[]
questions: {
fact: string
type: string
label: string
ask: string
options: {
value: Value
label: string
}[]
}[]
policy: {
version: number
label: string
effective: string
/**
 * it has clauses on conduct
 */
conduct: boolean
}
}
export interface Drawn {
allowance: {
id: string
label: string
}
/**
 * quantities are milliseconds, else requests
 */
time: boolean
/**
 * taken in all
 */
quantity: number
/**
 * less what was given back
 */
stays: number
/**
 * whether something can still go back to where it was taken from
 */
runs: boolean
/**
 * what is only proposed, or was refused, for staff
 */
givenBack: {
id: string
state: ("proposed" | "booked" | "refused")
quantity: number
reason: string
/**
 * where it was taken from, into the period that ran then, or as a pack of its own
 */
to: ("origin" | "now" | "pack")
/**
 * when what it was given to ends, if it went elsewhere
 */
until: (string | null)
/**
 * for staff
 */
proposedBy: (Who | null)
/**
 * for staff
 */
decidedBy: (Who | null)
madeAt: string
decidedAt: (string | null)
}[]
}
export interface Drifts {
items: {
id: string
ticket: string
/**
 * of the ticket
 */
subject: string
kind: string
label: string
clause: string
state: ("running" | "paused" | "kept" | "broken" | "withdrawn")
/**
 * what the customer was told last
 */
told: (string | null)
toldBy: ("mail" | "page")
/**
 * what the clock says since
 */
due: (string | null)
/**
 * when it changed
 */
at: string
/**
 * the promise has a time still that the customer can be told
 */
tellable: boolean
}[]
/**
 * times that somebody had told after all, of the last fortnight
 */
told: {
id: string
ticket: string
subject: string
label: string
due: (string | null)
at: string
by: string
}[]
}
export interface Endpoint {
id: string
url: string
events: ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")[]
madeAt: string
madeBy: string
stoppedAt: (string | null)
/**
 * the elder secret signs beside the newer one until then
 */
bothUntil: (string | null)
}
export interface EndpointChange {
url?: string
/**
 * @minItems 1
 * @maxItems 8
 */
events?: [("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]
stopped?: boolean
}
export interface EndpointInput {
url: string
/**
 * @minItems 1
 * @maxItems 8
 */
events: [("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]|[("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made"), ("ticket.opened" | "ticket.closed" | "offer.made" | "offer.accepted" | "offer.refused" | "charge.booked" | "charge.adjusted" | "statement.made")]
}
export interface EndpointSecret {
endpoint: Endpoint
/**
 * whsec_ and base64, as Standard Webhooks has it
 */
secret: string
}
export interface Endpoints {
items: Endpoint[]
}
export interface EscalationInput {
/**
 * what the customer says to it, or a note of staff's
 */
text?: string
}
export interface FactNow {
name: string
label: string
value: Value
text: string
source: string
}
export interface FileLink {
id: string
name: string
type: string
size: number
url: string
}
export interface FindingsInput {
facts: Facts
}
export interface HangingTicket {
number: string
subject: string
status: ("open" | "waiting" | "closed")
refused: boolean
outcome: (("solved" | "unresolved") | null)
channel: string
language: string
requester: Requester
assignee: (Who | null)
topic: ({
id: string
label: string
} | null)
rank: number
openedAt: string
changedAt: string
closedAt: (string | null)
revision: number
nextDue: (NextDue | null)
preview: string
hungAt: string
hungBy: string
/**
 * it goes on in this one, which does not hang here by itself
 */
joinedInto: (string | null)
/**
 * when it last got an answer that was given together
 */
answeredAt: (string | null)
promises: {
id: string
kind: string
label: string
starts: string
due: (string | null)
state: ("running" | "paused")
}[]
}
export interface Requester {
id: string
name: string
email: string
organisation: (Who | null)
/**
 * for staff: mail to the address comes back for good; the status code (RFC 3463), empty where there was none
 */
undeliverable: (string | null)
}
export interface NextDue {
kind: string
label: string
due: (string | null)
goal: (string | null)
strength: ("must" | "goal" | "may")
state: ("running" | "paused" | "kept" | "broken" | "withdrawn")
}
export interface HeardHook {
changed: boolean
repeated: boolean
}
export interface HookCall {
id: string
/**
 * the sender's id of it
 */
message: string
outcome: ("changed" | "unchanged" | "repeated" | "refused" | "unsigned" | "paused")
organisation: ({
id: string
name: string
} | null)
fault: (string | null)
at: string
}
export interface HookCalls {
items: HookCall[]
}
export interface HookDeliveries {
items: HookDelivery[]
}
export interface HookDelivery {
id: string
type: string
ticket: (string | null)
state: ("waiting" | "sent" | "failed")
madeAt: string
sentAt: (string | null)
nextTryAt: (string | null)
tries: number
/**
 * why the last try did not succeed
 */
fault: (string | null)
/**
 * the status that the other side answered with
 */
answer: (string | null)
}
export interface HookIn {
id: string
name: string
url: string
map: HookMap
madeAt: string
madeBy: string
pausedAt: (string | null)
/**
 * the secret before holds too until then
 */
olderUntil: (string | null)
heardAt: (string | null)
/**
 * why the newest rightly signed message had no effect
 */
fault: (string | null)
}
export interface HookMap {
organisation?: string
facts?: {
[k: string]: {
path: string
values?: {
[k: string]: string | number | boolean
}
begins?: string
ends?: string
notice?: string
}
}
}
export interface HookInChange {
name?: string
map?: HookMap
paused?: boolean
/**
 * takes its removal back, under its old address and secret
 */
removed?: false
}
export interface HookInList {
items: HookIn[]
/**
 * of a customer's record, that a message can tell
 */
facts: {
fact: string
label: string
kind: string
options: {
value: (string | boolean)
label: string
}[]
}[]
}
export interface Import {
id: string
name: string
state: ("checking" | "checked" | "running" | "done" | "unreadable")
encoding: (string | null)
separator: (string | null)
/**
 * rows below the header
 */
total: number
/**
 * sound rows that were looked at, or brought in
 */
done: number
new: number
changed: number
unchanged: number
/**
 * rows with a fault: they stay outside
 */
failed: number
fault: (string | null)
by: string
madeAt: string
endedAt: (string | null)
}
export interface ImportList {
items: Import[]
}
export interface ImportWhole {
id: string
name: string
state: ("checking" | "checked" | "running" | "done" | "unreadable")
encoding: (string | null)
separator: (string | null)
/**
 * rows below the header
 */
total: number
/**
 * sound rows that were looked at, or brought in
 */
done: number
new: number
changed: number
unchanged: number
/**
 * rows with a fault: they stay outside
 */
failed: number
fault: (string | null)
by: string
madeAt: string
endedAt: (string | null)
/**
 * the first thousand
 */
faults: {
line: number
column: (string | null)
message: string
}[]
/**
 * some of the rows that are new or changed
 */
sample: {
line: number
is: ("new" | "changed" | "unchanged")
fields: string[]
}[]
}
export interface InboundMail {
sha: string
/**
 * MAIL FROM; empty for a bounce, null where it is not known
 */
sender: (string | null)
recipient: string
size: number
at: string
/**
 * smtp, api, or an IMAP account
 */
entrance: string
state: ("kept" | "done" | "set-aside" | "quarantined")
fault: (string | null)
proof: (Proof | null)
placed: (Placed | null)
/**
 * its number
 */
ticket: (string | null)
}
export interface Proof {
/**
 * who checked: troth, or the server that is trusted
 */
by: string
/**
 * of From
 */
domain: (string | null)
spf: (string | null)
dkim: (string | null)
dmarc: (string | null)
arc: (string | null)
/**
 * the domain stands behind the mail, denies it, or nobody can tell
 */
verdict: ("pass" | "fail" | "none")
}
export interface Placed {
/**
 * answers, number, new, aside …
 */
how: string
/**
 * a number that it quotes and its sender has no right to
 */
foreign?: string
}
export interface InboundMailPage {
items: InboundMail[]
next: (string | null)
}
export interface JoinInput {
/**
 * the number of the other ticket; whichever was first stands
 */
with: string
}
export interface JoinPreview {
/**
 * the number of the ticket that stands
 */
stands: string
/**
 * the number of the one that becomes, or was, a part of it
 */
joined: string
mails: MailPreview[]
}
export interface MailPreview {
to: {
name: string
address: string
}
language: string
subject: string
text: string
}
export interface Key {
id: string
name: string
scopes: ("tickets:read" | "tickets:write" | "customers:read" | "customers:write" | "mails:write" | "conduct:read" | "admin")[]
madeAt: string
usedAt: (string | null)
revokedAt: (string | null)
}
export interface KeyList {
items: Key[]
}
export interface LedgerEntry {
id: string
ticket: string
kind: string
subject: string
clause: string
policyVersion: number
strength: ("must" | "goal" | "may")
state: ("running" | "paused" | "kept" | "broken" | "withdrawn")
made: string
starts: string
due: (string | null)
goal: (string | null)
calendar: string
/**
 * of a broken one, when its limit passed
 */
endedAt: (string | null)
/**
 * when a broken one was done after all
 */
metAt: (string | null)
/**
 * of a kept one with an aim
 */
goalMet: (boolean | null)
pauses: {
from: string
to: (string | null)
reason: ("question" | "checklist" | "consent" | "closing" | "maintenance")
}[]
expert: (string | null)
topic: (string | null)
}
export interface LedgerPage {
items: LedgerEntry[]
next: (string | null)
}
export interface LedgerSums {
by: ("clause" | "kind" | "week" | "expert" | "topic")
from: string
/**
 * the Monday after the last week
 */
to: string
items: {
key: string
label: string
kept: (number | null)
broken: (number | null)
withdrawn: (number | null)
/**
 * too few ended to be told: the counts are null
 */
shielded: boolean
}[]
whole: {
kept: (number | null)
broken: (number | null)
withdrawn: (number | null)
/**
 * too few ended to be told: the counts are null
 */
shielded: boolean
}
/**
 * for staff: what is promised now
 */
live: ({
running: number
paused: number
late: number
} | null)
}
export interface MadeAcceptance {
document: string
version: string
isNew: boolean
}
export interface MadeClosure {
closure: Closure
/**
 * to which something is promised: each is asked anew
 */
tickets: number
/**
 * running promises that fall due on these days: they stand as they were told, or move where the policy announced it in time
 */
standing: {
ticket: string
kind: string
due: string
}[]
}
export interface MadeHookIn {
id: string
name: string
url: string
/**
 * shown this once
 */
secret: string
olderUntil: (string | null)
}
export interface MadeKey {
id: string
name: string
scopes: ("tickets:read" | "tickets:write" | "customers:read" | "customers:write" | "mails:write" | "conduct:read" | "admin")[]
/**
 * shown this once
 */
key: string
}
export interface MailFrame {
/**
 * an ICU message in one line; the subject where the customer wrote none
 */
title: string
/**
 * ICU messages, parted by empty lines
 */
body: string
}
export interface MailHealth {
entrance: ({
protocol: ("smtp" | "lmtp")
host: string
port: number
tls: boolean
mostBytes: number
} | null)
/**
 * by a server, or into the catching mailbox
 */
out: ("server" | "caught")
signed: boolean
lastInAt: (string | null)
lastOutAt: (string | null)
queue: {
waiting: number
sending: number
oldestAt: (string | null)
uncertain: number
failed: number
}
inbound: {
kept: number
setAside: number
quarantined: number
}
accounts: {
account: string
lookedAt: (string | null)
mailAt: (string | null)
fault: (string | null)
faultAt: (string | null)
}[]
bouncing: {
address: string
times: number
lastAt: string
fault: (string | null)
}[]
}
export interface MailTemplate {
mail: ("confirmation" | "refusal" | "added" | "answer" | "notice" | "solved" | "unresolved" | "closed")
/**
 * 0: never worded by this desk
 */
version: number
/**
 * false: the program's own words
 */
own: boolean
madeAt: (string | null)
madeBy: (string | null)
placeholders: {
name: string
/**
 * a part stands in a paragraph of its own
 */
type: ("text" | "part")
/**
 * what the policy promises: it must be there
 */
needed: boolean
}[]
words: MailWords
findings: MailWordsFinding[]
}
export interface MailWords {
[k: string]: MailFrame
}
export interface MailWordsFinding {
language: string
at: ("title" | "body" | "language")
/**
 * from 1; 0: the whole
 */
line: number
column: number
message: string
}
export interface MailTemplateInput {
words: MailWords
/**
 * the version that was seen
 */
expect?: number
}
export interface MailTemplateList {
items: MailTemplate[]
}
export interface MailTemplateVersions {
items: {
version: number
own: boolean
words: MailWords
madeAt: string
madeBy: string
}[]
}
export interface MailWordsPreview {
/**
 * of the last such mail; else made up from the policy
 */
real: boolean
subject: string
text: string
html: string
findings: MailWordsFinding[]
}
export interface MailWordsTry {
words: MailWords
language: string
}
export interface Maintenance {
id: string
starts: string
ends: string
words: string
announcedAt: string
announcedBy: string
calledOffAt: (string | null)
/**
 * by when the policy promises to announce it, and whether that was kept; null where it promises nothing
 */
notice: ({
by: string
kept: boolean
} | null)
}
export interface MaintenanceList {
items: Maintenance[]
}
export interface Me {
kind: ("staff" | "person" | "key")
id: string
name: string
email: (string | null)
role: (("admin" | "lead" | "agent") | null)
language: string
present: (boolean | null)
scopes: string[]
organisation: ({
id: string
name: string
} | null)
desk: {
desk: string
name: string
colour: (string | null)
languages: string[]
zone: string
}
}
export interface MeInput {
language?: string
present?: boolean
}
export interface Message {
id: string
kind: ("message" | "answer" | "note" | "automatic")
author: {
id: (string | null)
name: string
}
channel: string
text: string
/**
 * sanitised; show it in a sandbox
 */
html: (string | null)
hasWhole: boolean
hasRaw: boolean
at: string
/**
 * of a machine's mail: bounce, delay, away, reply, receipt, complaint, list or calendar
 */
robot: (string | null)
/**
 * for staff: same-mail-id, stranger, many-recipients
 */
heeds: string[]
/**
 * for staff: words of the customer's that may hurt; a hint that is kept nowhere and that no rule reads
 */
hurtful: string[]
/**
 * for staff: facts that these words may say are wrong; `POST …/messages/{id}/contest` makes it a contest
 */
mayContest: {
fact: string
label: string
}[]
/**
 * for staff: who forwarded it in
 */
broughtBy: (string | null)
files: FileLink[]
/**
 * the number of the joined ticket that it was written to
 */
writtenTo: (string | null)
/**
 * of a passage that was taken from a longer message: that one, and the number of its ticket; GET …/messages/{id}/whole has its words
 */
pieceOf: ({
number: string
message: string
} | null)
}
export interface NewAcceptance {
document: string
/**
 * of the text that was shown
 */
version: string
person?: string
}
export interface NewAnswer {
text: string
/**
 * tokens of POST /files
 * 
 * @maxItems 20
 */
files?: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]
/**
 * given by telephone: no mail is sent
 */
called?: boolean
/**
 * it cannot go on until the customer answers: promises whose clause says so stand still until then, and the customer is told
 */
asks?: boolean
}
export interface NewClosure {
calendar: string
/**
 * a date of the calendar's zone, 2026-12-24
 */
first: string
/**
 * a date of the calendar's zone, 2026-12-24
 */
last?: string
/**
 * @maxItems 10
 */
hours?: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]
reason: string
}
export interface NewHookIn {
name: string
map?: HookMap
}
export interface NewKey {
name: string
/**
 * @minItems 1
 */
scopes: [("tickets:read" | "tickets:write" | "customers:read" | "customers:write" | "mails:write" | "conduct:read" | "admin"), ...(("tickets:read" | "tickets:write" | "customers:read" | "customers:write" | "mails:write" | "conduct:read" | "admin"))[]]
}
export interface NewMaintenance {
starts: string
ends: string
words: string
}
export interface NewMessage {
text: string
/**
 * tokens of POST /files
 * 
 * @maxItems 20
 */
files?: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]
}
export interface NewNote {
text: string
/**
 * tokens of POST /files
 * 
 * @maxItems 20
 */
files?: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]
}
export interface NewOrganisation {
name: string
zone?: string
language?: string
country?: (string | null)
vatNumber?: (string | null)
attributes?: Facts
}
export interface NewPack {
allowance: string
/**
 * where the allowance is time
 */
minutes?: number
/**
 * where it is requests
 */
requests?: number
/**
 * its first day; today if not said
 */
starts?: string
/**
 * its last day; it does not end if not said
 */
ends?: string
/**
 * of the order or the invoice
 */
reference?: string
}
export interface NewPerson {
name: string
email: string
phone?: string
language?: string
zone?: string
sees?: ("own" | "office")
}
export interface NewPolicy {
/**
 * the policy's text, as YAML
 */
text: string
/**
 * why it is activated though it is too late for the notice that is promised
 */
late?: string
}
export interface NewSharedProblem {
title: string
known?: string
/**
 * numbers of tickets that hang on it from the beginning
 * 
 * @maxItems 50
 */
tickets?: string[]
}
export interface NewStaff {
name: string
email: string
role: ("admin" | "lead" | "agent")
password: string
language?: string
/**
 * @maxItems 200
 */
trained?: string[]
/**
 * roles of the policy in force, and those held already
 * 
 * @maxItems 100
 */
holds?: string[]
}
export interface NewTicket {
subject: string
text: string
topic?: string
facts?: Facts
/**
 * for staff and keys: who asks
 */
requester?: ({
id: string
} | {
email: string
name: string
})
channel?: ("phone" | "chat" | "form" | "api")
/**
 * tokens of POST /files
 * 
 * @maxItems 20
 */
files?: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]
}
export interface Nothing {

}
export interface Offer {
id: string
key: ("quote" | "overrun" | "recovery")
state: ("open" | "accepted" | "declined" | "replaced")
clause: (Clause | null)
quote: Quote
/**
 * what a price that a person quotes is for
 */
words: (string | null)
/**
 * where it costs what is left of an allowance and no money: as it stood when it was offered
 */
allowance: ({
id: string
label: string
/**
 * quantities are ms, else requests
 */
time: boolean
left: number
of: number
} | null)
/**
 * ms of work that the price is for
 */
covers: (number | null)
/**
 * a started unit of work is paid to the minute, else whole
 */
exact: boolean
/**
 * to be accepted with the price, as they were shown
 */
documents: {
id: string
version: string
title: string
words: string
}[]
policyVersion: number
madeAt: string
answeredAt: (string | null)
answeredBy: (string | null)
channel: (string | null)
}
export interface Opened {
number: string
id: string
revision: number
/**
 * where the customer follows it
 */
url: string
refused: (Reason | null)
/**
 * who can help instead
 */
refer: ({
name: string
url?: string
} | null)
promises: SaidPromise[]
reasons: Reason[]
quote: (Quote | null)
/**
 * taken from an allowance: there is nothing to pay
 */
free: boolean
assignee: (Who | null)
openedAt: string
}
export interface SaidPromise {
kind: string
label: string
clause: Clause
strength: ("must" | "goal" | "may")
due: (string | null)
goal: (string | null)
dueText: (string | null)
goalText: (string | null)
}
export interface Organisation {
id: string
name: string
zone: (string | null)
language: (string | null)
country: (string | null)
vatNumber: (string | null)
attributes: Facts
changedAt: string
people: number
}
export interface OrganisationInput {
name?: string
zone?: (string | null)
language?: (string | null)
country?: (string | null)
vatNumber?: (string | null)
attributes?: Facts
}
export interface OrganisationPage {
items: Organisation[]
next: (string | null)
}
export interface OrganisationWhole {
id: string
name: string
zone: (string | null)
language: (string | null)
country: (string | null)
vatNumber: (string | null)
attributes: Facts
changedAt: string
people: Person[]
facts: FactNow[]
/**
 * the newest
 */
tickets: TicketSummary[]
/**
 * facts that a record may hold
 */
fields: RecordFact[]
}
export interface Person {
id: string
name: string
email: string
phone: (string | null)
language: (string | null)
zone: (string | null)
sees: ("own" | "office")
organisation: ({
id: string
name: string
} | null)
}
export interface TicketSummary {
number: string
subject: string
status: ("open" | "waiting" | "closed")
refused: boolean
outcome: (("solved" | "unresolved") | null)
channel: string
language: string
requester: Requester
assignee: (Who | null)
topic: ({
id: string
label: string
} | null)
rank: number
openedAt: string
changedAt: string
closedAt: (string | null)
revision: number
nextDue: (NextDue | null)
preview: string
}
export interface RecordFact {
fact: string
kind: string
label: string
options: {
value: (string | boolean)
label: string
}[]
}
export interface OtherTicket {
number: string
subject: string
requester: string
}
export interface OutgoingMail {
id: string
/**
 * confirmation, answer, sign-in …
 */
what: string
to: {
name: string
address: string
}
mailId: string
ticket: (string | null)
state: ("waiting" | "sending" | "sent" | "uncertain" | "failed")
madeAt: string
sentAt: (string | null)
nextTryAt: (string | null)
tries: number
fault: (string | null)
/**
 * of the server that took it
 */
answer: (string | null)
settledAt: (string | null)
settledBy: (string | null)
}
export interface OutgoingMailPage {
items: OutgoingMail[]
next: (string | null)
}
export interface OwnClock {
number: string
subject: string
kind: ("connection" | "phone")
starts: string
/**
 * ms of the same kind that were worked on the ticket before
 */
before: number
/**
 * ms that the customer has agreed to
 */
cap: (number | null)
stopsAt: (string | null)
}
export interface PackCorrection {
/**
 * where the allowance is time
 */
minutes?: number
/**
 * where it is requests
 */
requests?: number
starts?: string
/**
 * its last day; null: it does not end
 */
ends?: (string | null)
reference?: string
/**
 * true takes it back: nothing more is drawn from it; false lets it stand again
 */
withdrawn?: boolean
/**
 * why, kept with what stood before
 */
reason: string
}
export interface Participant {
address: string
name: string
/**
 * gets the answers too
 */
copied: boolean
/**
 * their mail goes beside the ticket
 */
removed: boolean
}
export interface ParticipantInput {
/**
 * gets the answers too
 */
copied: boolean
name?: string
}
export interface PersonPage {
items: Person[]
next: (string | null)
}
export interface PolicyActivated {
version: number
label: string
effective: string
takesEffect: string
/**
 * false where the desk has this text already
 */
changed: boolean
announced: boolean
/**
 * what does not fit between the policy's roles and who holds them
 */
roles: string[]
}
export interface PolicyFinding {
severity: ("error" | "warning" | "note")
code: string
at: string
line: (number | null)
column: (number | null)
message: string
mend: (string | null)
/**
 * facts of a customer for whom it goes wrong
 */
example: ({
[k: string]: unknown
} | null)
/**
 * the author's decision that settles it
 */
decided: (string | null)
}
export interface PolicyPage {
lang: string
title: string
intro: string
desk: string
version: string
effective: string
standing: string
sections: {
section: ("classify" | "cases" | "conduct" | "scope" | "entitlement" | "channels" | "bookings" | "allowances" | "charges" | "conditions" | "queue" | "asks" | "promises" | "offers" | "notices" | "escalations" | "remedies" | "closure" | "upkeep" | "statements")
number: number
title: string
anchor: string
clauses: Clause[]
}[]
calendars: {
id: string
anchor: string
name: string
rows: {
days: string
hours: string
}[]
exceptions: {
days: string
hours: string
}[]
notes: string[]
}[]
documents: {
id: string
anchor: string
version: string
title: string
text: string
lang: string
}[]
}
export interface PolicyRole {
id: string
/**
 * in the policy's words
 */
name: string
/**
 * what the policy asks of it
 */
tasks: ("decides" | "hears-appeals" | "takes-over" | "is-told" | "looks-after")[]
/**
 * somebody who may sign in holds it; else leads stand in for it
 */
held: boolean
}
export interface PolicyText {
/**
 * the policy's text, as YAML
 */
text: string
}
export interface PolicyTrial {
/**
 * null where the text has no shape to run by
 */
label: (string | null)
effective: (string | null)
takesEffect: (string | null)
/**
 * customers are told of it before it takes effect
 */
ahead: boolean
/**
 * the version that has this very text
 */
runs: (number | null)
/**
 * open ones: with any, it cannot be activated
 */
errors: number
clauses: number
/**
 * clauses of words alone, which prove nothing
 */
wordsOnly: number
findings: PolicyFinding[]
/**
 * what else stands in the way; at `effective` a reason overrules it
 */
against: {
at: string
message: string
}[]
/**
 * against the version in force
 */
changes: (VersionChanges | null)
}
export interface VersionChanges {
/**
 * the version that it takes the place of
 */
before: number
changes: {
table: string
about: string
was: string
will: string
verdict: ("better" | "worse" | "different")
/**
 * the verdict in words, as a customer reads it
 */
means: string
/**
 * empty: wherever the clause holds
 */
cases: string[]
clause: (Clause | null)
}[]
clauses: {
is: ("new" | "gone" | "changed")
old: (Clause | null)
new: (Clause | null)
}[]
/**
 * texts to accept that are new
 */
documents: {
id: string
title: string
version: string
was: (string | null)
will: string
}[]
/**
 * there may be more that could not be compared
 */
unsure: boolean
}
export interface PolicyVersion {
version: number
label: string
effective: string
/**
 * as that day begins in the desk's zone
 */
takesEffect: string
/**
 * when another takes its place
 */
until: (string | null)
state: ("in-force" | "coming" | "past" | "withdrawn")
activatedAt: string
activatedBy: string
withdrawn: ({
at: string
by: string
why: string
replacedBy: (number | null)
} | null)
told: VersionTold[]
}
export interface VersionTold {
kind: ("announced" | "withdrawn")
at: string
by: string
/**
 * the promise of notice, where the policy makes one
 */
notice: ({
clause: Clause
by: string
kept: boolean
/**
 * why it was activated though it was too late
 */
why: (string | null)
} | null)
/**
 * who were written to
 */
people: number
sent: number
/**
 * mails that have not left yet
 */
waiting: number
/**
 * mails that could not be delivered
 */
failed: number
/**
 * people whose address takes no mail
 */
unreachable: number
/**
 * people who could not be told any more before the day
 */
missed: number
/**
 * mails that had not left when it was withdrawn
 */
keptBack: number
/**
 * people who are still to be looked at
 */
left: number
doneAt: (string | null)
}
export interface PolicyVersions {
items: PolicyVersion[]
}
export interface PresenceInput {
doing: ("reading" | "writing" | "gone")
}
export interface PreviewAnswer {
refused: (Reason | null)
/**
 * who can help instead
 */
refer: ({
name: string
url?: string
} | null)
promises: SaidPromise[]
reasons: Reason[]
quote: (Quote | null)
/**
 * taken from an allowance: there is nothing to pay
 */
free: boolean
/**
 * what the policy may still say, and what it would have to know
 */
open: {
section: ("classify" | "cases" | "conduct" | "scope" | "entitlement" | "channels" | "bookings" | "allowances" | "charges" | "conditions" | "queue" | "asks" | "promises" | "offers" | "notices" | "escalations" | "remedies" | "closure" | "upkeep" | "statements")
key: string
clauses: Clause[]
needs: Askable[]
}[]
suggestions: Suggestion[]
/**
 * open tickets of the requester, or of their office where they may see those, that seem to be about the same
 */
similar: SimilarTicket[]
results?: Facts
}
export interface Suggestion {
topic: string
label: string
found: string[]
}
export interface SimilarTicket {
number: string
subject: string
requester: string
openedAt: string
/**
 * in the reader's language and zone
 */
openedText: string
/**
 * 0 to 1
 */
score: number
/**
 * what both have that is the same in every language: file, code, name, topic, product
 */
shared: string[]
}
export interface PreviewInput {
topic?: string
facts?: Facts
subject?: string
text?: string
/**
 * for staff and keys: who asks
 */
requester?: ({
id: string
} | {
email: string
name: string
})
}
export interface Problem {
type: string
title: string
status: number
detail: string
code: string
faults: {
at: string
message: string
}[]
}
export interface Publication {
/**
 * everybody may read how many promises were kept, at /{desk}/promises
 */
sums: boolean
}
export interface PublicationInput {
sums: boolean
}
export interface QueueItem {
number: string
subject: string
status: ("open" | "waiting" | "closed")
refused: boolean
outcome: (("solved" | "unresolved") | null)
channel: string
language: string
requester: Requester
assignee: (Who | null)
topic: ({
id: string
label: string
} | null)
rank: number
openedAt: string
changedAt: string
closedAt: (string | null)
revision: number
nextDue: (NextDue | null)
preview: string
place: number
why: (Reason | null)
/**
 * a person has to decide on something
 */
ruling: boolean
}
export interface QueuePage {
items: QueueItem[]
next: (string | null)
/**
 * open tickets, counted up to 1000
 */
open: number
}
export interface QuoteInput {
for?: ("quote" | "recovery")
/**
 * cents without taxes
 */
net: number
/**
 * of work that the price is for; null: as long as it takes
 */
minutes?: (number | null)
/**
 * what the price is for, as the customer reads it
 */
words: string
}
export interface ReceivedMail {
message: string
mailId: (string | null)
/**
 * MAIL FROM; empty for a bounce, null where it is not known
 */
sender: (string | null)
recipient: string
size: number
at: string
entrance: string
proof: (Proof | null)
placed: (Placed | null)
}
export interface Refusals {
from: string
sums: {
clause: string
/**
 * null: of an earlier version
 */
shown: (Clause | null)
refused: number
standing: number
contested: number
reversed: number
}[]
tickets: {
clause: string
number: string
subject: string
requester: string
organisation: (string | null)
at: string
standing: boolean
contested: boolean
reversedAt: (string | null)
/**
 * the person who reversed it; null where a fact of the customer's did
 */
reversedBy: (string | null)
}[]
}
export interface Related {
problems: {
id: string
number: string
title: string
/**
 * 0 to 1
 */
score: number
/**
 * what both have that is the same in every language: code, file, name, topic, product
 */
shared: string[]
}[]
tickets: RelatedTicket[]
}
export interface RelatedTicket {
number: string
subject: string
requester: string
language: string
openedAt: string
/**
 * 0 to 1
 */
score: number
/**
 * what both have that is the same in every language: code, file, name, topic, product
 */
shared: string[]
}
export interface RelatedTickets {
items: RelatedTicket[]
}
export interface Rota {
zone: string
days: string[]
/**
 * false: the desk keeps no rota, and everybody is on duty
 */
keeps: boolean
now: string
calendars: {
id: string
name: string
}[]
staff: {
id: string
name: string
role: ("admin" | "lead" | "agent")
present: boolean
capacity: (number | null)
open: number
trained: {
id: string
label: string
}[]
onDuty: boolean
duty: {
shift: string
from: string
to: string
}[]
absences: {
id: string
from: string
to: string
reason: ("holiday" | "illness" | "training" | "other")
}[]
}[]
shifts: {
id: string
staff: string
/**
 * IANA, by whose clock on the wall it is worked
 */
zone: string
first: string
/**
 * the day on which it begins last; the same as `first`: once; null: every week without an end
 */
last: (string | null)
begins: string
/**
 * its length; it may reach past midnight
 */
minutes: number
}[]
closures: {
id: string
calendar: string
first: string
last: string
hours: string[]
reason: string
madeBy: string
madeAt: string
}[]
/**
 * where a calendar is open and nobody is on duty
 */
holes: {
calendar: string
from: string
to: string
}[]
/**
 * promises that a change of hours leaves less time for
 */
atRisk: {
number: string
subject: string
kind: string
label: string
clause: string
due: string
/**
 * when it would be due by the new hours
 */
would: string
assignee: (string | null)
}[]
}
export interface RotaChanged {
/**
 * what does not fit together now: holes, topics nobody is trained for
 */
findings: {
code: string
severity: ("error" | "warning")
message: string
example: string
}[]
}
export interface Ruling {
clause: Clause
role: string
roleName: string
/**
 * who decides it now; `inPlace`: nobody holds the role, and leads stand in for it
 */
decides: {
role: string
people: Who[]
inPlace: boolean
}
/**
 * its reader may decide it
 */
yours: boolean
options: string[]
state: ("undecided" | "granted" | "declined")
option: (string | null)
reason: (string | null)
askedAt: string
decidedBy: (Who | null)
/**
 * who decided it stood in for a role that nobody held
 */
inPlace: boolean
decidedAt: (string | null)
}
export interface RulingInput {
state: ("granted" | "declined")
option?: string
reason: string
}
export interface Settlement {
/**
 * it counts as sent; it is sent again; one that was given up is left so
 */
as: ("sent" | "again" | "left")
}
export interface SharedProblem {
id: string
/**
 * how people call it, P-3; customers never read it
 */
number: string
title: string
state: ("open" | "solved")
/**
 * that hang on it
 */
tickets: number
/**
 * of them open
 */
open: number
/**
 * of the open ones
 */
customers: number
/**
 * of the open ones
 */
languages: string[]
/**
 * when the next promise to one of them is due
 */
due: (string | null)
/**
 * an answer is on its way
 */
sending: boolean
madeAt: string
madeBy: string
solvedAt: (string | null)
solvedBy: (string | null)
revision: number
}
export interface SharedProblemInput {
title?: string
known?: string
}
export interface SharedProblemPage {
items: SharedProblem[]
next: (string | null)
}
export interface SharedProblemWhole {
id: string
/**
 * how people call it, P-3; customers never read it
 */
number: string
title: string
state: ("open" | "solved")
/**
 * that hang on it
 */
tickets: number
/**
 * of them open
 */
open: number
/**
 * of the open ones
 */
customers: number
/**
 * of the open ones
 */
languages: string[]
/**
 * when the next promise to one of them is due
 */
due: (string | null)
/**
 * an answer is on its way
 */
sending: boolean
madeAt: string
madeBy: string
solvedAt: (string | null)
solvedBy: (string | null)
revision: number
/**
 * what is known of it, for the desk alone
 */
known: string
/**
 * what {desk} becomes, by language
 */
deskNames: {
[k: string]: string
}
/**
 * those that the viewer may see, the open ones first; at most a thousand
 */
hanging: HangingTicket[]
/**
 * the languages of the open ones, those of most tickets first
 */
needs: {
language: string
tickets: number
}[]
/**
 * the newest first
 */
answers: TogetherAnswer[]
}
export interface TogetherAnswer {
id: string
texts: {
[k: string]: string
}
sendAs: {
[k: string]: string
}
/**
 * that went along; each ticket has them on its own message
 */
files: {
name: string
type: string
size: number
}[]
/**
 * the answer that solved it, where one did
 */
earlier: (string | null)
solves: boolean
by: string
at: string
endedAt: (string | null)
total: number
sent: number
/**
 * of a solution: customers who are asked first, as the policy says; their tickets are not closed yet
 */
asked: number
waiting: number
/**
 * tickets that did not get it, with the reason
 */
told: {
ticket: string
state: ("closed" | "joined" | "off" | "shielded" | "unanswered" | "failed")
/**
 * joined: into which
 */
into: (string | null)
/**
 * failed: why, where that is known
 */
why: (string | null)
}[]
}
export interface Shields {
items: {
id: string
name: string
since: string
}[]
}
export interface ShiftInput {
staff: string
/**
 * IANA, by whose clock on the wall it is worked
 */
zone: string
first: string
/**
 * the day on which it begins last; the same as `first`: once; null: every week without an end
 */
last: (string | null)
begins: string
/**
 * its length; it may reach past midnight
 */
minutes: number
}
export interface SignIn {
email: string
password: string
}
export interface SimilarTickets {
items: SimilarTicket[]
}
export interface SkipInput {
/**
 * needed unless the policy leaves passing over free
 */
reason?: string
}
export interface SolutionInput {
/**
 * by language: one for each that the tickets need; {customer}, {number}, {subject}, {desk}, {expert} are filled in for each
 */
texts?: {
[k: string]: string
}
/**
 * an answer given together before that solves it; then no texts and no files
 */
earlier?: string
/**
 * tokens of POST /files
 * 
 * @maxItems 20
 */
files?: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]
/**
 * a language without a text: the language whose text its tickets get
 */
sendAs?: {
[k: string]: string
}
/**
 * exactly those that the sender saw; without it every open one
 * 
 * @maxItems 1000
 */
tickets?: string[]
/**
 * names of customers that are only words in these texts
 * 
 * @maxItems 50
 */
meant?: string[]
}
export interface SplitInput {
/**
 * the problem that stays under the ticket's number: its subject from now on, and what is found of it
 */
stays?: {
subject?: string
facts?: Facts
}
/**
 * each becomes a ticket of its own
 * 
 * @minItems 1
 * @maxItems 9
 */
parts: [{
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}]|[{
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}]|[{
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}]|[{
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}]|[{
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}]|[{
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}]|[{
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}]|[{
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}]|[{
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}, {
subject: string
topic?: string
facts?: Facts
/**
 * @minItems 1
 * @maxItems 50
 */
pieces: [{
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
}, ...({
message: string
/**
 * a passage of it, word for word; left out: all of it, with all its files
 */
text?: string
/**
 * ids of its files that go along
 * 
 * @maxItems 50
 */
files?: string[]
})[]]
}]
}
export interface SplitPreview {
number: string
/**
 * their numbers; in a preview, where none is taken yet, with a question mark
 */
parts: string[]
mails: MailPreview[]
}
export interface Staff {
id: string
name: string
email: string
role: ("admin" | "lead" | "agent")
language: string
present: boolean
trained: string[]
/**
 * roles of the policy; one that the policy in force does not have is kept
 */
holds: string[]
/**
 * open tickets at once; null: as many as come
 */
capacity: (number | null)
disabled: boolean
}
export interface StaffInput {
name?: string
role?: ("admin" | "lead" | "agent")
language?: string
present?: boolean
/**
 * @maxItems 200
 */
trained?: string[]
/**
 * roles of the policy in force, and those held already
 * 
 * @maxItems 100
 */
holds?: string[]
capacity?: (number | null)
disabled?: boolean
password?: string
}
export interface StaffList {
items: Staff[]
/**
 * of the policy in force
 */
roles: PolicyRole[]
}
export interface Standing {
fact: string
label: string
value: Value
text: string
}
export interface StandingInput {
organisation: string
/**
 * a value, a value with its days, or null to take it out
 */
facts: {
[k: string]: TermInput | string | number | boolean | null
}
}
export interface TermInput {
/**
 * a length as text ("20 minutes") or in ms, an amount as text ("45.00 EUR") or in whole cents
 */
value: (string | number | boolean)
begins?: (string | null)
ends?: (string | null)
notice?: (string | null)
}
export interface Statement {
number: number
month: string
customer: string
/**
 * with a point and two decimals
 */
net: string
gross: string
currency: string
madeAt: string
}
export interface StatementInput {
month: string
}
export interface Statements {
items: Statement[]
}
export interface StatusInput {
status: ("open" | "waiting")
}
export interface Suggestions {
items: Suggestion[]
}
export interface TickInput {
/**
 * open: not done after all; dropped, for staff: not needed any more
 */
state: ("open" | "done" | "dropped")
text?: string
/**
 * tokens of POST /files
 * 
 * @maxItems 20
 */
files?: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]
}
export interface Ticket {
number: string
subject: string
status: ("open" | "waiting" | "closed")
refused: boolean
outcome: (("solved" | "unresolved") | null)
channel: string
language: string
requester: Requester
assignee: (Who | null)
topic: ({
id: string
label: string
} | null)
rank: number
openedAt: string
changedAt: string
closedAt: (string | null)
revision: number
nextDue: (NextDue | null)
preview: string
id: string
zone: string
policyVersion: number
/**
 * where its reader can take it further by hand: POST …/escalations
 */
stepUp: ({
to: string
label: string
clause: Clause
} | null)
messages: Message[]
promises: TicketPromise[]
decisions: Decision[]
timeline: TimelineEntry[]
claims: Facts
/**
 * the earlier ticket that it goes on as a part of
 */
joinedInto: (OtherTicket | null)
/**
 * tickets that were joined into it; their words are among its messages
 */
joined: OtherTicket[]
/**
 * each time the customer was asked whether it may be closed, the oldest first
 */
closings: Closing[]
/**
 * for staff, of an open one
 */
closes: (ClosesNow | null)
/**
 * of one that is closed as solved: the message that solved it
 */
solution: (string | null)
/**
 * what the customer was asked to do, the oldest first
 */
checklists: Checklist[]
/**
 * for staff: what the policy lets them ask for
 */
checklistAsks: ChecklistAsk[]
/**
 * the request that it is one of several problems of
 */
splitFrom: (OtherTicket | null)
/**
 * tickets that it was split into, beside itself
 */
parts: OtherTicket[]
/**
 * the closed ticket on which it was written, and which is not opened again
 */
follows: (OtherTicket | null)
/**
 * what was written on it once it was closed for good
 */
followedBy: OtherTicket[]
/**
 * it is closed for good: what is written on it now is a request of its own
 */
anew: boolean
/**
 * for staff: the clause by which it is to be split, until it is
 */
proposedSplit: (Reason | null)
/**
 * for staff: what it hangs on together with tickets of others
 */
problem: ({
id: string
number: string
title: string
state: ("open" | "solved")
} | null)
/**
 * facts of the customer's that decisions rested on
 */
contestable: Askable[]
/**
 * questions to the customer
 */
askable: Askable[]
/**
 * for staff: why nobody has it, where the policy would name somebody
 */
unnamed: (("nobody-on-duty" | "nobody-trained" | "nobody-with-room") | null)
/**
 * for staff: cases that were found here and that the viewer may know of
 */
conduct: {
/**
 * what staff may report of the customer's conduct
 */
reports: Askable[]
cases: ConductLine[]
}
/**
 * for staff; else empty
 */
rulings: Ruling[]
findings: Facts
/**
 * for staff: what an expert may find
 */
findable: Askable[]
/**
 * for staff
 */
facts: FactNow[]
/**
 * for staff: the facts of the customer's record
 */
standing: Standing[]
/**
 * for staff
 */
customer: ({
phone: (string | null)
language: (string | null)
zone: (string | null)
openTickets: number
/**
 * where they asked that answers go
 */
answerTo: (string | null)
} | null)
/**
 * for staff, where the policy has prices: the time worked
 */
clock: (WorkClock | null)
/**
 * what was charged, given back and corrected; what is only proposed, for staff
 */
charges: Charge[]
/**
 * for staff: where the policy leaves the price to a person and the customer has agreed to none yet
 */
quotable: ("quote" | "recovery")[]
/**
 * what it took from an allowance, and what was given back of it
 */
drawn: (Drawn | null)
/**
 * prices that the customer was asked to agree to, the oldest first
 */
offers: Offer[]
/**
 * for staff: whom its mails name beside the requester
 */
participants: Participant[]
/**
 * for staff: who has it before them
 */
present: {
id: string
name: string
doing: ("reading" | "writing")
}[]
}
export interface TicketPromise {
id: string
kind: string
label: string
clause: (Clause | null)
strength: ("must" | "goal" | "may")
starts: string
due: (string | null)
goal: (string | null)
state: ("running" | "paused" | "kept" | "broken" | "withdrawn")
/**
 * of a broken one, when its limit passed
 */
endedAt: (string | null)
/**
 * when a broken one was done after all
 */
metAt: (string | null)
/**
 * when its clock stood still, and why; `to` is null while it does
 */
pauses: {
from: string
to: (string | null)
reason: ("question" | "checklist" | "consent" | "closing" | "maintenance")
}[]
/**
 * open ms of its calendar until it is due, now or since it stands still; null where it counts on no calendar or has ended
 */
left: (number | null)
dueText: (string | null)
goalText: (string | null)
}
export interface TimelineEntry {
id: string
kind: string
by: By
at: string
detail: {
[k: string]: unknown
}
}
export interface WorkClock {
stretches: {
id: string
kind: ("connection" | "phone")
staff: Who
starts: string
ends: (string | null)
endedBy: (("staff" | "cap" | "closed") | null)
}[]
/**
 * ms, of stretches that have ended
 */
worked: {
connection: number
phone: number
}
/**
 * ms of connected time that the customer has agreed to
 */
cap: (number | null)
/**
 * when the open stretch reaches the cap and is stopped
 */
stopsAt: (string | null)
/**
 * work may begin: nothing is charged, or the customer has agreed
 */
agreed: boolean
}
export interface TicketMails {
received: ReceivedMail[]
sent: OutgoingMail[]
}
export interface TicketPage {
items: TicketSummary[]
next: (string | null)
}
export interface TogetherInput {
/**
 * by language: one for each that the tickets need; {customer}, {number}, {subject}, {desk}, {expert} are filled in for each
 */
texts: {
[k: string]: string
}
/**
 * tokens of POST /files
 * 
 * @maxItems 20
 */
files?: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]
/**
 * a language without a text: the language whose text its tickets get
 */
sendAs?: {
[k: string]: string
}
/**
 * exactly those that the sender saw; without it every open one
 * 
 * @maxItems 1000
 */
tickets?: string[]
/**
 * names of customers that are only words in these texts
 * 
 * @maxItems 50
 */
meant?: string[]
}
export interface TriedPolicy {
/**
 * the policy's text, as YAML
 */
text: string
}
export interface Upload {
token: string
name: string
type: string
size: number
}
export interface Uploads {
items: Upload[]
}
export interface Withdrawal {
/**
 * why, for the desk; customers are told that it does not come
 */
why: string
}
export interface WorkInput {
kind: ("connection" | "phone")
}
