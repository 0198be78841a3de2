// A language server for policies, over standard input and output: findings as one types, what a name means, where it is declared, names to complete.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Connection, createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { compile, type Policy, read, type Source } from "../policy/index.ts";
import { complete } from "./complete.ts";
import { diagnosePolicy, diagnoseScenarios } from "./diagnose.ts";
import { hoverText } from "./hover.ts";
import { declarationOf, nameAt } from "./name-at.ts";
import { rangeAt } from "./range-at.ts";

/** The last reading of a text that had a shape: what names mean while it is being changed. */
interface Known {
  readonly policy: Policy;
  readonly source: Source;
}
const PAUSE = 120; // ms without a key before the text is checked

/** Serves until the editor ends it. `root` is the folder of the package. */
export function serveEditor(root: string): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  const known = new Map<string, Known>();
  const waiting = new Map<string, NodeJS.Timeout>();

  connection.onInitialize(() => ({
    capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, hoverProvider: true, definitionProvider: true, completionProvider: { triggerCharacters: [" ", "[", "{", ","] } },
    serverInfo: { name: "troth" },
  }));
  documents.onDidChangeContent(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    waiting.set(
      document.uri,
      setTimeout(() => void tell(connection, document, known, root), PAUSE),
    );
  });
  documents.onDidClose(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    known.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  connection.onHover(({ textDocument, position }) => {
    const [document, of] = [documents.get(textDocument.uri), known.get(textDocument.uri)];
    const found = document && of && nameAt(document.getText(), document.offsetAt(position));
    const value = found && hoverText(found.name, of.policy);
    return value ? { contents: { kind: "markdown", value }, range: { start: document.positionAt(found.from), end: document.positionAt(found.to) } } : null;
  });
  connection.onDefinition(({ textDocument, position }) => {
    const [document, of] = [documents.get(textDocument.uri), known.get(textDocument.uri)];
    const found = document && of && nameAt(document.getText(), document.offsetAt(position));
    const path = found && declarationOf(found.name, of.source.data, of.policy);
    const place = path && of.source.locate(path);
    return place ? { uri: textDocument.uri, range: rangeAt(document.getText(), place) } : null;
  });
  connection.onCompletion(({ textDocument, position }) => {
    const [document, of] = [documents.get(textDocument.uri), known.get(textDocument.uri)];
    return document && of ? complete(document.getText(), document.offsetAt(position), of.policy) : [];
  });
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => connection.onExit(() => resolve()));
}

/** Sends what is wrong with a text; a file that is neither a policy nor scenarios has nothing wrong. */
async function tell(connection: Connection, document: TextDocument, known: Map<string, Known>, root: string): Promise<void> {
  const text = document.getText();
  if (/^policy:/m.test(text)) {
    const { policy, diagnostics } = diagnosePolicy(text, root);
    const source = read(text);
    if (policy && source.data) known.set(document.uri, { policy, source });
    return connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
  }
  const policy = /^scenarios:/m.test(text) ? await policyBeside(document.uri) : null;
  return connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: policy ? diagnoseScenarios(text, policy) : [] });
}

/** The policy whose scenarios lie in the folder `scenarios` beside it; null where there is none that runs. */
async function policyBeside(uri: string): Promise<Policy | null> {
  if (!uri.startsWith("file:")) return null;
  const text = await readFile(join(dirname(dirname(fileURLToPath(uri))), "policy.yaml"), "utf8").catch(() => null);
  return text === null ? null : compile(text).policy;
}
