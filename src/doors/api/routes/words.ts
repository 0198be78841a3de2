// What is said on a ticket: messages of the customer, answers, notes, and the files that go with them.
import { actorOf, whoIs } from "../../../desk/actor.ts";
import { safeFileName, safeFileType } from "../../../desk/files/file-name.ts";
import { uploadToken } from "../../../desk/files/upload-token.ts";
import { Problem } from "../../../desk/problem.ts";
import { atTicket, channelOf, filesOf } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Uploads } from "../shapes/people.ts";
import { Ticket } from "../shapes/ticket.ts";
import { NewAnswer, NewMessage, NewNote, NumberParam, PresenceInput } from "../shapes/ticket-input.ts";
import { Nothing } from "../shapes/basics.ts";
import { reading } from "../at-ticket.ts";
import { findTicket } from "../../../desk/views/find-ticket.ts";
import { sentence } from "../../../words/phrase.ts";

const MOST_FILES = 10;
const PROBLEMS = ["invalid-input", "not-found", "changed-meanwhile", "key-reused", "still-running"] as const;
const write = { tag: "tickets", method: "POST", params: NumberParam, output: Ticket, status: 201, problems: PROBLEMS } as const;

export const WORD_ROUTES = [
  route({
    ...write,
    id: "write",
    title: "Add the customer's words; staff and programs do it on their behalf",
    path: "/tickets/{number}/messages",
    may: { person: true, staff: "agent", key: "tickets:write" },
    body: NewMessage,
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "message", said: { text: ask.body.text, channel: channelOf(ask.viewer), ...filesOf(ask, ask.body.files) } })),
  }),
  route({
    ...write,
    id: "answer",
    title: "Answer the customer",
    path: "/tickets/{number}/answers",
    may: { staff: "agent", key: "tickets:write" },
    body: NewAnswer,
    run: (ask) =>
      atTicket(ask, (own) => {
        const { text, files, called, asks } = ask.body;
        return {
          ...own,
          kind: "answer",
          ...(called && { called }),
          ...(asks && { asks }),
          said: { text, channel: called ? "phone" : ask.viewer.kind === "staff" ? "console" : "api", ...filesOf(ask, files) },
        };
      }),
  }),
  route({
    ...write,
    id: "note",
    title: "Note something that the customer does not see",
    path: "/tickets/{number}/notes",
    may: { staff: "agent", key: "tickets:write" },
    body: NewNote,
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "note", said: { text: ask.body.text, channel: ask.viewer.kind === "staff" ? "console" : "api", ...filesOf(ask, ask.body.files) } })),
  }),
  route({
    id: "upload",
    tag: "files",
    title: "Send files ahead of the words they belong to",
    method: "POST",
    path: "/files",
    may: { person: true, staff: "agent", key: "tickets:write" },
    takes: "files",
    output: Uploads,
    status: 201,
    problems: ["invalid-input", "too-large"],
    async run({ house, desk, viewer, files }) {
      const items = [];
      for await (const { name: given, type: media, bytes } of files()) {
        const { sha256: sha, size } = await house.blobs.keep(bytes);
        const file = { name: safeFileName(given), type: safeFileType(media), size, sha };
        items.push({ token: uploadToken(house.secret, desk, whoIs(viewer), file, house.now()), name: file.name, type: file.type, size });
        if (items.length > MOST_FILES) throw new Problem("too-large", sentence("refused.too-many-files", { n: MOST_FILES }));
      }
      if (items.length === 0) throw new Problem("invalid-input", sentence("refused.no-upload"), [{ at: "", message: "at least one file" }]);
      return { items };
    },
  }),
  route({
    id: "presence",
    tag: "tickets",
    title: "Say that one reads, writes, or is gone",
    method: "PUT",
    path: "/tickets/{number}/presence",
    may: { staff: "agent" },
    params: NumberParam,
    body: PresenceInput,
    output: Nothing,
    problems: ["not-found"],
    async run(ask) {
      const { number } = await reading(ask, ({ tx, viewer }) => findTicket(tx, viewer, ask.params.number));
      ask.live.present.say(ask.desk, number, actorOf(ask.viewer), ask.body.doing);
      return {};
    },
  }),
];
