/** Names that an organisation cannot have in addresses, because a page of the site stands there. */
export const RESERVED_SLUGS: readonly string[] = [
  "about",
  "account",
  "ask",
  "desk",
  "events",
  "organisations",
  "people",
  "policies",
  "questions",
  "releases",
  "rounds",
  "search",
  "sign-in",
  "submissions",
];
