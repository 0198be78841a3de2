// Sends a page, and says who may keep it: a public one the reader's browser, which asks again before it shows it; any other nobody.
interface Sends {
  hasHeader(name: string): boolean;
  header(name: string, value: string): unknown;
  type(type: string): { send(body: string): unknown };
}

/** What is somebody's own is written on no disk: at a computer that several people use, the next one would turn back to it (RFC 9111 §5.2.2.5). */
export const keptNowhere = (reply: Pick<Sends, "header">): void => void reply.header("cache-control", "private, no-store");

export function html(reply: Sends, body: string): unknown {
  if (!reply.hasHeader("cache-control")) reply.header("cache-control", "private, no-cache"); // the reader's language is in it
  return reply.type("text/html; charset=utf-8").send(body);
}
