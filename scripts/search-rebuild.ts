import { openArchive } from "./archive.ts";
import { completeSearch } from "./complete-search.ts";
import { main, say } from "./say.ts";
import { untilStopped } from "./until-stopped.ts";

// Makes everything that the search looks through again from the Editions: for when verify names an entry of it.
await main(() =>
  untilStopped(async (running) => {
    await openArchive(running);
    const made = await completeSearch({ all: true });
    say(`✓ 検索の見出しを作り直しました · the search was made again: ${made}`);
    return 0;
  }),
);
