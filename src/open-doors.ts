// Opens the doors of the house and tells each of them what the others must not know.
import fastify from "fastify";
import { consolePages } from "./doors/console/console.ts";
import { front } from "./doors/front/front.ts";
import type { House, News } from "./desk/house.ts";
import type { Settings } from "./settings.ts";
import type { Standing } from "./cli/standing.ts";

export interface Opening {
  /** Gets what closes each door, in the order of opening. */
  readonly started: (() => Promise<unknown>)[];
  /** Hear of every change after its commit. */
  readonly listeners: ((news: News) => void)[];
  readonly fault: (error: unknown) => void;
}

/** Pages, API, mail and the worker. Throws Trouble where a port is taken. */
export async function openDoors(house: House, settings: Settings, standing: Standing, opening: Opening): Promise<void> {
  const app = fastify();
  await app.register(front, { house, mailbox: settings.smtpUrl === null });
  await app.register(consolePages, { folder: standing.consoleFolder });
  await app.listen({ host: settings.host, port: settings.port });
  opening.started.push(() => app.close());
}
