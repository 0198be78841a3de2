// What the doctor says about one thing: right, worth a look, or wrong, and what to do about it.
export interface Remark {
  readonly about: "mx" | "spf" | "dkim" | "dmarc" | "out" | "in" | "imap";
  readonly is: "right" | "note" | "wrong";
  readonly says: string;
  readonly mend?: string;
}
