// A form field: label, hint, fault, in the order in which they are read.
import type { ReactNode } from "react";

export function Field(p: { readonly id: string; readonly label: string; readonly hint?: string; readonly optional?: string; readonly fault?: string | undefined; readonly children: ReactNode }): ReactNode {
  return (
    <div className="field" data-fault={p.fault ? "yes" : undefined}>
      <label htmlFor={p.id}>{p.label}{p.optional ? <small> ({p.optional})</small> : null}</label>
      {p.hint ? <small id={`${p.id}-hint`} className="hint">{p.hint}</small> : null}
      {p.fault ? <p className="fault" role="alert">{p.fault}</p> : null}
      {p.children}
    </div>
  );
}
