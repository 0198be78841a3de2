// Files stay with a form that comes back to be mended or looked at: each is held by a signed note, good for this form alone.
import type { FileRef } from "../../desk/event.ts";
import { uploadedFile, uploadToken } from "../../desk/files/upload-token.ts";
import type { House } from "../../desk/house.ts";
import { phrase } from "../../words/phrase.ts";
import { sizeText } from "../../words/numbers.ts";
import { type Form, LARGEST_FILE, MOST_FILES } from "./form.ts";

export interface HeldFile {
  readonly name: string;
  readonly size: number;
  readonly token: string;
}

/** What came with this sending and what was kept from earlier ones; at most MOST_FILES. `token` is the form's own. */
export function filesOf(house: House, desk: string, token: string, form: Form): FileRef[] {
  const kept = form.kept.flatMap((note) => uploadedFile(house.secret, desk, `form:${token}`, note, house.now()) ?? []);
  return [...kept, ...form.files].slice(0, MOST_FILES);
}

/** The same files as notes that go back with the form. */
export const heldFiles = (house: House, desk: string, token: string, files: readonly FileRef[]): HeldFile[] =>
  files.map((file) => ({ name: file.name, size: file.size, token: uploadToken(house.secret, desk, `form:${token}`, file, house.now()) }));

/** What is wrong with the files of a form, in words; null where nothing is. */
export function fileFault(form: Form, lang: string): string | null {
  const big = form.tooBig.map((name) => phrase(lang, "error.file-too-big", { name, size: sizeText(LARGEST_FILE, lang) }));
  const many = form.tooMany || form.files.length + form.kept.length > MOST_FILES ? [phrase(lang, "error.files-too-many", { n: MOST_FILES })] : [];
  return [...big, ...many].join(" ") || null;
}
