// Whom a bounce speaks of: each failed address with the status code (RFC 3463), from the report (RFC 3464) or, where there is none, from the words.
import type { Email } from "postal-mime";
import { bytesOf } from "./attached-files.ts";
import { causeOf } from "./bounce-words.ts";
import { stripTags } from "./strip-tags.ts";

export interface Failure {
  readonly address: string; // lower case
  readonly status: string | null; // "5.1.1"
  /** The address itself is bad: no use in trying again. */
  readonly hard: boolean;
}
export interface Delivery {
  readonly action: "failed" | "delayed" | "delivered";
  readonly failures: readonly Failure[];
}

const MOST = 50; // addresses
const MOST_READ = 100_000; // characters
const ADDRESS = /[\p{L}\p{N}._%+=~#&'*/!?^{|}$-]{1,100}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,200}[\p{L}\p{N}])?/gu;
const CODE = /(?<![\d.])([245]\.\d{1,3}\.\d{1,4})(?![\d.]*\d)/;
const REPLY = /(?<![\d.])(4[0-9]{2}|5[0-9]{2})(?=[ -]|$)/m;

/** What the mail says of deliveries; null where it says nothing of any address. */
export function deliveryOf(mail: Email): Delivery | null {
  const text = wordsOf(mail);
  const reports = mail.attachments.filter((a) => /^message\/(?:global-)?delivery-status$/.test(a.mimeType)).map((a) => Buffer.from(bytesOf(a).subarray(0, MOST_READ)).toString("utf8"));
  const notified = notification(text.replaceAll('\\"', '"'));
  if (notified) return notified;
  const found = reported(reports.length > 0 ? reports.join("\n\n") : text.includes("-Recipient:") ? text : "", text);
  if (found && found.failures.length > 0) return found;
  const said = spoken(mail, text);
  return said.length > 0 ? { action: found?.action ?? "failed", failures: said } : found;
}

/** The per-recipient fields of a delivery report. RFC 3464 §2.3. */
function reported(text: string, words: string): Delivery | null {
  const failures: Failure[] = [];
  const actions = new Set<string>();
  for (const block of text.replace(/\r\n?/g, "\n").split(/\n\s*\n/)) {
    const fields = new Map<string, string>();
    for (const line of block.replace(/\n[ \t]+/g, " ").split("\n")) {
      const [, name, value] = /^[ \t>]*([A-Za-z-]{4,40}):\s*(.*)$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
    }
    const action =
      fields
        .get("action")
        ?.toLowerCase()
        .split(/[\s(;]/)[0] ?? "";
    // A server that hands on within itself calls the final recipient by a name of its own ("lea@ims-ms-daemon"): the one that was written to is the other.
    const named = ["final-recipient", "original-recipient", "x-actual-recipient"].map((name) => addressIn(fields.get(name) ?? ""));
    const address = named.find((one) => /@.+\./.test(one ?? "")) ?? named.find(Boolean);
    if (address === undefined && !fields.has("final-recipient")) continue;
    actions.add(action || "failed");
    if (!address || ["delivered", "relayed", "expanded"].includes(action)) continue;
    const diagnostic = fields.get("diagnostic-code") ?? "";
    const given = CODE.exec(fields.get("status") ?? "")?.[1] ?? null;
    const sure = (given === null || given.endsWith(".0.0") ? CODE.exec(diagnostic)?.[1] : undefined) ?? given ?? replyCode(diagnostic);
    const cause = causeOf(action === "delayed" ? (given ?? "4.0.0").replace(/^5/, "4") : sure, diagnostic || words.slice(0, returnedAt(words)));
    failures.push({ address, status: cause?.status ?? null, hard: cause?.hard === true && action !== "delayed" });
  }
  if (actions.size === 0) return null;
  const action =
    actions.has("failed") || failures.some((f) => f.hard)
      ? "failed"
      : actions.has("delayed")
        ? "delayed"
        : [...actions].every((a) => ["delivered", "relayed", "expanded"].includes(a))
          ? "delivered"
          : "failed";
  return { action, failures: once(failures) };
}

/** Addresses that the words name, each with the code and the words that stand near it. */
function spoken(mail: Email, whole: string): Failure[] {
  // Of the returned mail's own fields only the one that names its reader tells whom it did not reach.
  const text = whole.slice(0, returnedAt(whole)).replace(/^[ \t>]*(?:original-)?(?:message-id|references|in-reply-to|from|sender|reply-to)[ \t]*:.*$/gim, (line) => " ".repeat(line.length));
  const header = (name: string): string => mail.headers.find((h) => h.key === name)?.value ?? "";
  const failed = addressesIn(header("x-failed-recipients"));
  const own = new Set([...addressesIn(header("from")), ...addressesIn(header("to")), ...addressesIn(header("delivered-to"))]);
  const named = failed.length > 0 ? failed : addressesIn(text).filter((a) => !own.has(a) && !DAEMON.test(a) && !MESSAGE_ID.test(a));
  const asked = named.length > 0 ? named : [...text.matchAll(/(?:rcpt to|recipient)\s*:\s*<?([^\s<>]+@[^\s<>]+)/gi)].flatMap((found) => addressesIn(found[1] ?? "")).slice(0, MOST);
  const said =
    asked.length > 0
      ? [...new Set(asked)]
      : addressesIn(
          whole
            .slice(text.length)
            .split("\n")
            .find((line) => /^[\s>]*to:/i.test(line)) ?? "",
        );
  const all = said.length > 0 ? said : returnedTo(mail);
  const lower = text.toLowerCase();
  return all.slice(0, MOST).map((address): Failure => {
    const at = lower.indexOf(address);
    const next = Math.min(...all.map((other) => (other === address ? -1 : lower.indexOf(other, at + address.length))).filter((n) => n > at), at + 1_200);
    const near = at < 0 ? text : `${text.slice(Math.max(0, text.lastIndexOf("\n", at)), next)}`;
    const cause = causeOf(CODE.exec(near)?.[1] ?? CODE.exec(text)?.[1] ?? replyCode(near), near) ?? causeOf(null, text);
    return { address, status: cause?.status ?? null, hard: said.length > 0 && cause?.hard === true };
  });
}

/** Whom the mail that it brings back was for, if that is one address: then it is the one that failed. */
function returnedTo(mail: Email): string[] {
  const part = mail.attachments.find((a) => /^(?:message\/(?:rfc822|global)|text\/rfc822-headers)$/.test(a.mimeType));
  const head = part ? (Buffer.from(bytesOf(part).subarray(0, MOST_READ)).toString("latin1").replace(/\r\n?/g, "\n").split("\n\n")[0] ?? "") : "";
  const to = addressesIn(/^to:(.*(?:\n[ \t].*)*)/im.exec(head)?.[1] ?? "");
  return to.length === 1 ? to : [];
}

/** What a sending service tells by JSON: one object with the addresses in it. */
function notification(text: string): Delivery | null {
  if (!/^\s*\{[\s\S]{0,600}"notificationType"/.test(text)) return null;
  const kind = /"notificationType"\s*:\s*"(\w+)"/.exec(text)?.[1]?.toLowerCase();
  const permanent = /"bounceType"\s*:\s*"Permanent"/i.test(text);
  const bounced = [...text.matchAll(/\{[^{}]*"emailAddress"\s*:\s*"([^"]{3,320})"[^{}]*\}/g)].map(([all, address = ""]): Failure => {
    const cause = causeOf(CODE.exec(/"status"\s*:\s*"([^"]*)"/.exec(all)?.[1] ?? "")?.[1] ?? (permanent ? "5.0.0" : "4.0.0"), all);
    return { address: address.toLowerCase(), status: cause?.status ?? null, hard: permanent && cause?.hard === true };
  });
  return kind === "bounce" ? { action: "failed", failures: once(bounced) } : { action: "delivered", failures: [] };
}

/** A reply code alone (RFC 5321 §4.2.3) says permanent or not, and little else. */
const replyCode = (words: string): string | null => {
  const code = REPLY.exec(words)?.[1];
  return code === undefined ? null : `${code[0] === "4" ? 4 : 5}.0.0`;
};

const DAEMON = /^(?:mailer-daemon|mail-daemon|postmaster|noreply|no-reply|abuse|bounces?|support|helpdesk)@/;
const MESSAGE_ID = /^[^@]{36,}@|^\d{8,}[.\d]*@|@(?:[\d.]+$|localhost)/;
const addressIn = (text: string): string | undefined => addressesIn(text.replace(/^[\w-]+\s*;/, ""))[0];
const addressesIn = (text: string): string[] => [
  ...new Set(
    (text.slice(0, MOST_READ).match(ADDRESS) ?? []).map((a) =>
      a
        .toLowerCase()
        .replace(/^(?:mailto:|rfc822;|['*=])+/, "")
        .replace(/[.'-]+$/, ""),
    ),
  ),
];
const once = (failures: readonly Failure[]): Failure[] => [...new Map(failures.map((f) => [f.address, f])).values()].slice(0, MOST);

/** Where the returned mail begins in the text, or a scanner's line about viruses. */
function returnedAt(text: string): number {
  const found =
    /^[-=_*\s>]*(?:(?:below|this|here|the following|included) (?:this line )?is (?:a|the) copy|original message (?:follows|headers|below)|(?:your |returned |the )?(?:original|undelivered|unsent|returned) (?:message|mail|headers)|the (?:header|text|body|first).{0,30}(?:original|your|message)|message (?:headers|contents)|----- (?:unsent|original|transcript of original)|received: (?:from|by)|return-path:|[^\n]{1,30}\b(?:eset|nod32)\b[^\n]{0,100}_{5})/im.exec(
      text,
    );
  return found && found.index > 20 ? found.index : Math.min(text.length, 20_000);
}

const wordsOf = (mail: Email): string => (mail.text?.trim() ? mail.text : mail.html ? stripTags(mail.html.slice(0, MOST_READ)) : "").slice(0, MOST_READ).replace(/\r\n?/g, "\n");
