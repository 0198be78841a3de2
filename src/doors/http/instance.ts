// The one HTTP server that every door registers on: headers, limits, cookies, and an end that loses no request.
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { randomUUID } from "node:crypto";
import { problemBody } from "../../desk/problem-body.ts";
import { endQuiet } from "./end-quiet.ts";
import { phrase } from "../../words/phrase.ts";

export interface HttpOptions {
  /** Pino's, or none. */
  readonly logger?: FastifyBaseLogger;
  /** How many proxies in front are ours: that many X-Forwarded-For entries are believed. */
  readonly trustProxy?: number;
  /** The largest file of a form, in bytes. */
  readonly fileSizeLimit?: number;
  /** Where customers reach us; https asks browsers to stay with it. */
  readonly publicUrl: string;
}

const MB = 1024 * 1024;

/** An instance that listens nowhere yet. `close()` answers what has begun, then ends. */
export async function httpInstance(options: HttpOptions): Promise<FastifyInstance> {
  const hops = options.trustProxy ?? 0;
  const app = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    trustProxy: hops > 0 && ((_address: string, hop: number) => hop < hops),
    bodyLimit: MB,
    requestTimeout: 120_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    forceCloseConnections: "idle",
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
  });
  const https = options.publicUrl.startsWith("https:");
  endQuiet(app);
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    hsts: https ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: MB });
  await app.register(multipart, { limits: { fileSize: options.fileSizeLimit ?? 25 * MB, files: 10, fields: 100, fieldSize: MB, parts: 120 } });
  // Only where a route asks for it: `config: { rateLimit: { max, timeWindow } }`, or `app.createRateLimit`.
  await app.register(rateLimit, { global: false, errorResponseBuilder: (_request, context) => Object.assign(new Error(phrase("en", "refused.is.too-many")), { statusCode: context.statusCode }) });
  // What says nothing of it is kept nowhere: most answers are somebody's own, and what is public says so.
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (!reply.hasHeader("cache-control")) void reply.header("cache-control", "no-store");
    done();
  });
  app.setErrorHandler((error, request, reply) => {
    const body = problemBody(error);
    if (body.code === "impossible" || body.code === "unavailable") request.log.error({ err: error }, "a request failed");
    return reply.code(body.status).type("application/problem+json; charset=utf-8").send(JSON.stringify(body));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .type("application/problem+json; charset=utf-8")
      .send(JSON.stringify(problemBody(Object.assign(new Error(), { statusCode: 404 })))),
  );
  return app;
}
