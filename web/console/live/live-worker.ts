// One line to the server for all the tabs of a browser: it hears the desk's events and passes them to every tab.
interface Connected {
  readonly ports: readonly MessagePort[];
}
const scope = globalThis as unknown as { onconnect: (event: Connected) => void };

const ports = new Set<MessagePort>();
let source: EventSource | null = null;

function pass(message: unknown): void {
  for (const port of ports) port.postMessage(message);
}

function open(url: string): void {
  if (source && source.readyState !== EventSource.CLOSED) return pass({ line: source.readyState === EventSource.OPEN });
  source = new EventSource(url);
  source.onopen = () => pass({ line: true });
  source.onerror = () => pass({ line: false });
  source.onmessage = (event) => pass({ data: event.data });
  source.addEventListener("presence", (event) => pass({ data: (event as MessageEvent).data }));
}

scope.onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  ports.add(port);
  port.onmessage = (message: MessageEvent<{ open?: string; gone?: true }>) => {
    if (message.data.open) open(message.data.open);
    if (!message.data.gone) return;
    ports.delete(port);
    if (ports.size > 0) return;
    source?.close();
    source = null;
  };
  port.start();
};
