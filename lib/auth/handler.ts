import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "./options.ts";
import { isOwnOrigin } from "./request.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses under /api/auth. What changes something must come from a page of this site. */
export async function authHandler(request: NextRequest, context: Context): Promise<Response> {
  if (request.method !== "GET" && !isOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  return NextAuth(request as never, context as never, authOptions());
}
