// Pages one after the other on one connection, each timed to its last byte: what one person waits for.
import { Agent, get } from "node:http";
import type { Job, Measured } from "./job.ts";

export async function getPages(job: Extract<Job, { kind: "get" }>): Promise<Measured["get"]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const one = (path: string): Promise<number> =>
    new Promise((resolve, reject) => {
      get(`${job.url}${path}`, { agent, headers: { authorization: `Bearer ${job.key}` } }, (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => (bytes += chunk.byteLength));
        response.on("end", () => (response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path} answered ${response.statusCode}`))));
      }).on("error", reject);
    });
  for (let i = 0; i < job.warm; i++) await one(job.paths[i % job.paths.length]!);
  const times: number[] = [];
  let bytes = 0;
  for (const path of job.paths) {
    const start = performance.now();
    bytes += await one(path);
    times.push(performance.now() - start);
  }
  agent.destroy();
  return { times, bytes: bytes / job.paths.length };
}
