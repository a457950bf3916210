/**
 * Whether whoever asks has what would be sent (RFC 9110). If-None-Match decides where it is there, compared weakly: a
 * proxy may have put W/ before it. Else If-Modified-Since, to the second.
 */
export function isUnchanged(headers: Headers, etag: string, changedAt?: Date | undefined): boolean {
  const match = headers.get("if-none-match");
  if (match !== null) {
    return match.trim() === "*" || match.split(",").some((entry) => entry.trim().replace(/^W\//, "") === etag);
  }
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return changedAt !== undefined && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
