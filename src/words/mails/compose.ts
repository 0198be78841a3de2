// Every mail to a customer by its name: the outbox keeps name and input, the worker writes it, in the desk's own frame where it has one.
import { addedMail } from "./added.ts";
import { answerMail } from "./answer.ts";
import { apologyMail } from "./apology.ts";
import { assignmentMail } from "./assignment.ts";
import { checklistMail } from "./checklist.ts";
import { codeMail } from "./code.ts";
import { deniedMail } from "./denied.ts";
import { conductMail } from "./conduct.ts";
import { closedMail } from "./closed.ts";
import { closingMail } from "./closing.ts";
import { confirmationMail } from "./confirmation.ts";
import { joinedMail } from "./joined.ts";
import { lateAnswerMail } from "./late-answer.ts";
import { maintenanceMail } from "./maintenance.ts";
import type { Mail } from "./model.ts";
import { noticeMail } from "./notice.ts";
import { offerMail } from "./offer.ts";
import { recordMail } from "./record.ts";
import { refusalMail } from "./refusal.ts";
import { signInMail } from "./sign-in.ts";
import { splitMail } from "./split.ts";
import { subscribeMail } from "./subscribe.ts";
import { versionMail } from "./version.ts";
import { namedMail } from "./named.ts";
import { roleMail } from "./role.ts";
import { waitingMail } from "./waiting.ts";
import { warningMail } from "./warning.ts";
import { frameOf, isFramable } from "./frames/framable.ts";
import { framedMail } from "./frames/framed-mail.ts";
import type { Frame } from "./frames/frames.ts";
import type { MailToWrite } from "./mail-to-write.ts";

export type { MailToWrite } from "./mail-to-write.ts";

/** Subject, text and HTML of a mail; `frame` is what the desk wrote around it in the reader's language, if it did. */
export function composeMail(what: MailToWrite, frame: Frame | null = null): Mail {
  if (frame && isFramable(what)) return framedMail(frameOf(what), what, frame);
  switch (what.mail) {
    case "confirmation":
      return confirmationMail(what.input);
    case "refusal":
      return refusalMail(what.input);
    case "answer":
      return answerMail(what.input);
    case "closed":
      return closedMail(what.input);
    case "closing":
      return closingMail(what.input);
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
    case "conduct":
      return conductMail(what.input);
    case "named":
      return namedMail(what.input);
    case "role":
      return roleMail(what.input);
    case "waiting":
      return waitingMail(what.input);
    case "warning":
      return warningMail(what.input);
    case "checklist":
      return checklistMail(what.input);
    case "code":
      return codeMail(what.input);
    case "denied":
      return deniedMail(what.input);
    case "record":
      return recordMail(what.input);
    case "offer":
      return offerMail(what.input);
    case "late-answer":
      return lateAnswerMail(what.input);
    case "maintenance":
      return maintenanceMail(what.input);
    case "version":
      return versionMail(what.input);
    case "subscribe":
      return subscribeMail(what.input);
    case "sign-in":
      return signInMail(what.input);
  }
}
