// How a mail looks: inline styles that hold in light and dark, since many clients strip style sheets and invert colours.
import type { ClauseStyle } from "../clause.ts";

const ACCENT = "#2f5d8a";
const TYPEFACE = "'Inter Variable',Inter,system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

// Text takes the client's own colour, lines and tints are half-transparent greys: both stay legible when a client goes dark.
const LINE = "rgba(127,127,127,.35)";
const TINT = "rgba(127,127,127,.09)";

export interface MailLook {
  readonly page: string;
  readonly sheet: string;
  readonly cell: string;
  readonly desk: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly strong: string;
  readonly label: string;
  readonly value: string;
  readonly action: string;
  readonly button: string;
  readonly link: string;
  readonly foot: string;
  readonly clause: ClauseStyle;
}

/** The desk's colour if it is written `#rrggbb`, else a quiet blue. */
export function accentOf(colour: string | undefined): string {
  return colour !== undefined && /^#[0-9a-f]{6}$/i.test(colour) ? colour : ACCENT;
}

/** Black or white, whichever can be read better on the colour (WCAG 2.2 relative luminance). */
export function inkOn(colour: string): "#ffffff" | "#111111" {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.0556 ? "#ffffff" : "#111111";
}

/** The styles of a desk's mails, by its accent colour. */
export function mailLook(colour: string | undefined): MailLook {
  const accent = accentOf(colour);
  const type = `font-family:${TYPEFACE};font-size:16px;line-height:24px`;
  return {
    page: `margin:0;padding:24px 16px;${type}`,
    sheet: `width:100%;max-width:600px;margin:0 auto;border-top:4px solid ${accent}`,
    cell: type,
    desk: "margin:0 0 24px;padding-top:16px;font-size:14px;line-height:20px;font-weight:600",
    title: "margin:0 0 16px;font-size:22px;line-height:28px;font-weight:600",
    heading: "margin:24px 0 8px;font-size:16px;line-height:24px;font-weight:600",
    text: "margin:0 0 16px",
    strong: "margin:0 0 8px;font-weight:600",
    label: "padding:2px 16px 2px 0;opacity:.75;vertical-align:top",
    value: "padding:2px 0;font-weight:600;font-variant-numeric:tabular-nums;vertical-align:top",
    action: "margin:24px 0 16px",
    button: `display:inline-block;padding:12px 20px;border-radius:6px;background-color:${accent};color:${inkOn(accent)};font-weight:600;text-decoration:none`,
    link: `color:inherit;text-decoration:underline;text-decoration-color:${accent}`,
    foot: `margin:32px 0 0;padding-top:16px;border-top:1px solid ${LINE};font-size:13px;line-height:20px;opacity:.8`,
    clause: {
      block: `margin:0 0 12px;padding:8px 12px;border-left:3px solid ${accent};background-color:${TINT}`,
      number: "color:inherit;font-weight:600;font-variant-numeric:tabular-nums;text-decoration:underline",
      words: "",
      bond: `font-style:normal;font-size:12px;line-height:16px;padding:1px 8px;border:1px solid ${LINE};border-radius:9px;white-space:nowrap`,
    },
  };
}
