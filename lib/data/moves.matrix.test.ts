import { describeMatrix, everyFixture } from "./testing/matrix.ts";

/**
 * What is decided on, of either kind, and evaluations while they are written and when they are approved. The whole table is
 * in moves.matrix.long.test.ts, and lib/domain/lifecycle.test.ts asks the table itself about all of it.
 */
const STATES: readonly string[] = ["DRAFT", "SUBMITTED", "APPROVED"];
describeMatrix(
  everyFixture.filter(({ situation, state }) =>
    situation === "evaluation" ? STATES.includes(state) : state === "SUBMITTED",
  ),
);
