// From a request to a visit: the desk, its policy, who is signed in, the language.
import type {} from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import { deskIsHere } from "../../desk/desks/reads.ts";
import type { House } from "../../desk/house.ts";
import { customerOf } from "../../desk/people/reads.ts";
import { policyInForce } from "../../desk/policies/running.ts";
import { Problem } from "../../desk/problem.ts";
import { placeOf } from "../../desk/quote.ts";
import { comingVersion } from "../../desk/views/versions.ts";
import { sessionCookie, sessionOf } from "../../desk/sessions/sessions.ts";
import { chooseLanguage } from "../../words/languages.ts";
import { keptNowhere } from "./html.ts";
import type { Visit } from "./visit.ts";

const SPOKEN = ["en", "fr", "it", "ro"];
export const LANGUAGE_COOKIE = "troth_lang";

/** Throws not-found where there is no such desk. A language in the query is remembered. The answer to whoever is signed in, or sent words, is kept nowhere. */
export async function visitOf(house: House, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const { desk } = request.params as { desk: string };
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(desk)) throw new Problem("not-found");
  const token = request.cookies[sessionCookie("person", desk)];
  const now = house.now();
  const found = await house.database.asDesk(desk, async (tx) => {
    if (!(await deskIsHere(tx))) return null;
    const [running, coming, viewer] = await Promise.all([policyInForce(tx, desk, now), comingVersion(tx, now), token ? sessionOf(tx, "person", token, now) : null]);
    const customer = viewer && (await customerOf(tx, { id: viewer.id }));
    return { running, coming, viewer, customer };
  });
  if (!found) throw new Problem("not-found");
  if (found.viewer || (request.method !== "GET" && request.method !== "HEAD")) keptNowhere(reply);
  const {
    running: { policy, version },
    coming,
    viewer,
    customer,
  } = found;
  const zone = customer?.person.zone ?? customer?.organisation?.zone ?? policy.desk.zone;
  const languages = [...new Set([...policy.desk.languages, ...SPOKEN])];
  const { lang: said } = request.query as { lang?: string | string[] }; // given twice it is a list
  const asked = typeof said === "string" ? said : undefined;
  const lang = chooseLanguage([asked, request.cookies[LANGUAGE_COOKIE], customer?.person.language, customer?.organisation?.language, ...accepted(request.headers["accept-language"])], languages);
  if (asked === lang) void reply.setCookie(LANGUAGE_COOKIE, lang, { path: "/", httpOnly: true, sameSite: "lax", secure: house.publicUrl.startsWith("https:"), maxAge: 31_536_000 });
  return {
    desk,
    lang,
    languages,
    policy,
    version,
    coming,
    now,
    base: `/${desk}`,
    ...pathOf(request),
    name: policy.desk.name[lang] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? desk,
    zone,
    address: policy.desk.address,
    phone: policy.desk.phone ?? null,
    viewer,
    person: viewer && customer && { name: viewer.name, email: viewer.email, country: placeOf(customer).country },
  };
}

/** Where the page can be read again: forms are sent to places below their page (`tickets/OC-1/messages`, `status/subscribe`). */
function pathOf(request: FastifyRequest): { path: string; query: string } {
  const [path = "/", query = ""] = request.url.split("?");
  const kept = new URLSearchParams(query);
  for (const name of ["lang", "done"]) kept.delete(name);
  return request.method === "GET" ? { path, query: kept.toString() } : { path: path.replace(/^(\/[^/]+\/(?:(?:tickets|conduct)\/[^/]+|ask|status))\/.*$/, "$1"), query: "" };
}

/** Accept-Language, best first (RFC 9110 §12.5.4). */
function accepted(header: string | undefined): string[] {
  return (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", q] = part.trim().split(";q=");
      return { tag, q: q === undefined ? 1 : Number(q) };
    })
    .filter((l) => l.q > 0)
    .sort((a, b) => b.q - a.q)
    .map((l) => l.tag);
}
