// A "no" at the SMTP door with its code: 4xx, the sender keeps the mail and tries again; 5xx, it is told that nobody will take it. RFC 5321 §4.2.
import { Trouble } from "../../database/trouble.ts";

export class SmtpReply extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
    this.name = "SmtpReply";
  }
}

/** Whatever went wrong on our side is temporary for the sender: their server keeps the mail. */
export function temporary(error: unknown): SmtpReply {
  if (error instanceof SmtpReply) return error;
  if (error instanceof Trouble && error.message.includes("disk")) return new SmtpReply(452, "No room to keep the mail just now; try again later");
  return new SmtpReply(451, "The desk cannot keep the mail just now; try again later");
}
