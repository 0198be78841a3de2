// `npm run generate:api`: writes docs/openapi.json and web/shared/api.gen.ts from the list of routes.
import { writeFile } from "node:fs/promises";
import { apiTypes } from "./api-types-text.ts";
import { openapi } from "./openapi.ts";

await writeFile("docs/openapi.json", `${JSON.stringify(openapi(), null, 2)}\n`);
await writeFile("web/shared/api.gen.ts", await apiTypes());
