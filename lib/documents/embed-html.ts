import { element } from "./xml.ts";

/** How high a card is at 320 px and wider, in px: its texts are cut to so many lines that it never needs more. */
export const EMBED_HEIGHT = 400;

/** The HTML with which another site shows a card. What stands inside is read where frames are not shown. */
export function embedHtml({ address, title }: { address: string; title: string }): string {
  const frame = { src: address, title, width: "100%", height: EMBED_HEIGHT, loading: "lazy" };
  return element("iframe", frame, title).markup;
}
