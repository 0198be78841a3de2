// Every mail to a customer by its name: the outbox keeps name and input, the worker writes it.
import { type Added, addedMail } from "./added.ts";
import { type Answer, answerMail } from "./answer.ts";
import { type Apology, apologyMail } from "./apology.ts";
import { type Assignment, assignmentMail } from "./assignment.ts";
import { type Code, codeMail } from "./code.ts";
import { type Closed, closedMail } from "./closed.ts";
import { type Confirmation, confirmationMail } from "./confirmation.ts";
import { type Joined, joinedMail } from "./joined.ts";
import { type MaintenanceMail, maintenanceMail } from "./maintenance.ts";
import type { Mail } from "./model.ts";
import { type Notice, noticeMail } from "./notice.ts";
import { type OfferMail, offerMail } from "./offer.ts";
import { type RecordNews, recordMail } from "./record.ts";
import { type Refusal, refusalMail } from "./refusal.ts";
import { type SignIn, signInMail } from "./sign-in.ts";
import { type SplitMail, splitMail } from "./split.ts";
import { type Subscribe, subscribeMail } from "./subscribe.ts";
import { type Warning, warningMail } from "./warning.ts";

export type MailToWrite =
  | { readonly mail: "confirmation"; readonly input: Confirmation }
  | { readonly mail: "refusal"; readonly input: Refusal }
  | { readonly mail: "answer"; readonly input: Answer }
  | { readonly mail: "closed"; readonly input: Closed }
  | { readonly mail: "assignment"; readonly input: Assignment }
  | { readonly mail: "apology"; readonly input: Apology }
  | { readonly mail: "notice"; readonly input: Notice }
  | { readonly mail: "added"; readonly input: Added }
  | { readonly mail: "joined"; readonly input: Joined }
  | { readonly mail: "split"; readonly input: SplitMail }
  | { readonly mail: "warning"; readonly input: Warning }
  | { readonly mail: "code"; readonly input: Code }
  | { readonly mail: "record"; readonly input: RecordNews }
  | { readonly mail: "offer"; readonly input: OfferMail }
  | { readonly mail: "maintenance"; readonly input: MaintenanceMail }
  | { readonly mail: "subscribe"; readonly input: Subscribe }
  | { readonly mail: "sign-in"; readonly input: SignIn };

/** Subject, text and HTML of a mail. */
export function composeMail(what: MailToWrite): Mail {
  switch (what.mail) {
    case "confirmation":
      return confirmationMail(what.input);
    case "refusal":
      return refusalMail(what.input);
    case "answer":
      return answerMail(what.input);
    case "closed":
      return closedMail(what.input);
    case "assignment":
      return assignmentMail(what.input);
    case "apology":
      return apologyMail(what.input);
    case "notice":
      return noticeMail(what.input);
    case "added":
      return addedMail(what.input);
    case "joined":
      return joinedMail(what.input);
    case "split":
      return splitMail(what.input);
    case "warning":
      return warningMail(what.input);
    case "code":
      return codeMail(what.input);
    case "record":
      return recordMail(what.input);
    case "offer":
      return offerMail(what.input);
    case "maintenance":
      return maintenanceMail(what.input);
    case "subscribe":
      return subscribeMail(what.input);
    case "sign-in":
      return signInMail(what.input);
  }
}
