// Kept and broken: columns over time, a bar for each row of a table. The table says the same in numbers.
export interface KeptColumn {
  readonly key: string;
  readonly label: string;
  readonly kept: number | null;
  readonly broken: number | null;
}

const WIDTH = 640;
const HEIGHT = 180;

/** A column for each week: kept below, broken on top. */
export function KeptColumns({ bars, label }: { readonly bars: readonly KeptColumn[]; readonly label: string }) {
  const most = Math.max(1, ...bars.map((b) => (b.kept ?? 0) + (b.broken ?? 0)));
  const step = WIDTH / Math.max(1, bars.length);
  const width = Math.max(2, Math.min(32, step - 4));
  const tall = (n: number): number => (n / most) * (HEIGHT - 20);
  return (
    <svg className="kept-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
      <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="chart-axis" />
      {bars.map((b, i) => {
        const [kept, broken, x] = [tall(b.kept ?? 0), tall(b.broken ?? 0), i * step + (step - width) / 2];
        return (
          <g key={b.key}>
            <title>{`${b.label}: ${b.kept ?? "?"} / ${b.kept === null || b.broken === null ? "?" : b.kept + b.broken}`}</title>
            <rect x={x} width={width} y={HEIGHT - kept} height={kept} className="chart-kept" />
            <rect x={x} width={width} y={HEIGHT - kept - broken} height={broken} className="chart-broken" />
          </g>
        );
      })}
    </svg>
  );
}

/** One bar of a row: how much was kept of what was owed, as long as the row's part of the most. */
export function KeptBar({ kept, broken, most }: { readonly kept: number; readonly broken: number; readonly most: number }) {
  const long = (n: number): number => (n / Math.max(1, most)) * 200;
  return (
    <svg className="kept-bar" width="200" height="12" viewBox="0 0 200 12" aria-hidden="true">
      <rect width="200" height="12" className="chart-rest" rx="2" />
      <rect width={long(kept)} height="12" className="chart-kept" />
      <rect x={long(kept)} width={long(broken)} height="12" className="chart-broken" />
    </svg>
  );
}

/** What the colours mean. */
export function KeptKey({ kept, broken }: { readonly kept: string; readonly broken: string }) {
  return (
    <p className="row small quiet" aria-hidden="true">
      {[
        ["chart-kept", kept],
        ["chart-broken", broken],
      ].map(([look, word]) => (
        <span key={look} className="row">
          <svg width="12" height="12" viewBox="0 0 12 12">
            <rect width="12" height="12" rx="2" className={look} />
          </svg>
          {word}
        </span>
      ))}
    </p>
  );
}
