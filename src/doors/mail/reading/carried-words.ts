// Where a machine only carries what a person said: a voice message, a fax, a page of a scanner, a form's entry, an own line beside an answer to an invitation.
import type { Email } from "postal-mime";
import { NOBODY } from "./robot-words.ts";

const CALLED =
  /(?:voice ?mail|voice message|missed call|sprachnachricht|anrufbeantworter|message(?:rie)? vocale?|messaggio vocale|segreteria telefonica|mesaj(?:e)? vocal|mesagerie vocală|mensaje de voz|buzón de voz|mensagem de voz|voicemailbericht|(?:tele)?fax)(?!\p{L})/iu;
const SCANNED = /(?<!\p{L})(?:scan(?:ned|s|ner)?|gescannt\w*|numéris\w+|scansion\w+|scanat\w*|escane\w+)(?!\p{L})/iu;
/** The machine's report of what it sent out itself, or of its own health. */
const ITS_OWN = /(?<!\p{L})(?:was sent|sent to|delivered|transmission|successful\w*|failed|failure|report|full|password|gesendet|sendebericht|envoyée?|inviat[ao]|trimis|enviado|verzonden)(?!\p{L})/iu;

/** True of an automatic mail that answers nothing and brings a person's message to the desk. */
export function carriesAPerson(mail: Email): boolean {
  if (mail.inReplyTo || mail.references || mail.headers.some(({ key }) => key.startsWith("list-"))) return false;
  const subject = mail.subject ?? "";
  if (!ITS_OWN.test(subject) && (CALLED.test(subject) || (SCANNED.test(subject) && mail.attachments.some((a) => /^(?:application\/pdf|image\/)/.test(a.mimeType))))) return true;
  const [other, ...more] = mail.replyTo ?? [];
  const [from, to] = [mail.from?.address ?? "", other?.address ?? ""];
  // A form asks that its visitor be answered, who has an address elsewhere; a desk's notice asks for an address of its own, made for the one ticket.
  return more.length === 0 && to !== "" && from !== "" && domain(to) !== domain(from) && !NOBODY.test(to) && !/^(?:[^@]*[+=]|repl(?:y|ies)\b|support\b|help)/i.test(to);
}

/** The last two names of it: servers of one house share them. */
const domain = (address: string): string => address.toLowerCase().split("@").at(-1)!.split(".").slice(-2).join(".");

const BY_THE_CALENDAR =
  /invitation|invited|calendar|(?:has|have) (?:tentatively )?(?:accepted|declined)|einladung|kalender|zugesagt|abgelehnt|calendrier|a (?:accepté|refusé)|invito|calendario|ha (?:accettato|rifiutato)|invitați|a (?:acceptat|refuzat)|uitnodiging|zaproszeni/iu;

/** True where somebody wrote a sentence beside the answer to an invitation that their program sent. */
export function writesBesideTheAnswer(own: string): boolean {
  const text = (own.slice(0, 3_000).split(/_{8,}|-{5,}/)[0] ?? "").trim();
  return !BY_THE_CALENDAR.test(text) && /(?:[\p{L}'’]+[\s,]+){3,}[\p{L}\p{N}'’]+[.!?…]/u.test(text);
}
