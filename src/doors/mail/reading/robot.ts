// Tells mail that a machine sent by itself: bounces, out-of-office, receipts, lists. RFC 3834, 3464, 5965, and the many that follow none.
import type { Email } from "postal-mime";
import { bytesOf } from "./attached-files.ts";
import { mailIdsIn } from "./mail-ids.ts";

export interface Robot {
  readonly kind: "bounce" | "report" | "reply" | "list";
  /** Message-IDs found in the mail that caused it, where it brings some. */
  readonly about: readonly string[];
}

const BOUNCER = /^(mailer-daemon|mail-?daemon|postmaster|mail-?delivery-?(sub)?system|mdaemon|post_master|double-bounce|bounce[sd]?([-+=].*)?)@/i;
/** Addresses that nobody reads, by their own word. */
const NOBODY = /^(no[-_.]?reply|do[-_.]?not[-_.]?reply|ne[-_.]?pas[-_.]?repondre|non[-_.]?rispondere|nu[-_.]?raspunde)([-+.].*)?@/i;
const BOUNCER_NAME = /^"?(mail(er)?[ -]?daemon|mail delivery (sub)?system|mail administrator|postmaster|internet mail delivery|system administrator|microsoft outlook)\b/i;
const BOUNCE_SUBJECT = /(undeliver(able|ed)|delivery (status notification|failure|notification|has failed|report)|(mail|message|email)( delivery| system)? (failed|failure|error|undeliverable)|failure notice|returned (mail|message|to sender)|mail could not be delivered|could not send message|non[- ]?deliver(y|able)|nondeliverable|delivery (problem|error)|unzustellbar|non remis|échec de (la )?remise|impossibile recapitare|mancato recapito|nelivrat|no se (puede|pudo) entregar|message (delayed|not delivered)|warning: (message|could not send)|mail system error|user unknown|permanent (fatal )?error|bounced? (mail|message))/i;
const AWAY_SUBJECT = /^\s*(auto(matic|matische|mated)?[ -]?(reply|response|antwort|respuesta)|automatic reply|out of( the)? office|away from (my|the) (office|mail)|abwesenheit|réponse automatique|absence du bureau|risposta automatica|fuori (sede|ufficio)|răspuns automat|raspuns automat|respuesta automática|automatisch antwoord|resposta automática|odpowiedź automatyczna|vacation (reply|response))\b/i;

/** What kind of robot wrote it, or null for a person's mail. `envelopeFrom` is empty where answers are not wanted (RFC 5321 §4.5.5). */
export function robotOf(mail: Email, envelopeFrom: string): Robot | null {
  const kind = kindOf(mail, envelopeFrom);
  return kind && { kind, about: kind === "list" ? [] : causes(mail) };
}

function kindOf(mail: Email, envelopeFrom: string): Robot["kind"] | null {
  const header = (name: string): string => mail.headers.find((h) => h.key === name)?.value.trim() ?? "";
  const type = header("content-type").toLowerCase();
  if (type.startsWith("multipart/report")) return /report-type\s*=\s*"?(feedback-report|disposition-notification)/.test(type) ? "report" : "bounce";
  if (mail.attachments.some((a) => a.mimeType === "message/delivery-status")) return "bounce";
  if (mail.attachments.some((a) => a.mimeType === "message/feedback-report")) return "report";
  const submitted = header("auto-submitted").toLowerCase();
  const subject = mail.subject ?? "";
  const { name, address } = mail.from && !mail.from.group ? mail.from : { name: "", address: "" };
  const bouncer = BOUNCER.test(address ?? "") || BOUNCER_NAME.test(name);
  if (header("x-failed-recipients") || (bouncer && (BOUNCE_SUBJECT.test(subject) || submitted !== "" || !isPerson(mail)))) return "bounce";
  if (submitted && !/^no\b/.test(submitted)) return BOUNCE_SUBJECT.test(subject) ? "bounce" : "reply";
  if (header("x-autoreply") || header("x-autorespond") || header("x-autoresponder") || header("x-auto-reply") || /^auto[_-]reply/i.test(header("precedence"))) return "reply";
  if (mail.attachments.some((a) => a.mimeType === "text/calendar" && a.method === "REPLY")) return "reply";
  if (/^<\s*>/.test(header("return-path")) || envelopeFrom === "") return BOUNCE_SUBJECT.test(subject) ? "bounce" : "reply";
  if (AWAY_SUBJECT.test(subject)) return "reply";
  if ((BOUNCE_SUBJECT.test(subject) || isNobody(address ?? "")) && speaksOfDelivery(mail)) return "bounce";
  if (/complaint about (a )?message|abuse (report|complaint)|spam (report|complaint)/i.test(subject) && mail.attachments.some((a) => a.mimeType === "message/rfc822")) return "report";
  if (header("list-id") || header("mailing-list") || header("x-loop") || /^(bulk|list|junk)\b/i.test(header("precedence"))) return "list";
  return null;
}

/** True for an address that says of itself that nobody reads what comes back. */
export const isNobody = (address: string): boolean => NOBODY.test(address);

/** A postmaster may be a person too: then the mail answers something and says nothing of deliveries. */
const isPerson = (mail: Email): boolean => Boolean(mail.inReplyTo) && !speaksOfDelivery(mail);

/** Reply codes or status codes of a server stand in the text (RFC 5321, 3463). */
function speaksOfDelivery(mail: Email): boolean {
  const text = (mail.text ?? mail.html ?? "").slice(0, 20_000);
  return /\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}\b|\b[45]\.\d{1,3}\.\d{1,3}\b|(^|\W)(smtp; ?)?5[0-5]\d[ -]\D|final-recipient:|"notificationtype":\s*"(bounce|complaint)"|unknown user|user unknown|mailbox (is )?(full|unavailable|not found)|quota|host (unknown|not found)/im.test(text);
}

/** Message-IDs in what it brings of the mail that caused it: attached, as headers, or pasted below. */
function causes(mail: Email): string[] {
  const parts = mail.attachments.filter((a) => /^(message\/|text\/rfc822)/.test(a.mimeType)).map((a) => Buffer.from(bytesOf(a).subarray(0, 100_000)).toString("latin1"));
  const lines = [...parts, (mail.text ?? "").slice(0, 200_000)].flatMap((part) => part.match(/^[> \t]*(original-)?message-id:\s*<[^<>\s]+>/gim) ?? []);
  return [...new Set(lines.flatMap((line) => mailIdsIn(line)))].slice(0, 20);
}
