import { z } from "zod";

/** What the automatic checks tried and found, as scripts/access-report.ts writes it from a run of the journeys. */
export const accessReport = z.strictObject({
  /** The day of the run. */
  on: z.iso.date(),
  tool: z.strictObject({ version: z.string() }),
  browser: z.string(),
  /** Each page as it was looked at, with its languages and widths. */
  pages: z.array(
    z.strictObject({ path: z.string(), languages: z.array(z.string()), widths: z.array(z.int()), runs: z.int() }),
  ),
  /** Every rule that ran on some page, with the tool's tags. */
  rules: z.array(z.strictObject({ id: z.string(), tags: z.array(z.string()) })),
  findings: z.array(z.strictObject({ path: z.string(), width: z.int(), rule: z.string(), what: z.string() })),
});
export type AccessReport = z.infer<typeof accessReport>;
