// The viewer as the one who acts, and as the name that their uploads and idempotency keys are bound to.
import type { Actor } from "./event.ts";
import type { Viewer } from "./viewer.ts";

export const actorOf = (viewer: Viewer): Actor & { readonly id: string } => ({ kind: viewer.kind, id: viewer.id, name: viewer.name });
export const whoIs = (viewer: Viewer | null): string => (viewer === null ? "anyone" : `${viewer.kind}:${viewer.id}`);
