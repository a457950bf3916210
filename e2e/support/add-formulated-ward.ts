import { closeDatabase } from "../../lib/data/db.ts";
import { makeFormulatedWard } from "../../lib/data/testing/formulated-ward.ts";

// Adds a ward whose plan is being formulated to the app under test, and says what it is called in addresses.
const { slug } = await makeFormulatedWard();
await closeDatabase();
process.stdout.write(`${slug}\n`);
