import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions, callbackCookie } from "./options.ts";
import { isOwnOrigin } from "./request.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses under /api/auth. What changes something must come from a page of this site. */
export async function authHandler(request: NextRequest, context: Context): Promise<Response> {
  if (request.method !== "GET" && !isOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  // next-auth answers a callback address that is no address with a fault of its own.
  const callbacks = [request.nextUrl.searchParams.get("callbackUrl"), request.cookies.get(callbackCookie())?.value];
  if (callbacks.some((callback) => callback && !isAddress(callback))) return new Response(null, { status: 400 });
  return NextAuth(request as never, context as never, authOptions());
}

function isAddress(text: string): boolean {
  const base = text.startsWith("/") ? "http://localhost" : undefined;
  return URL.canParse(text, base) && /^https?:$/.test(new URL(text, base).protocol);
}
