// From the request to its viewer: a key, a signed-in member of staff, a signed-in customer, or nobody.
import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { House } from "../../desk/house.ts";
import { keyOf } from "../../desk/keys/keys.ts";
import { Problem } from "../../desk/problem.ts";
import { sessionCookie, sessionOf } from "../../desk/sessions/sessions.ts";
import type { Viewer } from "../../desk/viewer.ts";

export interface Asking {
  readonly viewer: Viewer | null;
  readonly by: "key" | "cookie" | "nothing";
  readonly token: string | null;
}

// A busy program sends hundreds of requests a second with one key: who it is, is looked up every few seconds. What this process
// itself revokes or ends is forgotten at once; what another one does is noticed within this time.
const KNOWN_FOR = 5_000;
const MOST = 10_000;

export function whoAsks(house: House) {
  const known = new Map<string, { readonly viewer: Viewer; readonly until: number }>();
  let times = 0; // that rights changed here

  async function lookUp(kind: "key" | "staff" | "person", desk: string, token: string): Promise<Viewer | null> {
    const name = createHash("sha256").update(`${kind} ${desk} ${token}`).digest("base64");
    const found = known.get(name);
    if (found && found.until > performance.now()) return found.viewer;
    const viewer = await house.database.asDesk<Viewer | null>(desk, (tx) => (kind === "key" ? keyOf(tx, token, house.now()) : sessionOf(tx, kind, token, house.now())));
    if (known.size >= MOST) known.clear();
    if (viewer) known.set(name, { viewer, until: performance.now() + KNOWN_FOR });
    else known.delete(name);
    return viewer;
  }

  return {
    /** Who asks on this desk. A key that is none is refused: a program should not go on as nobody. */
    async of(request: FastifyRequest, desk: string): Promise<Asking> {
      const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
      if (bearer !== undefined) {
        const viewer = await lookUp("key", desk, bearer);
        if (!viewer) throw new Problem("sign-in-needed", "This key is not known here, or was revoked.");
        return { viewer, by: "key", token: null };
      }
      for (const who of ["staff", "person"] as const) {
        const token = request.cookies[sessionCookie(who, desk)];
        const viewer = token === undefined ? null : await lookUp(who, desk, token);
        if (viewer && token !== undefined) return { viewer, by: "cookie", token };
      }
      return { viewer: null, by: "nothing", token: null };
    },
    /** Somebody's rights changed here: everybody is looked up anew. */
    forget(): void {
      times += 1;
      known.clear();
    },
    /** How often that was: where it is more than before, whoever is served for long is looked up again. */
    forgotten: (): number => times,
  };
}
export type WhoAsks = ReturnType<typeof whoAsks>;
