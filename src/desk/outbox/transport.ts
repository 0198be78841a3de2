// The port through which mail leaves: what is handed over, and who takes it. The doors bring transports, the worker uses one.

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** A composed mail, ready to leave. */
export interface OutgoingMail {
  readonly desk: string;
  readonly id: string; // of the outbox row
  readonly mailId: string; // Message-ID, angle brackets included; the same at every try
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly replyTo?: string; // the ticket's own address
  readonly inReplyTo: string | null;
  readonly references: readonly string[]; // oldest first
  readonly automatic: "auto-replied" | "auto-generated" | null; // RFC 3834 §5: nobody wrote it; to a mail, or by itself
  /** Where one click ends mails of this sort (RFC 8058); left out where the mail answers what its reader asked. */
  readonly unsubscribe?: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: number; // epoch ms, for the Date header
}

/**
 * Resolves once the next server has taken the mail, with its answer. Awaits `began` before it hands over what makes the mail whole: from
 * then on it may have left. One that can be handed over twice without harm need not. Throws Refused where trying again is of no use,
 * Uncertain where nobody knows whether it left, anything else where trying again may help.
 */
export type Transport = (mail: OutgoingMail, began: () => Promise<void>) => Promise<string | void>;

/** The other side will never take this mail. */
export class Refused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Refused";
  }
}

/** The mail was handed over whole, and no answer came. */
export class Uncertain extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Uncertain";
  }
}
