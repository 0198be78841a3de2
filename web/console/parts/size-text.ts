// A file's size as people say it: 340 kB, 2.1 MB.
export function sizeText(bytes: number, locale: string): string {
  const big = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(locale, { style: "unit", unit: big ? "megabyte" : "kilobyte", maximumFractionDigits: big ? 1 : 0 });
  return format.format(big ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000)));
}
