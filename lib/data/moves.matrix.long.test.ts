import { describeMatrix, everyFixture } from "./testing/matrix.ts";

/** The whole table: every kind of submission, state, relation, person and move. */
describeMatrix(everyFixture);
