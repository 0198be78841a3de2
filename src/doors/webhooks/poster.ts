// Posts to other systems: no redirect is followed, no address of this machine or a private network is reached, nothing waits for long.
import { lookup } from "node:dns";
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import type { LookupFunction } from "node:net";
import { endpointFault, isPublicAddress } from "../../desk/endpoints/address.ts";
import type { Post, Poster } from "../../desk/outbox/poster.ts";
import { Refused } from "../../desk/outbox/transport.ts";

const PATIENCE = 10_000; // ms for the whole of it; shorter than any claim lasts
const MOST_SAID = 300; // characters of the answer that are kept
const GONE = 410;

/** With `inside`, the addresses that are otherwise refused are reached too, also by plain HTTP. */
export function poster({ inside }: { readonly inside: boolean }): Poster {
  return (post) => {
    const fault = endpointFault(post.url, inside);
    if (fault !== null) return Promise.reject(new Refused(fault));
    return send(post, inside);
  };
}

function send({ url, headers, body }: Post, inside: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(PATIENCE);
    const begin = new URL(url).protocol === "https:" ? secure : plain;
    const going = begin(url, { method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(body) }, signal, agent: false, ...(!inside && { lookup: publicOnly }) }, (answer) => {
      const status = answer.statusCode ?? 0;
      let said = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        said += part;
        if (said.length > MOST_SAID) answer.destroy(); // what more it says is of no interest
      });
      answer.on("close", () => {
        if (status >= 200 && status < 300) return resolve(String(status));
        const why = status >= 300 && status < 400 ? `${status}: redirects are not followed; give the final address` : `${status} ${said.slice(0, MOST_SAID).replaceAll(/\s+/g, " ").trim()}`.trim();
        reject(status === GONE ? new Refused(why) : new Error(why));
      });
      answer.on("error", () => undefined); // its close tells
    });
    going.on("error", (error) => reject(signal.aborted ? new Error(`no answer within ${PATIENCE / 1000} seconds`) : error));
    going.end(body);
  });
}

/** The address that was looked up is the one that is connected to: a name cannot mean another one a moment later. */
const publicOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, "", 0);
    const open = found.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (!first) return done(new Error(`${host} leads to this machine or a private network`), "", 0);
    if (options.all) return done(null, open);
    done(null, first.address, first.family);
  });
};
