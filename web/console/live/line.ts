// The line to the desk's events: shared by the tabs where the browser can, else one per tab; it comes back by itself when it breaks.
import { api } from "../../shared/desk-path.ts";

export interface Ears {
  readonly heard: (data: string) => void;
  readonly line: (open: boolean) => void;
}

const url = `${api}/live`;

/** Listens until the returned function is called. */
export function listen(ears: Ears): () => void {
  return typeof SharedWorker === "undefined" ? alone(ears) : shared(ears);
}

function shared(ears: Ears): () => void {
  let worker: SharedWorker;
  try {
    worker = new SharedWorker(new URL("./live-worker.ts", import.meta.url), { type: "module", name: `troth ${url}` });
  } catch {
    return alone(ears);
  }
  let fallback: (() => void) | undefined;
  worker.onerror = () => {
    fallback ??= alone(ears);
  };
  const { port } = worker;
  port.onmessage = (event: MessageEvent<{ data?: string; line?: boolean }>) => {
    if (event.data.data !== undefined) ears.heard(event.data.data);
    if (event.data.line !== undefined) ears.line(event.data.line);
  };
  port.start();
  port.postMessage({ open: url });
  // A line that was refused (signed out, server gone too long) is closed for good: ask for another now and then.
  const again = window.setInterval(() => port.postMessage({ open: url }), 20_000);
  const leave = (): void => port.postMessage({ gone: true });
  window.addEventListener("pagehide", leave);
  return () => {
    window.clearInterval(again);
    window.removeEventListener("pagehide", leave);
    leave();
    fallback?.();
  };
}

function alone(ears: Ears): () => void {
  const source = new EventSource(url);
  const hear = (event: MessageEvent): void => ears.heard(String(event.data));
  source.onopen = () => ears.line(true);
  source.onerror = () => ears.line(false);
  source.onmessage = hear;
  source.addEventListener("presence", hear);
  return () => source.close();
}
