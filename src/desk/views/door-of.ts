// Who changes something, with the door that they came by.
import { whoIs } from "../actor.ts";
import type { Changer } from "../organisations/record.ts";
import type { Viewer } from "../viewer.ts";

export const changerOf = (viewer: Viewer): Changer => ({ id: whoIs(viewer), name: viewer.name, door: viewer.kind === "staff" ? "console" : "api" });
