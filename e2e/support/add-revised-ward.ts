import { closeDatabase } from "../../lib/data/db.ts";
import { makeRevisedWard } from "../../lib/data/testing/revised-ward.ts";

// Adds a ward whose policy was revised several times to the app under test, and prints its slug.
const { slug } = await makeRevisedWard();
console.log(slug);
await closeDatabase();
