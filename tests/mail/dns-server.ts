// A real DNS server on loopback that knows a few names.
import { createSocket } from "node:dgram";
import { decode, encode, type StringAnswer, type TxtAnswer } from "dns-packet";
import { afterAll } from "vitest";

export type Zone = Record<string, { readonly TXT?: readonly string[]; readonly A?: readonly string[]; readonly MX?: readonly string[] }>;

/** Answers from `zone`, which may change; "127.0.0.1:port" for DNS_SERVERS. */
export async function dnsServer(zone: Zone): Promise<{ address: string; asked: string[] }> {
  const socket = createSocket("udp4");
  const asked: string[] = [];
  socket.on("message", (bytes, from) => {
    const query = decode(bytes);
    const [question] = query.questions ?? [];
    if (!question) return;
    const name = question.name.toLowerCase();
    asked.push(`${question.type} ${name}`);
    const known = zone[name];
    const answers = (known?.[question.type as "TXT"] ?? []).map((data) => {
      if (question.type === "MX") return { name, type: "MX", ttl: 60, data: { preference: 10, exchange: data } } as const;
      return question.type === "TXT" ? ({ name, type: "TXT", ttl: 60, data: data.match(/.{1,200}/g) ?? [] } satisfies TxtAnswer) : ({ name, type: "A", ttl: 60, data } satisfies StringAnswer);
    });
    socket.send(encode({ type: "response", id: query.id ?? 0, flags: known ? 0x8180 : 0x8183, questions: query.questions ?? [], answers }), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  afterAll(() => void socket.close());
  return { address: `127.0.0.1:${socket.address().port}`, asked };
}
