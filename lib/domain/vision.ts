import type { EditionContent, PublishedIssue, PublishedStrategy } from "./edition.ts";
import type { Aim } from "./policy.ts";

/** How a year's policy serves the aims of the ward's vision (区将来ビジョン), of which it is the action plan. */
export interface VisionServed {
  /** Each aim with the issues and strategies that name it, in reading order. */
  readonly aims: readonly { readonly aim: Aim; readonly items: readonly (PublishedIssue | PublishedStrategy)[] }[];
  /** How many of the aims some item names. */
  readonly served: number;
  /** The strategies that name no aim, nor does the issue that they stand below. */
  readonly without: readonly PublishedStrategy[];
}

/** The aims of an Edition and what serves them. */
export function visionOf(content: Pick<EditionContent, "aims" | "issues">): VisionServed {
  const items = content.issues.flatMap((issue) => [issue, ...issue.strategies]);
  const aims = content.aims.map((aim) => ({ aim, items: items.filter((item) => item.aimIds?.includes(aim.id)) }));
  const without = content.issues
    .filter((issue) => issue.aimIds === undefined)
    .flatMap((issue) => issue.strategies.filter((strategy) => strategy.aimIds === undefined));
  return { aims, served: aims.filter((one) => one.items.length > 0).length, without };
}

/** The aims that an item names, in the vision's own order. */
export function aimsOf(content: Pick<EditionContent, "aims">, aimIds: readonly string[] | undefined): Aim[] {
  return content.aims.filter(({ id }) => aimIds?.includes(id));
}
