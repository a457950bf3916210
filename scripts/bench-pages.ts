import { startAppOn } from "./app-on-database.ts";
import { seed } from "./demo-database.ts";
import { openLargeCity } from "./large-city.ts";
import { requireBuild } from "./next-build.ts";
import { main, say } from "./say.ts";
import { makeThrowawayDatabase } from "./throwaway-database.ts";
import { at } from "./timings.ts";
import { untilStopped } from "./until-stopped.ts";

// How long public pages take in a city of 24 wards × 10 years × 60 initiatives, against the demo's two wards: the same
// pages of the same ward, asked of both turn by turn. Printed as medians and their ratio. npm run seed:large comes before
// it; the demo's wards are added to its city. Argument: how many turns (40).
const turns = Number(process.argv[2] ?? 40);
const WARM = 5;
const PAGES = ["/ja/higashisumiyoshi/2020", "/ja/higashisumiyoshi/2020/initiatives/1-1-2", "/ja/higashisumiyoshi"];

await main(() =>
  untilStopped(async (running) => {
    requireBuild();
    const { atEnd, signal } = running;
    const small = await makeThrowawayDatabase();
    atEnd(small.drop);
    const large = await openLargeCity(running);
    for (const url of [small.url, large]) await seed(url, signal, true);
    const apps = { small: await startAppOn(small.url, running), large: await startAppOn(large, running) };
    for (const page of PAGES) {
      const times: Record<keyof typeof apps, number[]> = { small: [], large: [] };
      for (let turn = 0; turn < turns + WARM; turn += 1) {
        for (const size of ["small", "large"] as const) {
          const began = performance.now();
          const answer = await fetch(`${apps[size].baseURL}${page}`);
          await answer.text();
          if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
          if (turn >= WARM) times[size].push(performance.now() - began);
        }
      }
      const [few, many] = [at(times.small, 0.5), at(times.large, 0.5)];
      say(`${page}  2 wards: ${few.toFixed(1)} ms  26 wards: ${many.toFixed(1)} ms  ratio ${(many / few).toFixed(2)}`);
    }
    return 0;
  }),
);
