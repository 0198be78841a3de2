// What is to be mended in a form, each a link to its field.
import type { ReactNode } from "react";
import { phrase } from "../../../words/phrase.ts";

export interface NamedFault {
  readonly id: string;
  readonly label: string;
  readonly fault: string;
}

export function FaultList({ faults, lang }: { readonly faults: readonly NamedFault[]; readonly lang: string }): ReactNode {
  if (faults.length === 0) return null;
  return (
    <div className="faults" role="alert">
      <p className="fault">{phrase(lang, "error.fix", { n: faults.length })}</p>
      <ul>
        {faults.map((f) => (
          <li key={f.id}>
            <a href={`#${f.id}`}>{f.label}</a>: {f.fault}
          </li>
        ))}
      </ul>
    </div>
  );
}
