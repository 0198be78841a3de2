// Signing in, and who is signed in.
import { z } from "zod";
import { Id, Language } from "./basics.ts";
import { named } from "./named.ts";

export const SignIn = named("SignIn", z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(1000) }));
export const Me = named(
  "Me",
  z.object({
    kind: z.enum(["staff", "person", "key"]),
    id: Id,
    name: z.string(),
    email: z.string().nullable(),
    role: z.enum(["admin", "lead", "agent"]).nullable(),
    language: Language,
    present: z.boolean().nullable(),
    scopes: z.array(z.string()),
    organisation: z.object({ id: Id, name: z.string() }).nullable(),
    desk: z.object({ desk: z.string(), name: z.string(), colour: z.string().nullable(), languages: z.array(Language), zone: z.string() }),
  }),
);
export const MeInput = named("MeInput", z.strictObject({ language: Language.optional(), present: z.boolean().optional() }));
