// An editor's side of the language server: a real process, messages over its standard input and output, every wait bounded.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../cli/run-troth.ts";

export interface Diagnostic {
  readonly code?: string;
  readonly severity: number;
  readonly message: string;
  readonly source: string;
  readonly codeDescription?: { href: string };
  readonly range: { start: { line: number; character: number }; end: { line: number; character: number } };
}
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { message: string };
}

const PATIENCE = 60_000; // ms for one answer; the first waits for a build

export class Editor {
  private readonly child: ChildProcess;
  private buffer = Buffer.alloc(0);
  private readonly heard: Message[] = [];
  private readonly ears = new Set<() => void>();
  private ids = 0;
  private versions = 0;
  readonly ended: Promise<number | null>;

  constructor() {
    this.child = spawn(process.execPath, [join(ROOT, "bin/troth.mjs"), "lsp"], { cwd: ROOT, stdio: ["pipe", "pipe", "ignore"] });
    this.ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.stdout?.on("data", (chunk: Buffer) => {
      this.buffer = Buffer.concat([this.buffer, chunk]);
      for (let message = this.next(); message; message = this.next()) this.heard.push(message);
      for (const ear of this.ears) ear();
    });
  }

  private next(): Message | null {
    const head = this.buffer.indexOf("\r\n\r\n");
    if (head < 0) return null;
    const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.subarray(0, head).toString())?.[1]);
    if (this.buffer.length < head + 4 + length) return null;
    const body = this.buffer.subarray(head + 4, head + 4 + length).toString("utf8");
    this.buffer = this.buffer.subarray(head + 4 + length);
    return JSON.parse(body) as Message;
  }

  private send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private wait(is: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing was heard; so far: ${JSON.stringify(this.heard).slice(0, 500)}`)), PATIENCE);
      const look = (): void => {
        const found = this.heard.findIndex(is);
        if (found < 0) return;
        clearTimeout(timer);
        this.ears.delete(look);
        resolve(this.heard.splice(found, 1)[0]!);
      };
      this.ears.add(look);
      look();
    });
  }

  async ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.ids;
    this.send({ id, method, params });
    const answer = await this.wait((m) => m.id === id && m.method === undefined);
    if (answer.error) throw new Error(answer.error.message);
    return answer.result;
  }

  async start(): Promise<{ capabilities: Record<string, unknown> }> {
    const answer = await this.ask("initialize", { processId: null, rootUri: null, capabilities: {} });
    this.send({ method: "initialized", params: {} });
    return answer as { capabilities: Record<string, unknown> };
  }

  /** Opens a text and waits for what is wrong with it. */
  open(uri: string, text: string): Promise<Diagnostic[]> {
    this.send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: ++this.versions, text } } });
    return this.told(uri, this.versions);
  }

  change(uri: string, text: string): Promise<Diagnostic[]> {
    this.send({ method: "textDocument/didChange", params: { textDocument: { uri, version: ++this.versions }, contentChanges: [{ text }] } });
    return this.told(uri, this.versions);
  }

  private async told(uri: string, version: number): Promise<Diagnostic[]> {
    const heard = await this.wait(
      (m) => m.method === "textDocument/publishDiagnostics" && (m.params as { uri: string; version?: number }).uri === uri && (m.params as { version?: number }).version === version,
    );
    return (heard.params as { diagnostics: Diagnostic[] }).diagnostics;
  }

  async stop(): Promise<number | null> {
    await this.ask("shutdown", null);
    this.send({ method: "exit" });
    const late = setTimeout(() => this.child.kill(), 10_000);
    const code = await this.ended;
    clearTimeout(late);
    return code;
  }
}

/** The place of the n-th `what` in a text, `into` characters inside it. */
export function placeOf(text: string, what: string, into = 1): { line: number; character: number } {
  const at = text.indexOf(what);
  if (at < 0) throw new Error(`the text has no ${what}`);
  const before = text.slice(0, at + into).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length };
}
