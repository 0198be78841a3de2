// Tokens that open something: random, shown once, kept only as a hash.
import { createHash, randomBytes } from "node:crypto";

export const newToken = (): string => randomBytes(32).toString("base64url");

/** 256 random bits need no slow hash: SHA-256 keeps the token out of backups and logs. */
export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();
