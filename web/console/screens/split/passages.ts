// A ticket's words as passages that can be given to its parts: paragraphs, or the sentences of a message that is one paragraph; and back to what the API takes.
import type { Ticket } from "../../../shared/shapes.ts";

export interface Passage {
  readonly key: string;
  readonly message: string;
  readonly from: number;
  readonly to: number; // where it ends in the message's text
  readonly text: string;
}

/** Every word lies in exactly one passage. */
export function passagesOf(messages: Ticket["messages"]): Passage[] {
  return messages
    .filter((each) => each.kind === "message")
    .flatMap((each) => {
      const paragraphs = cut(each.text, /\n\s*\n/g);
      const pieces = paragraphs.length > 1 ? paragraphs : cut(each.text, each.text.includes("\n") ? /\n/g : /(?<=[.!?…])\s+/g);
      return pieces.map(({ from, to }) => ({ key: `${each.id}:${from}`, message: each.id, from, to, text: each.text.slice(from, to) }));
    });
}

function cut(text: string, between: RegExp): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  let from = 0;
  for (const gap of [...text.matchAll(between), null]) {
    const to = gap === null ? text.length : gap.index;
    if (text.slice(from, to).trim() !== "") pieces.push({ from, to });
    from = gap === null ? to : gap.index + gap[0].length;
  }
  return pieces;
}

export interface PieceGiven {
  readonly message: string;
  readonly text?: string;
  readonly files?: readonly string[];
}

/** The passages and files that a part was given; neighbours go as one. */
export function piecesOf(part: number, given: Readonly<Record<string, number>>, passages: readonly Passage[], messages: Ticket["messages"]): PieceGiven[] {
  const spans: { message: string; from: number; to: number; last: number }[] = [];
  for (const [i, passage] of passages.entries()) {
    if (given[passage.key] !== part) continue;
    const before = spans.at(-1);
    if (before && before.message === passage.message && before.last === i - 1) spans[spans.length - 1] = { ...before, to: passage.to, last: i };
    else spans.push({ message: passage.message, from: passage.from, to: passage.to, last: i });
  }
  const pieces = spans.map(({ message, from, to }): PieceGiven => ({ message, text: messages.find((each) => each.id === message)?.text.slice(from, to) ?? "" }));
  for (const message of messages) {
    const files = message.files.filter((file) => given[file.id] === part).map((file) => file.id);
    if (files.length === 0) continue;
    const at = pieces.findIndex((piece) => piece.message === message.id);
    if (at >= 0) pieces[at] = { ...pieces[at]!, files };
    else pieces.push({ message: message.id, files });
  }
  return pieces;
}
