// The secrets with which webhooks are signed: derived from the server's own, one for each generation of an endpoint.
import { createHmac } from "node:crypto";
import { derivedSecret } from "../../database/secret.ts";

/** How long an elder secret still signs after a newer one was made, ms. */
export const OVERLAP = 24 * 3_600_000;

interface Keyed {
  readonly desk: string;
  readonly id: string;
  readonly generation: number;
}

const bytesOf = (server: string, { desk, id, generation }: Keyed): Buffer => createHmac("sha256", derivedSecret(server, "endpoints")).update(`${desk}\n${id}\n${generation}`).digest();

/** "whsec_" and 32 bytes in base64, as Standard Webhooks writes it (https://www.standardwebhooks.com). */
export const endpointSecret = (server: string, endpoint: Keyed): string => `whsec_${bytesOf(server, endpoint).toString("base64")}`;

/** The headers of one try. `at` in epoch ms; of two secrets that hold, each signs. */
export function signedHeaders(
  server: string,
  endpoint: Keyed & { readonly rotated_at: number | null },
  message: { readonly id: string; readonly body: string; readonly at: number },
): Record<string, string> {
  const { id, body, at } = message;
  const seconds = Math.floor(at / 1000);
  const both = endpoint.rotated_at !== null && at < endpoint.rotated_at + OVERLAP;
  const generations = both ? [endpoint.generation, endpoint.generation - 1] : [endpoint.generation];
  const signatures = generations.map(
    (generation) =>
      `v1,${createHmac("sha256", bytesOf(server, { ...endpoint, generation }))
        .update(`${id}.${seconds}.${body}`)
        .digest("base64")}`,
  );
  return { "content-type": "application/json", "user-agent": "Troth", "webhook-id": id, "webhook-timestamp": String(seconds), "webhook-signature": signatures.join(" ") };
}
