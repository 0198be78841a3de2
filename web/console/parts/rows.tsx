// A long list of rows: only those in sight are drawn, j and k move, Enter opens, the end asks for more.
import { useHotkeys, useMediaQuery } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";

interface Listed<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly id: (item: T) => string;
  readonly row: (item: T, chosen: boolean) => ReactNode;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  readonly more?: (() => void) | undefined;
}

export const NARROW = "(max-width: 720px)";

export function Rows<T>({ label, items, id, row, chosen, choose, more }: Listed<T>) {
  const narrow = useMediaQuery(NARROW, window.matchMedia(NARROW).matches, { getInitialValueInEffect: false });
  const scroller = useRef<HTMLDivElement>(null);
  const height = narrow ? 76 : 40;
  const rows = useVirtualizer({ count: items.length, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 12 });
  useEffect(() => rows.measure(), [rows, height]);
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= items.length - 15) more();
  }, [more, last, items.length]);

  const move = (by: number): void => {
    const at = items.findIndex((item) => id(item) === chosen);
    const next = items[Math.min(items.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by))];
    if (next === undefined) return;
    const to = id(next);
    choose(to);
    rows.scrollToIndex(items.indexOf(next), { align: "auto" });
    // The row may be drawn only after the list has scrolled.
    window.requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(to)}"]`)?.focus({ preventScroll: true }));
  };
  useHotkeys([
    ["j", () => move(1)],
    ["k", () => move(-1)],
    ["ArrowDown", () => move(1)],
    ["ArrowUp", () => move(-1)],
  ]);

  return (
    <div className="rows" ref={scroller}>
      <ul className="rows-in" aria-label={label} style={{ height: rows.getTotalSize() }}>
        {drawn.map((each) => {
          const item = items[each.index];
          if (item === undefined) return null;
          const key = id(item);
          return (
            <li
              key={key}
              className="list-row"
              data-chosen={key === chosen}
              style={{ height: each.size, transform: `translateY(${each.start}px)` }}
              onFocus={() => choose(key)}
              aria-setsize={items.length}
              aria-posinset={each.index + 1}
            >
              {row(item, key === chosen)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
