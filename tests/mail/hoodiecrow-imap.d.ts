// The part of hoodiecrow-imap that the tests use; the package brings no types.
declare module "hoodiecrow-imap" {
  interface Message { readonly uid: number; readonly flags: string[]; readonly raw: string }
  interface Folder { uidvalidity: number; readonly messages: Message[] }
  interface Hoodiecrow {
    readonly server: import("node:net").Server;
    listen(port: number, host: string, done: () => void): void;
    appendMessage(folder: string, flags: string[], date: Date, raw: string): void;
    getMailbox(folder: string): Folder;
  }
  export default function hoodiecrow(options: object): Hoodiecrow;
}
