// Somebody of whom nothing is known: reads what is for everybody.
import type { PersonViewer } from "../viewer.ts";

export const stranger: PersonViewer = { kind: "person", id: "00000000-0000-0000-0000-000000000000", name: "", email: "", organisation: null, sees: "own", language: null };
