/**
 * The address under which people reach the site, from NEXTAUTH_URL. Feeds, cards and shared links leave the site, so they
 * say it in full; everything that stays is relative.
 */
export function siteAddress(): URL {
  const said = process.env.NEXTAUTH_URL ?? "";
  return new URL(URL.canParse(said) ? said : "http://localhost:3000");
}

/** A path of the site with its host. */
export const absolute = (path: string): string => new URL(path, siteAddress()).href;
