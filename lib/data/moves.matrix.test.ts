import { describeMatrix, everyFixture } from "./testing/matrix.ts";

/**
 * Evaluations, whole. Revisions differ in who decides, so here they are submitted ones; in the other states they are in
 * moves.matrix.long.test.ts.
 */
describeMatrix(everyFixture.filter(({ situation, state }) => situation === "evaluation" || state === "SUBMITTED"));
