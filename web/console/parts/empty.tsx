// A list with nothing in it: says so, and teaches the first step.
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export function Empty({ icon, title, children }: { readonly icon: IconName; readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
