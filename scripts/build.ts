import { requireWritableFolder } from "./folders.ts";
import { buildApp } from "./next-build.ts";
import { main, step } from "./say.ts";
import { untilStopped } from "./until-stopped.ts";

await main(() =>
  untilStopped(async ({ signal }) => {
    requireWritableFolder();
    await step("画面を組み立てます", "Building the app", () => buildApp(signal));
    return 0;
  }),
);
