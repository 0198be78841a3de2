// Announced maintenance as files that programs read: a calendar (RFC 5545) and a feed (Atom, RFC 4287).
import type { Lang } from "../policy/model.ts";
import { escapeHtml } from "./escape-html.ts";
import { instantText } from "./instant.ts";
import { phrase } from "./phrase.ts";

/** A window with what there is to say of it. Times in epoch ms. */
export interface WindowFile {
  readonly id: string;
  readonly starts: number;
  readonly ends: number;
  readonly words: string;
  readonly announcedAt: number;
  readonly calledOffAt: number | null;
  readonly is: "running" | "announced" | "called-off" | "ended" | "over";
}
interface Of {
  readonly name: string; // the desk's
  readonly url: string; // of its status page
  readonly lang: Lang;
  readonly zone: string;
  readonly now: number;
}

const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, "");
const text = (words: string): string => words.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A line of at most 75 octets; what is longer goes on behind a space (RFC 5545 §3.1). Cut between characters, not in them. */
function folded(line: string): string {
  const lines: string[] = [];
  let [part, size] = ["", 0];
  for (const char of line) {
    const bytes = new TextEncoder().encode(char).length;
    if (size + bytes > 75) {
      lines.push(part);
      [part, size] = [" ", 1];
    }
    part += char;
    size += bytes;
  }
  return [...lines, part].join("\r\n");
}

/** An event for each window. One that was called off stays in it as cancelled, so that calendars take it out. */
export function maintenanceCalendar(windows: readonly WindowFile[], of: Of): string {
  const host = new URL(of.url).hostname;
  const events = windows.flatMap((w) => [
    "BEGIN:VEVENT",
    `UID:${w.id}@${host}`,
    `DTSTAMP:${stamp(w.calledOffAt ?? w.announcedAt)}`,
    `SEQUENCE:${w.calledOffAt === null ? 0 : 1}`,
    `DTSTART:${stamp(w.starts)}`,
    `DTEND:${stamp(w.is === "ended" ? (w.calledOffAt ?? w.ends) : w.ends)}`,
    `SUMMARY:${text(`${of.name}: ${w.words}`)}`,
    `STATUS:${w.is === "called-off" ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    `URL:${of.url}`,
    "END:VEVENT",
  ]);
  const title = text(`${of.name}: ${phrase(of.lang, "status.title")}`);
  return `${["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Troth//Maintenance//EN", "METHOD:PUBLISH", `X-WR-CALNAME:${title}`, ...events, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}

/** An entry for each window; what was called off or ended early is an entry that changed. */
export function maintenanceFeed(windows: readonly WindowFile[], of: Of): string {
  const iso = (at: number): string => new Date(at).toISOString();
  const changed = (w: WindowFile): number => w.calledOffAt ?? w.announcedAt;
  const entries = [...windows]
    .sort((a, b) => changed(b) - changed(a))
    .map((w) => {
      const span = phrase(of.lang, "status.span", { from: instantText(w.starts, of.lang, of.zone), until: instantText(w.ends, of.lang, of.zone) });
      const told = phrase(of.lang, w.is === "called-off" || w.is === "ended" ? `mail.maintenance.${w.is}` : "mail.maintenance.announced");
      return `<entry><id>urn:uuid:${w.id}</id><title>${escapeHtml(told)}</title><published>${iso(w.announcedAt)}</published><updated>${iso(changed(w))}</updated><link href="${escapeHtml(of.url)}"/><summary>${escapeHtml(`${w.words}. ${span}`)}</summary></entry>`;
    });
  const updated = windows.length ? Math.max(...windows.map(changed)) : of.now;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeHtml(of.lang)}"><id>${escapeHtml(of.url)}</id><title>${escapeHtml(`${of.name}: ${phrase(of.lang, "status.title")}`)}</title><updated>${iso(updated)}</updated><author><name>${escapeHtml(of.name)}</name></author><link rel="self" href="${escapeHtml(`${of.url}.atom`)}"/><link href="${escapeHtml(of.url)}"/>${entries.join("")}</feed>
`;
}
