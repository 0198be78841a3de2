// The client's process: one job, given as JSON, answered through the channel to the parent.
import type { Job, Measured } from "./job.ts";
import { createTickets } from "./create-tickets.ts";
import { getPages } from "./get-pages.ts";
import { sendMails } from "./send-mails.ts";
import { transactions } from "./transactions.ts";

const job = JSON.parse(process.argv[2] ?? "null") as Job;
const measured = await run(job);
await new Promise<void>((resolve, reject) => process.send!(measured, (error: Error | null) => (error ? reject(error) : resolve())));
process.disconnect();

function run(job: Job): Promise<Measured[keyof Measured]> {
  switch (job.kind) {
    case "transactions":
      return transactions(job);
    case "create":
      return createTickets(job);
    case "get":
      return getPages(job);
    case "mails":
      return sendMails(job);
  }
}
