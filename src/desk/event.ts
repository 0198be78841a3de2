// Everything that can happen to a ticket, whatever door it came through. DESIGN.md §2.
import type { Moment, Value } from "../policy/index.ts";
import type { Reasoned } from "./reasoned.ts";

export interface Actor {
  readonly kind: "person" | "staff" | "key" | "clock" | "desk";
  readonly id: string | null;
  readonly name: string;
}
export interface FileRef {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha: string;
}

/** What somebody wrote. `text` is what is new in it; `whole` the original where it differs; `html` is sanitised. */
export interface Said {
  readonly text: string;
  readonly html?: string;
  readonly whole?: string;
  readonly channel: string; // mail, portal, phone, api …
  readonly files?: readonly FileRef[];
  readonly mailId?: string; // Message-ID, angle brackets included
  readonly raw?: string; // the blob of the raw mail
  readonly language?: string; // told from the text
  readonly robot?: RobotSaid; // of a machine's mail
  readonly heeds?: readonly Heed[];
  readonly mayContest?: readonly string[]; // facts that these words may say are wrong
  readonly broughtBy?: string; // who forwarded it in
  readonly authenticated?: "pass" | "fail" | "none"; // of a mail: whether the domain of its author stands behind it
}

/** What a machine's mail says: of a bounce or a delay with the addresses, their status codes (RFC 3463) and whether for good. */
export interface RobotSaid {
  readonly kind: string;
  readonly failed: readonly { readonly address: string; readonly status: string | null; readonly hard: boolean }[];
}
/** What a reader must know of a mail: its Message-ID was that of another; its writer is not one of the ticket's; it went to so many that none of them was noted. */
export type Heed = "same-mail-id" | "stranger" | "many-recipients";
/** Somebody whom a mail names beside its writer and the desk. */
export interface Copied {
  readonly name: string;
  readonly address: string;
}

/** What somebody wrote to agree to an offer, or to refuse it, that cannot be taken so; `theirs`: it is their request. */
export interface LateAnswer {
  readonly answer: "yes" | "no";
  readonly theirs: boolean;
}

/** Who asks: somebody known by id, or by address (made known if new). */
export type Asker = { readonly id: string } | { readonly email: string; readonly name: string };

/** The other ticket of two. */
export interface Other {
  readonly id: string;
  readonly number: string;
}

/** What is held against the requester: messages that they wrote, and what happened in the words of who reports it. */
export interface Report {
  readonly person?: string; // who is reported, where it is not the requester
  readonly messages: readonly string[];
  readonly statement: string;
}

/** A thing that the customer is asked to do, with the number that names it. */
export interface Item {
  readonly id: string;
  readonly n: number;
  readonly text: string;
}

interface Any {
  /** Unique in the desk; the same id again has no second effect: "mail:<sha>", a uuid, an idempotency key. */
  readonly id: string;
  readonly by: Actor;
}
interface OnTicket extends Any {
  readonly ticket: string;
  /** The revision that the actor saw; a newer one is a conflict. Left out: no check. */
  readonly expect?: number;
  /** The joined ticket that it was meant for, where another stands for it now. */
  readonly meant?: string;
}

export type Claims = Readonly<Record<string, Value>>;

export type Event =
  | (Any & {
      readonly kind: "ask";
      readonly asker: Asker;
      readonly subject: string;
      readonly said: Said;
      readonly topic?: string;
      readonly claims?: Claims;
      readonly zone?: string;
      readonly at?: number;
      readonly quiet?: boolean;
      /** What its asker sends in the next minutes gets no mail of its own; the mail of this one says so. */
      readonly lastMail?: boolean;
      readonly copied?: readonly Copied[];
      readonly answerTo?: string;
      /** It was written as a contest: of these facts, or of what its writer says in words. */
      readonly contests?: readonly string[];
      /** The closed ticket on which it was written, with the clauses by which that one is not opened again. */
      readonly follows?: Other & { readonly because: readonly Reasoned[] };
    })
  | (OnTicket & {
      readonly kind: "message";
      readonly said: Said;
      readonly at?: number;
      readonly quiet?: boolean;
      readonly copied?: readonly Copied[];
      readonly late?: LateAnswer;
      readonly rests?: true;
    }) // `rests`: it says again what was said before, and nothing else
  | (OnTicket & { readonly kind: "automatic"; readonly said: Said }) // a bounce, an out-of-office: kept, never answered
  | (OnTicket & { readonly kind: "answer"; readonly said: Said; readonly at?: number; readonly called?: boolean; readonly asks?: boolean; readonly message?: string; readonly problem?: string }) // `asks`: the customer has to answer before it goes on; `message`: the id that it gets; `problem`: given to all that hang on it
  | (OnTicket & { readonly kind: "note"; readonly said: Said; readonly at?: number; readonly late?: LateAnswer & { readonly of: string } }) // `of`: the person whose answer it was
  | (OnTicket & { readonly kind: "assign"; readonly to: string | null; readonly reason?: string })
  | (OnTicket & { readonly kind: "skip"; readonly reason: string }) // passed over by the one to whom it was next
  | (OnTicket & { readonly kind: "status"; readonly status: "open" | "waiting" })
  | (OnTicket & { readonly kind: "close"; readonly outcome: "solved" | "unresolved" | null; readonly at?: number; readonly said?: Said; readonly solution?: string; readonly problem?: string }) // null: taken back by the customer; with words for the customer; `solution`: the answer that solved it, its own words where there are any
  | (OnTicket & { readonly kind: "reopen" })
  | (OnTicket & { readonly kind: "finding"; readonly findings: Claims; readonly report?: Report }) // `report`: of somebody's conduct
  | (OnTicket & {
      readonly kind: "claim";
      readonly claims: Claims;
      readonly said?: Said;
      readonly at?: number;
      readonly quiet?: boolean;
      readonly contests?: readonly string[];
      readonly message?: string;
    }) // they contest or add a fact; `contests`: the facts that they say are wrong, `message`: in which words
  | (OnTicket & { readonly kind: "ruling"; readonly clause: string; readonly state: "granted" | "declined"; readonly option?: string; readonly reason: string })
  | (OnTicket & { readonly kind: "consent"; readonly offer: string; readonly accepts: readonly string[]; readonly channel: string; readonly said?: Said; readonly at?: number; readonly spent?: true }) // the requester or their office agrees to a price, and to these documents; `spent`: to hours of which nothing is left
  | (OnTicket & { readonly kind: "decline"; readonly offer: string; readonly channel: string; readonly said?: Said; readonly at?: number })
  | (OnTicket & { readonly kind: "agree-closing" | "refuse-closing"; readonly channel: string; readonly said?: Said; readonly at?: number }) // the requester or their office says whether it may be closed
  | (OnTicket & { readonly kind: "withdraw-closing" }) // the desk asks no more whether it may
  | (OnTicket & { readonly kind: "work-start"; readonly work: "connection" | "phone" }) // the clock of connected or telephone time
  | (OnTicket & { readonly kind: "work-stop" })
  | (OnTicket & {
      readonly kind: "quote"; // a person's own price, where the policy leaves it to one
      readonly for: "quote" | "recovery";
      readonly net: number; // cents without taxes
      readonly covers: number | null; // ms of work that it is for
      readonly words: string; // what it is for, to the customer
    })
  | (OnTicket & { readonly kind: "go-on" }) // the agreed time is used up, and the customer is asked for more
  | (OnTicket & { readonly kind: "adjust"; readonly what: "credit" | "correction"; readonly net: number; readonly reason: string }) // proposed; cents, below zero where it is given back
  | (OnTicket & {
      readonly kind: "adjust";
      readonly what: "give-back";
      readonly amount: { readonly minutes: number } | { readonly requests: number };
      readonly reason: string;
      readonly to: "origin" | "now" | "pack";
      readonly ends: number | null;
    }) // proposed: to where it was taken from, into the period that runs now, or as a pack that ends then
  | (OnTicket & { readonly kind: "adjust-decided"; readonly charge: string; readonly approved: boolean }) // by somebody else
  | (OnTicket & { readonly kind: "participant"; readonly address: string; readonly state: "present" | "copied" | "removed"; readonly name?: string }) // may write; gets the answers too; neither
  | (OnTicket & { readonly kind: "join"; readonly into: Other }) // it goes on as a part of an earlier one
  | (OnTicket & { readonly kind: "joined"; readonly from: Other; readonly heard: boolean }) // a later one became a part of it; `heard`: with words that it was waiting for
  | (OnTicket & { readonly kind: "unjoin"; readonly from: Other }) // it goes its own way again
  | (OnTicket & { readonly kind: "unjoined"; readonly other: Other }) // a part of it left again
  | (OnTicket & { readonly kind: "split"; readonly parts: readonly Other[]; readonly subject?: string; readonly findings: Claims }) // several problems: these are tickets of their own now; what is found of the one that stays
  | (OnTicket & { readonly kind: "part"; readonly from: Other; readonly findings: Claims }) // it is one of several problems of a request
  | (OnTicket & { readonly kind: "unsplit"; readonly parts: readonly Other[]; readonly subject: string; readonly findings: Claims }) // they were one problem after all
  | (OnTicket & {
      readonly kind: "checklist"; // the customer is asked to do these
      readonly list: string;
      readonly ask: string | null; // of the policy's
      readonly findings: Claims;
      readonly words: string;
      readonly items: readonly Item[];
    })
  | (OnTicket & {
      readonly kind: "tick";
      readonly items: readonly Item[];
      readonly state: "done" | "open" | "dropped";
      readonly completes: boolean; // nothing is open after it
      readonly findings: Claims;
      readonly channel: string;
      readonly said?: Said;
      readonly at?: number;
    })
  | (OnTicket & { readonly kind: "tell-time"; readonly promise: string }) // a time that changed without a word is told after all
  | (OnTicket & { readonly kind: "hung" | "unhung"; readonly problem: string }) // on or off a problem, "P-3", that it has in common with tickets of others
  | (OnTicket & { readonly kind: "heard"; readonly at: number }) // words that came for it while it was joined are its own again
  | (OnTicket & { readonly kind: "conduct-words"; readonly of: string; readonly words: Pick<Said, "text" | "channel" | "raw" | "authenticated"> }) // the person answers in their case, or appeals
  | (OnTicket & { readonly kind: "conduct-named"; readonly of: string; readonly to: string; readonly decides: "case" | "appeal" }) // who is to decide
  | (OnTicket & { readonly kind: "conduct-decided"; readonly of: string; readonly clause: string | null; readonly option?: string; readonly reason: string }) // null: no measure
  | (OnTicket & { readonly kind: "conduct-appeal"; readonly of: string; readonly lifts: boolean; readonly reason: string }) // decided, by somebody else
  | (OnTicket & { readonly kind: "conduct-lifted"; readonly of: string; readonly reason: string }) // a measure is taken back
  | (OnTicket & { readonly kind: "timer"; readonly key: string; readonly moment: Moment; readonly about: string; readonly due?: number }) // `due`: when it should have rung, epoch ms
  | (OnTicket & { readonly kind: "delivered"; readonly what: string; readonly names: boolean }); // a mail has left: `names` if it named the expert

/** At which moment of the policy each kind is decided (null: it changes nothing that a policy decides), and what it does to promises. */
export const MOMENT_OF: Readonly<Record<Event["kind"], { readonly moment: Moment | null; readonly does: readonly string[] }>> = {
  ask: { moment: "opened", does: [] },
  message: { moment: "message", does: ["replied"] },
  automatic: { moment: null, does: [] },
  answer: { moment: "answered", does: ["answered", "informed", "acknowledged", "started"] },
  note: { moment: null, does: [] },
  assign: { moment: null, does: [] },
  skip: { moment: null, does: [] },
  status: { moment: null, does: [] },
  close: { moment: "closed", does: ["informed"] },
  reopen: { moment: "finding", does: [] },
  finding: { moment: "finding", does: [] },
  claim: { moment: "finding", does: ["replied", "contested"] },
  consent: { moment: "consent", does: ["replied"] },
  decline: { moment: "message", does: ["replied"] },
  "agree-closing": { moment: "closed", does: ["replied", "informed"] },
  "refuse-closing": { moment: "message", does: ["replied"] },
  "withdraw-closing": { moment: "finding", does: ["replied"] },
  "work-start": { moment: null, does: [] },
  "work-stop": { moment: "worked", does: [] },
  quote: { moment: "finding", does: [] },
  "go-on": { moment: "worked", does: [] },
  adjust: { moment: null, does: [] },
  "adjust-decided": { moment: null, does: [] },
  participant: { moment: null, does: [] },
  join: { moment: null, does: [] },
  joined: { moment: "message", does: ["replied"] },
  unjoin: { moment: null, does: [] },
  unjoined: { moment: null, does: [] },
  split: { moment: "finding", does: [] },
  part: { moment: "finding", does: [] },
  unsplit: { moment: "finding", does: [] },
  checklist: { moment: "finding", does: ["listed"] },
  tick: { moment: "message", does: ["replied"] },
  "tell-time": { moment: null, does: [] },
  hung: { moment: null, does: [] },
  unhung: { moment: null, does: [] },
  heard: { moment: "message", does: ["replied"] },
  ruling: { moment: "ruling", does: ["decided"] },
  "conduct-words": { moment: null, does: [] },
  "conduct-named": { moment: null, does: [] },
  "conduct-decided": { moment: "ruling", does: ["decided"] },
  "conduct-appeal": { moment: "ruling", does: ["decided"] },
  "conduct-lifted": { moment: "ruling", does: [] },
  timer: { moment: "timer", does: [] },
  delivered: { moment: "timer", does: [] },
};
