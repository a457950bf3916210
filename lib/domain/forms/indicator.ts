import { z } from "zod";
import { isStorable } from "../text.ts";

/** Which way is better: more, less, getting to the target, or staying at it. */
export const DIRECTIONS = ["HIGHER", "LOWER", "REACH", "KEEP"] as const;

const figure = z.number().finite();
const words = z.string().min(1).max(400).refine(isStorable);

/** An indicator that a plan sets. A target of null is 未設定 (not set), which is shown and is not zero. */
export const indicator = z.strictObject({
  id: z.uuid(),
  name: words,
  unit: z.string().max(20).refine(isStorable).nullable(),
  measure: z.enum(["NUMBER", "PERCENT", "QUALITATIVE"]),
  direction: z.enum(DIRECTIONS),
  baseline: figure.nullable(),
  target: z.union([figure, words]).nullable(),
});
export type Indicator = z.infer<typeof indicator>;

/** What was measured for one indicator. An actual of null is 未測定 (not measured). */
export const actual = z.strictObject({
  indicatorId: z.uuid(),
  actual: z.union([figure, words]).nullable(),
});
export type Actual = z.infer<typeof actual>;
