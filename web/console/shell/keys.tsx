// The keys that work on every screen.
import { useHotkeys } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTakeAndOpen } from "../screens/queue/take-next.tsx";

const PATIENCE = 1200; // between g and the letter that follows

/** True where a letter is text: a key must not act there. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select, [role=combobox], [role=menuitem]"));
}

export function Keys({ help }: { readonly help: () => void }) {
  const go = useNavigate();
  const { take } = useTakeAndOpen();
  useHotkeys([
    ["n", () => take()],
    ["p", () => void go({ to: "/new" })],
    ["/", () => void toSearch(() => go({ to: "/tickets" }))],
  ]);
  const last = useRef(0);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "?") return help();
      if (event.key === "g") {
        last.current = Date.now();
        return;
      }
      if (Date.now() - last.current > PATIENCE) return;
      last.current = 0;
      if (event.key === "q") void go({ to: "/queue" });
      if (event.key === "t") void go({ to: "/tickets" });
      if (event.key === "c") {
        event.stopImmediatePropagation();
        void go({ to: "/customers" });
      }
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, [go, help]);
  return null;
}

async function toSearch(go: () => Promise<void>): Promise<void> {
  const field = (): HTMLInputElement | null => document.querySelector("[data-search]");
  if (!field()) await go();
  window.setTimeout(() => field()?.focus(), 0);
}
