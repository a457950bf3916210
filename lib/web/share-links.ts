/** The services that a page can be shared on: their own addresses for that, which need no script of theirs. */
export const SHARE_SERVICES = ["Facebook", "X", "LINE"] as const;
export type ShareService = (typeof SHARE_SERVICES)[number];

/** Where a service takes a page's address, and its title where it asks for one. Nothing is sent there before it is pressed. */
export function shareLink(service: ShareService, { address, title }: { address: string; title: string }): string {
  const [place, query] = {
    Facebook: ["https://www.facebook.com/sharer/sharer.php", { u: address }],
    X: ["https://x.com/intent/post", { url: address, text: title }],
    LINE: ["https://social-plugins.line.me/lineit/share", { url: address, text: title }],
  }[service] as [string, Record<string, string>];
  return `${place}?${new URLSearchParams(query)}`;
}
