// Tabs that keep what stands behind them: a panel out of sight is hidden, not thrown away, and what is written in it stays when there is room for all beside each other.
import { type KeyboardEvent, type ReactNode, useId } from "react";

interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
  readonly panel: ReactNode;
  /** How it stands beside the others where there is room for all; without it, it does not. */
  readonly beside?: { readonly className: string; readonly role?: "complementary" };
}

interface Props<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly choose: (id: Id) => void;
  /** There is room: no tabs, the panels beside each other in an element of this class. */
  readonly spread?: string | false;
}

export function Tabs<Id extends string>({ label, tabs, chosen, choose, spread = false }: Props<Id>) {
  const base = useId();
  const move = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = tabs[tabs.findIndex((tab) => tab.id === chosen) + by];
    if (by === 0 || !next) return;
    choose(next.id);
    document.getElementById(`${base}-${next.id}`)?.focus();
  };
  // The same elements either way: a telephone that is turned must not lose a form that is half written.
  return (
    <div className={spread || "tabs"}>
      {spread ? null : (
        <div className="tab-list" role="tablist" aria-label={label} onKeyDown={move}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${base}-${tab.id}`}
              className="tab"
              aria-selected={tab.id === chosen}
              aria-controls={`${base}-${tab.id}-panel`}
              tabIndex={tab.id === chosen ? 0 : -1}
              onClick={() => choose(tab.id)}
            >
              {tab.label}
              {tab.count ? <span className="tab-count">{tab.count}</span> : null}
            </button>
          ))}
        </div>
      )}
      {tabs.map((tab) =>
        spread ? (
          <div key={tab.id} {...(tab.beside?.role && { role: tab.beside.role, "aria-label": tab.label })} className={tab.beside?.className} hidden={!tab.beside}>
            {tab.panel}
          </div>
        ) : (
          <div key={tab.id} role="tabpanel" id={`${base}-${tab.id}-panel`} aria-labelledby={`${base}-${tab.id}`} className="tab-panel" hidden={tab.id !== chosen}>
            {tab.panel}
          </div>
        ),
      )}
    </div>
  );
}
