// The server's own secret: made once, kept in the data folder, the root of every derived password and signature.
import { hkdfSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { keptFile } from "./kept-file.ts";

/** The secret of `<dataDir>/secret` (64 hex digits, mode 600), made at the first call. */
export async function keptSecret(dataDir: string): Promise<string> {
  return (await keptFile(join(dataDir, "secret"), () => `${randomBytes(32).toString("hex")}\n`)).trim();
}

/** A secret for one purpose, 64 hex digits; knowing one says nothing about another (HKDF, RFC 5869). */
export function derivedSecret(secret: string, purpose: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "troth", purpose, 32)).toString("hex");
}
