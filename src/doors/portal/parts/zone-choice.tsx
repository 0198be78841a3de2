// In which zone times are shown: chosen from a list, or told by the browser where nobody chose yet.
import type { ReactNode } from "react";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";

const ZONES: readonly string[] = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].sort();

export function ZoneChoice({ visit: { lang, path }, zone, asks }: { readonly visit: Visit; readonly zone: string; readonly asks: boolean }): ReactNode {
  return (
    <form method="get" action={path} className="zone" data-zone={asks ? zone : undefined}>
      <label htmlFor="zone">{phrase(lang, "status.zone")}</label>
      <select id="zone" name="zone" defaultValue={zone}>
        {(ZONES.includes(zone) ? ZONES : [zone, ...ZONES]).map((z) => (
          <option key={z} value={z}>
            {z.replaceAll("_", " ")}
          </option>
        ))}
      </select>
      <button>{phrase(lang, "status.zone-go")}</button>
    </form>
  );
}
