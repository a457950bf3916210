import { describeMatrix, everyFixture } from "./testing/matrix.ts";

/**
 * Evaluations and Revisions of one section's items, whole. Revisions that touch several sections or none differ in who
 * decides, so here they are submitted ones; in the other states they are in moves.matrix.long.test.ts.
 */
describeMatrix(
  everyFixture.filter(
    ({ situation, state }) => situation === "evaluation" || situation === "one" || state === "SUBMITTED",
  ),
);
