// The document, the types and the routes say the same, and are fresh.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { apiTypes } from "../../src/doors/api/api-types-text.ts";
import { openapi } from "../../src/doors/api/openapi.ts";
import { ROUTES } from "../../src/doors/api/routes.ts";

test("docs/openapi.json and web/shared/api.gen.ts are what the routes say; else run `npm run generate:api`", async () => {
  expect(JSON.parse(await readFile("docs/openapi.json", "utf8"))).toEqual(JSON.parse(JSON.stringify(openapi())));
  expect(await readFile("web/shared/api.gen.ts", "utf8")).toBe(await apiTypes());
});

test("the document is whole: every reference leads somewhere, every operation has its own name", () => {
  const document = JSON.stringify(openapi());
  const { components } = openapi() as { components: { schemas: object } };
  const references = [...document.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((m) => m[1]!);
  expect(references.filter((name) => !(name in components.schemas))).toEqual([]);
  expect(new Set(ROUTES.map((r) => r.id)).size).toBe(ROUTES.length);
  expect(new Set(ROUTES.map((r) => `${r.method} ${r.path}`)).size).toBe(ROUTES.length);
});
