// What the desk itself knows of an ordinary request: somebody known and in good standing asks in the portal. Examples and first tries begin here.
import type { Value } from "./model.ts";

export const ORDINARY_ASK: Readonly<Record<string, Value>> = {
  channel: "portal",
  identified: true,
  standing: "good",
  maintenance: false,
  announcing: "none",
  duplicate: "none",
  complete: true,
  "waiting-on": "desk",
};
