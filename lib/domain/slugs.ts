/** Names that an organisation cannot have in addresses, because a page of the site stands there. */
export const RESERVED_SLUGS: readonly string[] = [
  "about",
  "account",
  "desk",
  "embed",
  "events",
  "feed.atom",
  "feed.json",
  "organisations",
  "people",
  "policies",
  "releases",
  "rounds",
  "search",
  "sign-in",
  "submissions",
];
