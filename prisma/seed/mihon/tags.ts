import type { InitiativeNode } from "../../../lib/domain/policy.ts";

/** What みほん区 files its initiatives under, by the strategy that they belong to; the office's own ones are without. */
const TAGS: Readonly<Record<string, Pick<InitiativeNode, "themes" | "sdgs">>> = {
  "1-1": { themes: ["disaster"], sdgs: ["11", "13"] },
  "1-2": { themes: ["safety"], sdgs: ["11", "16"] },
  "2-1": { themes: ["children", "health"], sdgs: ["3", "4"] },
  "2-2": { themes: ["children"], sdgs: ["4"] },
  "3-1": { themes: ["welfare"], sdgs: ["3", "10"] },
  "3-2": { themes: ["health"], sdgs: ["3"] },
  "3-3": { themes: ["welfare", "community"], sdgs: ["3", "11"] },
  "4-1": { themes: ["community"], sdgs: ["11", "17"] },
  "4-2": { themes: ["town", "community"], sdgs: ["11"] },
};

/** The tags of the initiatives below a strategy. */
export const tagsBelow = (strategyCode: string): Pick<InitiativeNode, "themes" | "sdgs"> => TAGS[strategyCode] ?? {};
