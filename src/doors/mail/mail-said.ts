// What a mail says, as the desk keeps it: the words, the language told from them, the files kept by what they contain.
import type { FileRef, Said } from "../../desk/event.ts";
import type { House } from "../../desk/house.ts";
import { tellLanguage } from "../../words/tell-language.ts";
import type { ReadMail } from "./reading/read-mail.ts";

const SPOKEN = ["en", "fr", "it", "ro"];

/** Keeps the mail's files and returns what was said; `raw` is the blob of the whole mail, `size` its bytes. Throws Trouble. */
export async function mailSaid(house: House, mail: ReadMail, raw: string, size: number): Promise<Said> {
  const files: FileRef[] = [];
  for (const { name, type, bytes } of mail.files) {
    const blob = await house.blobs.keep(bytes);
    files.push({ name, type, size: blob.size, sha: blob.sha256 });
  }
  if (mail.moreFiles > 0) files.push({ name: "mail.eml", type: "message/rfc822", size, sha: raw });
  const language = tellLanguage(mail.text, SPOKEN) ?? tellLanguage(`${mail.subject}\n${mail.text}`, SPOKEN);
  return {
    text: mail.text,
    channel: "mail",
    raw,
    files,
    ...(mail.whole.trim() !== mail.text && { whole: mail.whole }),
    ...(mail.html !== null && { html: mail.html }),
    ...(mail.mailId !== null && { mailId: mail.mailId }),
    ...(language !== null && { language }),
  };
}
