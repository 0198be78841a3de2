// Passwords, hashed with scrypt (RFC 7914); the parameters stand in the hash, so that they can be raised later.
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

const N = 2 ** 15;
const R = 8;
const P = 1;
const LENGTH = 32;

/** "scrypt$15$8$1$<salt>$<hash>", base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, N, R, P);
  return `scrypt$15$${R}$${P}$${salt.toString("base64url")}$${hash.toString("base64url")}`;
}

/** True if the password is the one; takes as long where `kept` is no hash at all, so that no one learns who exists. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [kind, log, r, p, salt, hash] = (kept ?? "").split("$");
  if (kind !== "scrypt" || !salt || !hash) {
    await derive(password, Buffer.alloc(16), N, R, P);
    return false;
  }
  const found = await derive(password, Buffer.from(salt, "base64url"), 2 ** Number(log), Number(r), Number(p));
  return timingSafeEqual(found, Buffer.from(hash, "base64url"));
}

function derive(password: string, salt: Buffer, n: number, r: number, p: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, LENGTH, { N: n, r, p, maxmem: 256 * n * r }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
