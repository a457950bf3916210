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

/** An item by its kind and its code. */
type ItemName = Pick<PublishedItem, "type" | "code">;

const ANCHORS: Record<PublishedItem["type"], string> = {
  issue: "issue",
  strategy: "strategy",
  initiative: "initiative",
  reformItem: "reform-item",
};

/** The name of an item's place on the pages of its policy, by which addresses name the item too: initiative-1-1-2. */
export const itemAnchor = ({ type, code }: ItemName): string => `${ANCHORS[type]}-${code}`;

/** What an address names so; null where it names nothing of the kind. */
export function readAnchor(anchor: string): ItemName | null {
  for (const type of Object.keys(ANCHORS) as PublishedItem["type"][]) {
    const code = anchor.startsWith(`${ANCHORS[type]}-`) ? anchor.slice(ANCHORS[type].length + 1) : "";
    if (code !== "") return { type, code };
  }
  return null;
}
