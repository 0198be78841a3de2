// Once per test run: a door that hands out databases. The server behind it starts with the first one asked for, so that pure tests pay nothing.
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { type Cluster, startCluster } from "./database/cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** POST makes a database and answers its URL, DELETE with the URL drops it. */
    databaseDoor: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    cluster ??= startCluster();
    const databases = await cluster;
    const body = await text(request);
    // One after the other: PostgreSQL copies a template only while nobody else does.
    const turn = last.then(() => (request.method === "DELETE" ? databases.drop(body) : databases.create()));
    last = turn.catch(() => undefined);
    response.end(await turn);
  };
  const door = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const address = door.address();
  if (typeof address !== "object" || address === null) throw new Error("the door to the databases has no port");
  project.provide("databaseDoor", `http://127.0.0.1:${address.port}`);
  return async () => {
    door.close();
    door.closeAllConnections();
    await (await cluster)?.stop();
  };
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
