import { itemsOf, type Part } from "./edition.ts";
import { isItem, isNode } from "./policy.ts";
import type { PublishedPolicy } from "./published-policy.ts";
import type { Withheld } from "./taking-back.ts";

/** What stands in place of a title that is withheld, on every page in every language: a title is the ward's Japanese. */
export const WITHHELD_TITLE = "公開停止中";

/**
 * A Part as the public may see it while these items, by their ids, are taken down: of such an item its place and its code
 * remain, its title says that it is withheld, and its sheets and the answers on it are not there (null). Other Parts stay
 * as they are.
 */
export function withhold(part: Part, withheld: ReadonlyMap<string, Withheld>): Part | null {
  if (part.type === "sheet") return withheld.has(part.target.id) ? null : part;
  if (part.type === "answer") return part.itemId !== null && withheld.has(part.itemId) ? null : part;
  if (!isNode(part) || !isItem(part)) return part;
  const told = withheld.get(part.id);
  if (!told) return part;
  // `withheld` is nothing that a Part holds: this one is shown and never written.
  const shown = { ...part, title: WITHHELD_TITLE, plan: {}, withheld: told };
  if (shown.type !== "initiative") return shown;
  const { themes: _themes, sdgs: _sdgs, ...bare } = shown;
  return bare;
}

/** The ids of the items that a Part tells of. */
export function itemIdOf(part: Part): string | null {
  if (part.type === "sheet") return part.target.id;
  if (part.type === "answer") return part.itemId;
  return isNode(part) && isItem(part) ? part.id : null;
}

/** Whether what the public reads of an Edition is not all that was published: an item is taken down, a text blacked out. */
export function isTakenBack({ content, history }: Pick<PublishedPolicy, "content" | "history">): boolean {
  return itemsOf(content).some(({ withheld }) => withheld) || (history[0]?.redactions.length ?? 0) > 0;
}
