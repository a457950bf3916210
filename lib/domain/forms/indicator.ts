import { z } from "zod";

/** Which way is better: more, less, getting to the target, or staying at it. */
export const DIRECTIONS = ["HIGHER", "LOWER", "REACH", "KEEP"] as const;

const figure = z.number().finite();

/** An indicator that a plan sets. A target of null is 未設定 (not set), which is shown and is not zero. */
export const indicator = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(400),
  unit: z.string().max(20).nullable(),
  measure: z.enum(["NUMBER", "PERCENT", "QUALITATIVE"]),
  direction: z.enum(DIRECTIONS),
  baseline: figure.nullable(),
  target: z.union([figure, z.string().min(1).max(400)]).nullable(),
});
export type Indicator = z.infer<typeof indicator>;

/** What was measured for one indicator. An actual of null is 未測定 (not measured). */
export const actual = z.strictObject({
  indicatorId: z.uuid(),
  actual: z.union([figure, z.string().min(1).max(400)]).nullable(),
});
export type Actual = z.infer<typeof actual>;
