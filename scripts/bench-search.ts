import pg from "pg";
import { openLargeCity } from "./large-city.ts";
import { main, say, Trouble } from "./say.ts";
import { at } from "./timings.ts";
import { untilStopped } from "./until-stopped.ts";

// How long a search of the large city takes, whole as its page asks it: the texts of one page and the counts of every
// filter. Printed as medians and 95th percentiles, against one row read by its key in the same run, with the plan of the
// query that finds the texts. Argument: how many turns (20). Makes nothing: npm run seed:large comes before it.
const turns = Number(process.argv[2] ?? 20);

const QUERIES: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  防災: { q: "防災" },
  福祉: { q: "福祉" },
  火: { q: "火" },
  "1-1-2": { q: "1-1-2" },
  二語: { q: "見守り 訪問" },
  "長い語 · long word": { q: "認知症サポーターの養成" },
  "絞り込み · filters": { q: "相談", theme: "children", year: ["2024", "2025"], kind: "initiative", from: "1000" },
  "絞り込みだけ · filters only": { indicator: "missed", kind: "initiative" },
  "差し替え前も · superseded": { q: "防災", superseded: "1" },
  "どこにもない語 · nowhere": { q: "潜水艦" },
  "どこにもある語 · everywhere": { q: "の" },
  "何も入れない · nothing": {},
};

await main(() =>
  untilStopped(async (running) => {
    const url = await openLargeCity(running);
    const { closeDatabase, db } = await import("../lib/data/db.ts");
    running.atEnd(closeDatabase);
    const { searchPublished } = await import("../lib/data/published-search.ts");
    const { readQuery } = await import("../lib/domain/search-query.ts");
    const policy = await db().policy.findFirst();
    if (!policy) throw new Trouble("先に npm run seed:large を実行してください。", "Run npm run seed:large first.");
    const times = new Map<string, number[]>();
    const take = async (name: string, work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
    };
    const KEY = "一件を主キーで · one row by its key";
    const counts = new Map<string, number>();
    for (let turn = -1; turn < turns; turn += 1) {
      // The first turn opens connections and is not counted.
      if (turn === 0) times.clear();
      await take(KEY, () => db().policy.findUnique({ where: { id: policy.id } }));
      for (const [name, asked] of Object.entries(QUERIES)) {
        await take(name, async () => {
          counts.set(name, (await searchPublished(readQuery(asked).query)).count);
        });
      }
    }
    say(`検索の見出し · entries: ${await db().searchEntry.count()}, ${turns} turns`);
    for (const [name, values] of times) say(line(name, values, counts.get(name)));
    const searches = [...times].flatMap(([name, values]) => (name === KEY ? [] : values));
    say(line("全部 · all searches", searches));
    say(`比 · ratio to one row by its key (p50): ${(at(searches, 0.5) / at(times.get(KEY) ?? [], 0.5)).toFixed(1)}`);
    say(await planOf(url));
    return 0;
  }),
);

function line(name: string, values: readonly number[], count?: number): string {
  const found = count === undefined ? "" : `  (${count})`;
  return `p50 ${at(values, 0.5).toFixed(1)} ms  p95 ${at(values, 0.95).toFixed(1)} ms  ${name}${found}`;
}

/** How PostgreSQL finds the texts with 防災, and how it would without the runs of characters. */
async function planOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const explain = async (condition: string) => {
      const { rows } = await client.query<{ "QUERY PLAN": string }>(
        `EXPLAIN (ANALYZE, BUFFERS OFF, COSTS OFF) SELECT count(*) FROM "SearchEntry" WHERE ${condition} AND ("toEdition" IS NULL OR "removedIn" IS NOT NULL)`,
      );
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    };
    const [grams, plain] = [await explain(`"grams" @> ARRAY['防災']`), await explain(`"folded" LIKE '%防災%'`)];
    return `\n二文字の並びで · by runs of characters\n${grams}\n\n並びがなければ · as a plain substring\n${plain}`;
  } finally {
    await client.end();
  }
}
