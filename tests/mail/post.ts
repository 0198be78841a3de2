// A customer's mail program: a real SMTP client, and what a test looks up about the desk afterwards.
import { connect } from "node:net";
import { createTransport } from "nodemailer";

export type Letter = Parameters<ReturnType<typeof createTransport>["sendMail"]>[0];

/** Sends a mail through the door at `port`. */
export async function post(port: number, letter: Letter): Promise<string> {
  const client = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true });
  try {
    const { messageId } = await client.sendMail(letter);
    return messageId;
  } finally {
    client.close();
  }
}

/** Sends bytes as they are. */
export const postRaw = (port: number, from: string, to: string | string[], raw: string | Buffer): Promise<string> => post(port, { envelope: { from, to }, raw });

type Says = string | Buffer | (() => Promise<string>);

/** Speaks SMTP by hand: sends each line, block of bytes, or what a function gives, once the answer to the one before is there; all answers. */
export function talk(port: number, says: readonly Says[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const answers: string[] = [];
    const waiting = [...says];
    let text = "";
    const socket = connect(port, "127.0.0.1");
    socket.setTimeout(45_000, () => socket.destroy(new Error(`no answer after ${answers.join(" | ")}`)));
    socket.on("error", reject);
    socket.on("close", () => resolve(answers));
    socket.on("data", (chunk) => {
      text += chunk.toString();
      if (!/(^|\n)\d{3} [^\n]*\n$/.test(text)) return;
      answers.push(text.trim());
      text = "";
      const next = waiting.shift();
      if (next === undefined) socket.end();
      else if (typeof next === "function") next().then((line) => socket.write(`${line}\r\n`), reject);
      else socket.write(typeof next === "string" ? `${next}\r\n` : next);
    });
  });
}
