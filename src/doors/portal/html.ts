// Sends a page. Pages say who is signed in: no cache between us and the reader may keep one.
interface Sends {
  header(name: string, value: string): Sends;
  type(type: string): { send(body: string): unknown };
}

export const html = (reply: Sends, body: string): unknown => reply.header("cache-control", "private, no-cache").type("text/html; charset=utf-8").send(body);
