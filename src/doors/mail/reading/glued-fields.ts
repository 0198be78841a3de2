// "----- Forwarded Message ----- From: Ana <ana@…>To: Dan <dan@…>Subject: …": the plain part of some web mails loses the line ends of what they forward.
import { FIELDS, FORWARDED } from "./quote-words.ts";

const GLUED = new RegExp(`^([\\s>]*[-_=*]{2,40}\\s*${FORWARDED}\\s*[-_=*]{2,40})\\s+(\\S.*)$`, "iu");
const NAMES = new RegExp(`(?:${FIELDS.from}|${FIELDS.sent}|${FIELDS.to}|${FIELDS.subject}|cc|dw|kopie|copie|copia)\\s?[:：]`, "giu");
const MOST = 3_000; // characters of such a line

/** The mark and each field on a line of its own, and a blank one below; the line itself where it is not of this kind. */
export function fieldsApart(line: string): readonly string[] {
  if (line.length > MOST) return [line];
  const [, mark, fields] = GLUED.exec(line) ?? [];
  if (mark === undefined || fields === undefined) return [line];
  return [
    mark,
    ...fields
      .replace(NAMES, "\n$&")
      .split("\n")
      .map((field) => field.trim())
      .filter(Boolean),
    "",
  ];
}
