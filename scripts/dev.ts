import { demoDatabase, demoEnvironment } from "./demo-database.ts";
import { requireWritableFolder } from "./folders.ts";
import { addressFromEnvironment, startNext } from "./next-server.ts";
import { recordServing, requireFreePort } from "./port-in-use.ts";
import { main } from "./say.ts";
import { untilStopped } from "./until-stopped.ts";

await main(() =>
  untilStopped(async (running) => {
    const { signal, atEnd } = running;
    const address = addressFromEnvironment();
    requireWritableFolder();
    await requireFreePort(address);
    const url = await demoDatabase(running);
    const server = startNext("dev", address, { ...demoEnvironment(url, address), NODE_ENV: "development" });
    atEnd(server.stop);
    atEnd(recordServing(address.port, server.pid));
    const stopped = new Promise<number>((resolve) => signal.addEventListener("abort", () => resolve(0)));
    const code = await Promise.race([server.over, stopped]);
    return signal.aborted ? 0 : code;
  }),
);
