// Every mail to a customer by its name, with what fills it: as the outbox keeps it.
import type { Added } from "./added.ts";
import type { Answer } from "./answer.ts";
import type { Apology } from "./apology.ts";
import type { Assignment } from "./assignment.ts";
import type { ChecklistMail } from "./checklist.ts";
import type { Code } from "./code.ts";
import type { Denied } from "./denied.ts";
import type { ConductMail } from "./conduct.ts";
import type { Closed } from "./closed.ts";
import type { ClosingMail } from "./closing.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Joined } from "./joined.ts";
import type { LateAnswer } from "./late-answer.ts";
import type { MaintenanceMail } from "./maintenance.ts";
import type { NamedMail } from "./named.ts";
import type { Notice } from "./notice.ts";
import type { OfferMail } from "./offer.ts";
import type { RecordNews } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import type { SignIn } from "./sign-in.ts";
import type { SplitMail } from "./split.ts";
import type { Subscribe } from "./subscribe.ts";
import type { VersionMail } from "./version.ts";
import type { RoleMail } from "./role.ts";
import type { WaitingMail } from "./waiting.ts";
import type { Warning } from "./warning.ts";

export type MailToWrite =
  | { readonly mail: "confirmation"; readonly input: Confirmation }
  | { readonly mail: "refusal"; readonly input: Refusal }
  | { readonly mail: "answer"; readonly input: Answer }
  | { readonly mail: "closed"; readonly input: Closed }
  | { readonly mail: "closing"; readonly input: ClosingMail }
  | { readonly mail: "assignment"; readonly input: Assignment }
  | { readonly mail: "apology"; readonly input: Apology }
  | { readonly mail: "notice"; readonly input: Notice }
  | { readonly mail: "added"; readonly input: Added }
  | { readonly mail: "joined"; readonly input: Joined }
  | { readonly mail: "split"; readonly input: SplitMail }
  | { readonly mail: "conduct"; readonly input: ConductMail }
  | { readonly mail: "named"; readonly input: NamedMail }
  | { readonly mail: "role"; readonly input: RoleMail }
  | { readonly mail: "waiting"; readonly input: WaitingMail }
  | { readonly mail: "warning"; readonly input: Warning }
  | { readonly mail: "checklist"; readonly input: ChecklistMail }
  | { readonly mail: "code"; readonly input: Code }
  | { readonly mail: "denied"; readonly input: Denied }
  | { readonly mail: "record"; readonly input: RecordNews }
  | { readonly mail: "offer"; readonly input: OfferMail }
  | { readonly mail: "late-answer"; readonly input: LateAnswer }
  | { readonly mail: "maintenance"; readonly input: MaintenanceMail }
  | { readonly mail: "version"; readonly input: VersionMail }
  | { readonly mail: "subscribe"; readonly input: Subscribe }
  | { readonly mail: "sign-in"; readonly input: SignIn };
