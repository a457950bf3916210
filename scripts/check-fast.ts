import { close, runGates } from "./gates.ts";
import { main } from "./say.ts";
import { staticGates } from "./static-gates.ts";
import { vitestSuite } from "./suites.ts";
import { untilStopped } from "./until-stopped.ts";

await main(() =>
  untilStopped(async ({ signal }) => {
    const gates = [...staticGates, vitestSuite("単体試験", "unit tests", "unit")];
    return close(await runGates(gates, 2, signal));
  }, 130),
);
