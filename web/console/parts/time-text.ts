// A length of time as a stop-watch shows it.

/** "12:05" or "1:02:05" of milliseconds; nothing below zero. */
export function timeText(ms: number): string {
  const seconds = Math.max(Math.floor(ms / 1000), 0);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = (n: number): string => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
