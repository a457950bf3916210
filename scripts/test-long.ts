import { requireBrowser } from "./browser.ts";
import { buildGate } from "./build-gate.ts";
import { close, type Gate, runGates } from "./gates.ts";
import { main } from "./say.ts";
import { playwrightSuite, vitestSuite } from "./suites.ts";
import { untilStopped } from "./until-stopped.ts";

const show = (text: string) => void process.stdout.write(text);

await main(() =>
  untilStopped(async ({ signal }) => {
    const long = { HOSHIN_LONG: "1" };
    const data = vitestSuite("データの長い試験", "long data tests", "long", { env: long, onOutput: show });
    const journeys = async (stop: AbortSignal, ...options: string[]) => {
      const env = { ...long, CHROMIUM_PATH: await requireBrowser(stop) };
      return playwrightSuite("", "", { env, onOutput: show }, ...options).run(stop);
    };
    const hard: Gate = {
      japanese:
        "サーバーを100回止める試験、公開の途中の障害50回、生成した入力2万件、バックアップからの復元を含む、すべての画面の試験",
      english:
        "every journey: the server killed 100 times, 50 crashes in the midst of a release, 20,000 generated bodies, a restore, both languages",
      run: (stop) => journeys(stop, "--grep-invert=@alone"),
    };
    // What is measured in seconds has the machine alone.
    const alone: Gate = {
      japanese: "秒で測る試験: 閲覧者200人の下での公開500回とあらゆる部分の停止、公開停止が効くまで、Lighthouse",
      english:
        "what is measured in seconds: 500 releases under 200 readers while everything is killed, a takedown, Lighthouse",
      run: (stop) => journeys(stop, "--grep=@alone", "--workers=1"),
    };
    return close(await runGates([data, buildGate, hard, alone], 1, signal));
  }, 130),
);
