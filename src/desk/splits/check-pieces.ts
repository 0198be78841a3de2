// Which passages go into which part: only what somebody wrote, and for each part something.
import type { Claims } from "../event.ts";
import { type Fault, Problem } from "../problem.ts";
import type { Source } from "./reads.ts";

/** A part of a request: its subject, what is found of it, and its passages; one without `text` is the whole message, one without `files` has all of its files where it is whole. */
export interface PartWanted {
  readonly subject: string;
  readonly findings: Claims;
  readonly pieces: readonly { readonly message: string; readonly text?: string | undefined; readonly files?: readonly string[] | undefined }[];
}

/** The passages of each part as they will be kept. Throws invalid-input with every fault. */
export function checkPieces(parts: readonly PartWanted[], sources: readonly Source[]): { readonly message: string; readonly text: string; readonly files: readonly string[] }[][] {
  const faults: Fault[] = [];
  const checked = parts.map((part, i) =>
    part.pieces.map(({ message, text, files }, k) => {
      const at = `parts.${i}.pieces.${k}`;
      const source = sources.find((each) => each.id === message);
      if (!source) faults.push({ at: `${at}.message`, message: "no message of the customer's on this ticket" });
      else if (text !== undefined && !source.text.includes(text)) faults.push({ at: `${at}.text`, message: "not a passage of that message; take it word for word" });
      for (const file of files ?? []) if (source && !source.files.includes(file)) faults.push({ at: `${at}.files`, message: `that message has no file ${file}` });
      const kept = { message, text: text ?? source?.text ?? "", files: files ?? (text === undefined ? (source?.files ?? []) : []) };
      if (source && kept.text.trim() === "" && kept.files.length === 0) faults.push({ at, message: "neither words nor files" });
      return kept;
    }),
  );
  if (faults.length) throw new Problem("invalid-input", faults.length === 1 ? "The input has a fault." : `The input has ${faults.length} faults.`, faults);
  return checked;
}
