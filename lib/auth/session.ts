import { cookies, headers } from "next/headers";
import { getServerSession } from "next-auth";
import { encode } from "next-auth/jwt";
import { cache } from "react";
import { actorOfSession, endSession, SESSION_SECONDS, startSession } from "../data/sessions.ts";
import type { Actor } from "../domain/actor.ts";
import { checkCredentials } from "./credentials.ts";
import { authOptions, sessionCookie } from "./options.ts";
import { addressOf } from "./request.ts";

/** Whoever is signed in, looked up at each request; null for nobody, and for a session that ended or lapsed. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions());
  return session?.sessionId ? actorOfSession(session.sessionId) : null;
});

/** Signs a person in and sets their cookie, from a form that works without script. Refuses as checkCredentials does. */
export async function signIn(email: string, password: string): Promise<Actor> {
  return beginSession(await checkCredentials(email, password, addressOf(await headers())));
}

/** Begins a session of a person who has just proved who they are, and sets their cookie. */
export async function beginSession(userId: string): Promise<Actor> {
  const sessionId = await startSession(userId);
  const actor = await actorOfSession(sessionId);
  if (!actor) throw new Error("a session that was just started does not hold");
  const secret = authOptions().secret ?? process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set");
  const token = await encode({ token: { sub: sessionId }, secret, maxAge: SESSION_SECONDS });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS });
  return actor;
}

/** The id of the session of this request; null where nobody is signed in. */
export async function currentSessionId(): Promise<string | null> {
  return (await getServerSession(authOptions()))?.sessionId ?? null;
}

/** Ends the session of this request and forgets its cookie. */
export async function signOut(): Promise<void> {
  const session = await getServerSession(authOptions());
  if (session?.sessionId) await endSession(session.sessionId);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
