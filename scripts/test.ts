import { requireBrowser } from "./browser.ts";
import { buildGate } from "./build-gate.ts";
import { requireWritableFolder } from "./folders.ts";
import { close, type Gate, runGates } from "./gates.ts";
import { main } from "./say.ts";
import { staticGates } from "./static-gates.ts";
import { playwrightSuite, vitestSuite } from "./suites.ts";
import { holdTestServer } from "./throwaway-database.ts";
import { untilStopped } from "./until-stopped.ts";

const journeys: Gate = {
  japanese: "画面の試験(実際のブラウザー)",
  english: "journeys in a real browser",
  run: async (signal) => {
    const suite = playwrightSuite("", "", { env: { CHROMIUM_PATH: await browser(signal) } });
    return await suite.run(signal);
  },
};

/** Where no browser is found one is installed, which waits for the network while the other gates compute. */
let looking: Promise<string> | undefined;
const browser = (signal: AbortSignal) => {
  looking ??= requireBrowser(signal);
  return looking;
};

await main(() =>
  untilStopped(async ({ signal, atEnd }) => {
    requireWritableFolder();
    // The journeys say what is wrong where this fails.
    browser(signal).catch(() => undefined);
    const first = await runGates([...staticGates, vitestSuite("単体試験", "unit tests", "unit")], 2, signal);
    // Held here, the suites find the server running, and one that was killed with its suite is stopped at the end.
    atEnd(await holdTestServer());
    const data = vitestSuite("データの試験(実際の PostgreSQL)", "data tests on a real PostgreSQL", "data");
    // The build waits for its disk while the data tests wait for their server; the journeys have the machine alone.
    const second = await runGates([data, buildGate], 2, signal);
    return close(first, second, await runGates([journeys], 1, signal));
  }, 130),
);
