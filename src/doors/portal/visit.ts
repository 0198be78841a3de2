// Who visits which desk, in which language: what every page needs to know.
import type { Coming } from "../../desk/views/versions.ts";
import type { Policy } from "../../policy/index.ts";
import type { PersonViewer } from "../../desk/viewer.ts";

export interface Visitor {
  readonly name: string;
  readonly email: string;
  readonly country: string | null;
}

export interface Visit {
  readonly desk: string;
  readonly base: string; // "/orthocab"
  readonly path: string; // where this page can be read again, without the query
  readonly query: string; // of this page, without the language
  readonly name: string; // the desk's, in this language
  readonly lang: string;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly address: string;
  readonly phone: string | null;
  readonly policy: Policy;
  readonly version: number;
  readonly coming: Coming | null; // the next version, where it was announced
  /** Who may see what; null for a stranger. */
  readonly viewer: PersonViewer | null;
  readonly person: Visitor | null;
  readonly now: number;
}
