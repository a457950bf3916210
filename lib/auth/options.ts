import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { endSession, SESSION_SECONDS, startSession } from "../data/sessions.ts";
import { checkCredentials } from "./credentials.ts";
import { addressOf } from "./request.ts";

declare module "next-auth" {
  interface Session {
    /** The opaque id of the session's row; everything else is looked up. */
    sessionId?: string;
  }
}

/** Whether the site is served over HTTPS, by the address that the operator gave it. */
export const isSecure = (): boolean => (process.env.NEXTAUTH_URL ?? "").startsWith("https://");

/** `__Host-` binds a cookie to this host and to HTTPS; browsers refuse the prefix over plain HTTP. */
const cookieName = (name: string): string => `${isSecure() ? "__Host-" : ""}hoshin.${name}`;

/** The name and attributes of the session's cookie. */
export function sessionCookie() {
  return {
    name: cookieName("session"),
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure() },
  };
}

/** The name of next-auth's own cookie for where to go next. */
export const callbackCookie = (): string => cookieName("callback");

/** How next-auth is set up: its token carries a session's id and nothing else. */
export function authOptions(): NextAuthOptions {
  const { options } = sessionCookie();
  return {
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const address = addressOf(new Headers(request.headers as Record<string, string>));
          const userId = await checkCredentials(credentials?.email ?? "", credentials?.password ?? "", address);
          // next-auth calls this a user's id; what travels in the token is the session's.
          return { id: await startSession(userId) };
        },
      }),
    ],
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/ja/sign-in", signOut: "/ja/desk", error: "/ja/sign-in" },
    cookies: {
      sessionToken: sessionCookie(),
      csrfToken: { name: cookieName("csrf"), options },
      callbackUrl: { name: callbackCookie(), options },
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id } : { sub: token.sub ?? "" }),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sub ?? "" }),
      // Only paths of this site: no sign-in link can lead elsewhere.
      redirect: ({ url, baseUrl }) => (url.startsWith(`${baseUrl}/`) ? url : `${baseUrl}/ja/desk`),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sub) await endSession(token.sub);
      },
    },
  };
}
