// The part of hoodiecrow-imap that the tests use; the package brings no types.
declare module "hoodiecrow-imap" {
  interface Message {
    readonly uid: number;
    readonly flags: string[];
    readonly raw: string;
  }
  interface Folder {
    uidvalidity: number;
    readonly messages: Message[];
  }
  interface Line {
    send(response: object, what: string, parsed: Command, data: string): void;
  }
  interface Command {
    readonly tag: string;
    readonly attributes: readonly { readonly value: string }[];
  }
  type Handler = (line: Line, parsed: Command, data: string, done: () => void) => void;
  interface Hoodiecrow {
    readonly server: import("node:net").Server;
    listen(port: number, host: string, done: () => void): void;
    appendMessage(folder: string, flags: string[], date: Date, raw: string): void;
    getMailbox(folder: string): Folder;
    getCommandHandler(command: string): Handler;
    setCommandHandler(command: string, handler: Handler): void;
  }
  export default function hoodiecrow(options: object): Hoodiecrow;
}
