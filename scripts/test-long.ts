import { close, runGates } from "./gates.ts";
import { main } from "./say.ts";
import { vitestSuite } from "./suites.ts";
import { untilStopped } from "./until-stopped.ts";

const show = (text: string) => void process.stdout.write(text);

await main(() =>
  untilStopped(async ({ signal }) => {
    const options = { env: { HOSHIN_LONG: "1" }, onOutput: show };
    const suite = vitestSuite("長い試験", "long tests", "long", options);
    return close(await runGates([suite], 1, signal));
  }, 130),
);
