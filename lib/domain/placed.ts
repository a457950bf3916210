import type {
  EditionContent,
  PublishedInitiative,
  PublishedIssue,
  PublishedReformItem,
  PublishedStrategy,
} from "./edition.ts";
import { itemsOf } from "./edition.ts";

/** Any item of a policy as a reader meets it. */
export type PublishedItem = PublishedIssue | PublishedStrategy | PublishedInitiative | PublishedReformItem;

/** An item with what it stands below, what stands below it, and its neighbours of the same kind, in reading order. */
export interface Placed {
  readonly item: PublishedItem;
  /** From the issue down; none over an issue and over a reform item. */
  readonly above: readonly (PublishedIssue | PublishedStrategy)[];
  readonly below: readonly PublishedItem[];
  readonly previous: PublishedItem | undefined;
  readonly next: PublishedItem | undefined;
}

/** What stands directly below an item. */
export function childrenOf(item: PublishedItem): readonly PublishedItem[] {
  if ("strategies" in item) return item.strategies;
  return "initiatives" in item ? item.initiatives : [];
}

/** The item of a kind that has a code, in its place; undefined where the policy shows none. */
export function placeOf(content: EditionContent, type: PublishedItem["type"], code: string): Placed | undefined {
  const all = itemsOf(content).filter((item) => item.type === type);
  const index = all.findIndex((item) => item.code === code);
  const item = all[index];
  if (!item) return undefined;
  const issue = content.issues.find(({ strategies }) =>
    strategies.some((one) => one === item || one.initiatives.some((under) => under === item)),
  );
  const strategy = issue?.strategies.find(({ initiatives }) => initiatives.some((one) => one === item));
  return {
    item,
    above: [issue, strategy].filter((one) => one !== undefined),
    below: childrenOf(item),
    previous: all[index - 1],
    next: all[index + 1],
  };
}
