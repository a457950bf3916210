import { isIPv6 } from "node:net";

/**
 * The address that a request came from, for counting guesses. Behind a proxy the last entry of X-Forwarded-For is the
 * one that the proxy wrote itself; everything before it is the client's word. Of IPv6 it is the network (the first 64
 * bits): whoever has one has all of its addresses.
 */
export function addressOf(headers: Headers): string {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
  if (!isIPv6(address) || address.includes(".")) return address;
  const [before = "", after] = address.split("::");
  const groups = (part: string) => part.split(":").filter((group) => group !== "");
  const missing = after === undefined ? 0 : 8 - groups(before).length - groups(after).length;
  const all = [...groups(before), ...Array<string>(missing).fill("0"), ...groups(after ?? "")];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::`;
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
