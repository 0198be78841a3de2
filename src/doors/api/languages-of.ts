// In which languages a request wants to be answered.
import type { FastifyRequest } from "fastify";

/** The languages of Accept-Language (RFC 9110 §12.5.4), dearest first. */
export function languagesOf(request: FastifyRequest): string[] {
  return (request.headers["accept-language"] ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", quality = "q=1"] = part.trim().split(";");
      return { tag, weight: Number.parseFloat(quality.trim().slice(2)) || 0 };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
