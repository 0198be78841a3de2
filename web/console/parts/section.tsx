// A part of the side of a ticket: a heading that folds it, remembered for all tickets.
import { type ReactNode, useState } from "react";
import { Icon } from "./icon.tsx";

interface Part {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly urgent?: boolean;
  readonly folded?: boolean;
  readonly children: ReactNode;
}

export function Section({ id, title, count, urgent = false, folded = false, children }: Part) {
  const place = `troth:folded:${id}`;
  const [open, setOpen] = useState(() => (localStorage.getItem(place) ?? String(!folded)) === "true");
  const toggle = (): void => {
    localStorage.setItem(place, String(!open));
    setOpen(!open);
  };
  return (
    <section className="section" data-urgent={urgent}>
      <h2 className="section-head">
        <button type="button" className="plain-button section-toggle" aria-expanded={open} aria-controls={`section-${id}`} onClick={toggle}>
          <span className="section-mark">
            <Icon name={open ? "down" : "chevron"} />
          </span>
          <span>{title}</span>
          {count ? <span className="section-count number">{count}</span> : null}
        </button>
      </h2>
      <div id={`section-${id}`} className="section-in" hidden={!open}>
        {open ? children : null}
      </div>
    </section>
  );
}
