import { type NextRequest, NextResponse } from "next/server";

const CARD = /^\/(ja|en)\/embed\//;

/** Puts the security policy on every page, with a nonce for the scripts that Next writes into it. It decides nothing. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'none'",
    // The development server evaluates code and injects styles; production does neither.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    // Cards are made to stand on the pages of others; next.config.ts leaves X-Frame-Options away there.
    `frame-ancestors ${CARD.test(request.nextUrl.pathname) ? "*" : "'none'"}`,
  ].join("; ");

  // Next takes the nonce for its own scripts from the policy of the request.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if ((process.env.NEXTAUTH_URL ?? "").startsWith("https://")) {
    response.headers.set("strict-transport-security", "max-age=31536000");
  }
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon|robots\\.txt|wordmark).*)"] };
