// A form field: label, hint, fault, in the order in which they are read; the control is told of its hint and fault.
import { type AriaAttributes, cloneElement, type ReactElement, type ReactNode } from "react";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: string;
  readonly fault?: string | null | undefined;
  readonly children: ReactElement<AriaAttributes>;
}

export function Field({ id, label, hint, optional, fault, children }: FieldProps): ReactNode {
  const told = [hint ? `${id}-hint` : "", fault ? `${id}-fault` : ""].filter(Boolean).join(" ");
  return (
    <div className="field" data-fault={fault ? "yes" : undefined}>
      <label htmlFor={id}>
        {label}
        {optional ? <small> ({optional})</small> : null}
      </label>
      {hint ? (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      ) : null}
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
      {cloneElement(children, { ...(told && { "aria-describedby": told }), ...(fault && { "aria-invalid": true }) })}
    </div>
  );
}
