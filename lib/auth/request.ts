/**
 * The address that a request came from, for counting guesses. Behind a proxy the last entry of X-Forwarded-For is the
 * one that the proxy wrote itself; everything before it is the client's word.
 */
export function addressOf(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}

/**
 * Whether a request that changes something was made by a page of this site. Next lets a request without an Origin
 * pass; here one of Origin and Sec-Fetch-Site must be there, and each that is there must agree.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin === null && site === null) return false;
  if (site !== null && site !== "same-origin") return false;
  if (origin === null) return true;
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
