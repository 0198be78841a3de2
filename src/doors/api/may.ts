// Whether the viewer may take this route, and whether a browser's request is our own page's.
import type { FastifyRequest } from "fastify";
import { Problem } from "../../desk/problem.ts";
import type { Viewer } from "../../desk/viewer.ts";
import type { May } from "./route.ts";
import type { Asking } from "./who-asks.ts";

const RANK = { agent: 1, lead: 2, admin: 3 } as const;

/** Throws sign-in-needed where nobody is signed in, not-allowed where the role or the key's scopes do not reach. */
export function checkMay(may: May, viewer: Viewer | null): void {
  if (may.anyone) return;
  if (!viewer) throw new Problem("sign-in-needed");
  if (viewer.kind === "person" && may.person) return;
  if (viewer.kind === "staff" && may.staff && RANK[viewer.role] >= RANK[may.staff]) return;
  if (viewer.kind === "key") {
    if (may.key && (viewer.scopes.includes(may.key) || viewer.scopes.includes("admin"))) return;
    throw new Problem("not-allowed", may.key ? `The key lacks the scope ${may.key}.` : "This is for people, not for programs.");
  }
  throw new Problem("not-allowed");
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser sends its cookies whoever made the page. A change by cookie must therefore come from our own page: Sec-Fetch-Site says so, or
 * Origin does; a client that sends neither sends `X-Troth: 1`, which no foreign page can. Forms cannot send JSON; multipart needs the header.
 */
export function checkOrigin(request: FastifyRequest, asking: Asking, publicUrl: string): void {
  if (SAFE.has(request.method) || asking.by === "key") return;
  const { origin, "sec-fetch-site": site, "x-troth": ours, "content-type": type = "" } = request.headers;
  const own = site === "same-origin" || (site === undefined && origin !== undefined && isOwn(origin, request, publicUrl)) || (site === undefined && origin === undefined && ours === "1");
  if (!own && (asking.by === "cookie" || site !== undefined || origin !== undefined)) throw new Problem("wrong-origin");
  if (type.startsWith("multipart/") && ours !== "1") throw new Problem("wrong-origin", "Files come with the header X-Troth: 1.");
}

function isOwn(origin: string, request: FastifyRequest, publicUrl: string): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
