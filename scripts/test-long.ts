import { requireBrowser } from "./browser.ts";
import { buildGate } from "./build-gate.ts";
import { close, type Gate, runGates } from "./gates.ts";
import { main } from "./say.ts";
import { playwrightSuite, vitestSuite } from "./suites.ts";
import { untilStopped } from "./until-stopped.ts";

const show = (text: string) => void process.stdout.write(text);

await main(() =>
  untilStopped(async ({ signal }) => {
    const options = { env: { HOSHIN_LONG: "1" }, onOutput: show };
    const data = vitestSuite("データの長い試験", "long data tests", "long", options);
    const hard: Gate = {
      japanese: "サーバーを100回止める試験、公開の途中の障害50回、生成した入力2万件を含む、すべての画面の試験",
      english:
        "every journey: the server killed 100 times, 50 crashes in the midst of a release, 20,000 generated bodies, both languages",
      run: async (stop) =>
        playwrightSuite("", "", { HOSHIN_LONG: "1", CHROMIUM_PATH: await requireBrowser(stop) }).run(stop),
    };
    return close(await runGates([data, buildGate, hard], 1, signal));
  }, 130),
);
