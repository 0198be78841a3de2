// Tickets by HTTP: each request another customer's, each a whole ticket with its decision, promise and confirmation.
import autocannon from "autocannon";
import { DESK } from "./api.ts";
import type { Job, Measured } from "./job.ts";
import { emailOf, nameOf, requestText } from "./people.ts";

const TOPICS = ["documents", "workflow", "client-portal", "problem", undefined];

export async function createTickets(job: Extract<Job, { kind: "create" }>): Promise<Measured["create"]> {
  let n = Math.floor(Math.random() * 1e6);
  const result = await autocannon({
    url: job.url,
    connections: job.connections,
    duration: job.seconds,
    timeout: 30,
    requests: [
      {
        method: "POST",
        path: `/api/${DESK}/tickets`,
        headers: { authorization: `Bearer ${job.key}`, "content-type": "application/json" },
        setupRequest(request) {
          n += 1;
          const topic = TOPICS[n % TOPICS.length];
          return {
            ...request,
            body: JSON.stringify({ subject: `Upload does not work (${n})`, text: requestText(n, "create"), ...(topic && { topic }), requester: { email: emailOf(n), name: nameOf(n) } }),
          };
        },
      },
    ],
  });
  return { perSecond: result["2xx"] / result.duration, failures: result.non2xx + result.errors + result.timeouts, p50: result.latency.p50, p99: result.latency.p99 };
}
