// Tabs that keep what stands behind them: a panel out of sight is hidden, not thrown away.
import { type KeyboardEvent, type ReactNode, useId } from "react";

interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
  readonly panel: ReactNode;
}

export function Tabs<Id extends string>({ label, tabs, chosen, choose }: { readonly label: string; readonly tabs: readonly Tab<Id>[]; readonly chosen: Id; readonly choose: (id: Id) => void }) {
  const base = useId();
  const move = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = tabs[tabs.findIndex((tab) => tab.id === chosen) + by];
    if (by === 0 || !next) return;
    choose(next.id);
    document.getElementById(`${base}-${next.id}`)?.focus();
  };
  return (
    <div className="tabs">
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
      {tabs.map((tab) => (
        <div key={tab.id} role="tabpanel" id={`${base}-${tab.id}-panel`} aria-labelledby={`${base}-${tab.id}`} className="tab-panel" hidden={tab.id !== chosen}>
          {tab.panel}
        </div>
      ))}
    </div>
  );
}
