import { DEMO_PASSWORD, DEMO_PEOPLE } from "../prisma/seed/accounts.ts";
import { demoDatabase, demoEnvironment } from "./demo-database.ts";
import { requireWritableFolder } from "./folders.ts";
import { buildApp, isBuilt } from "./next-build.ts";
import { addressFromEnvironment, startNext, waitForHealth } from "./next-server.ts";
import { recordServing, requireFreePort } from "./port-in-use.ts";
import { main, say, secondsSince, step } from "./say.ts";
import { type Running, untilStopped } from "./until-stopped.ts";
import { startWorker } from "./worker-process.ts";

const began = performance.now();

async function demo(running: Running): Promise<number> {
  const { signal, atEnd } = running;
  const address = addressFromEnvironment();
  requireWritableFolder();
  await requireFreePort(address);
  const url = await demoDatabase(running);
  if (!isBuilt()) {
    await step("画面を組み立てます(1〜2分)", "Building the app (a minute or two)", () => buildApp(signal));
  }
  const server = await step("サーバーを起動します", "Starting the server", async () => {
    await requireFreePort(address);
    const started = startNext("start", address, { ...demoEnvironment(url, address), NODE_ENV: "production" });
    atEnd(started.stop);
    atEnd(recordServing(address.port, started.pid));
    await waitForHealth(started, address, signal);
    atEnd(startWorker({ ...demoEnvironment(url, address), NODE_ENV: "production" }).stop);
    return started;
  });
  sayWhereToLook(address.port);
  const stopped = new Promise<number>((resolve) => signal.addEventListener("abort", () => resolve(0)));
  const code = await Promise.race([server.over, stopped]);
  say("→ 止めます · Stopping");
  return signal.aborted ? 0 : code || 1;
}

function sayWhereToLook(port: number): void {
  const width = Math.max(...DEMO_PEOPLE.map(({ email }) => email.length));
  say(`
準備ができました · Ready (${secondsSince(began)})

  http://localhost:${port}/ja

見本の利用者 · Demo accounts (パスワード · password: ${DEMO_PASSWORD})
${DEMO_PEOPLE.map(({ email, postTitle, name }) => `  ${email.padEnd(width)}  ${postTitle} ${name}`).join("\n")}

止めるには Ctrl-C。記録は .data に残ります · Ctrl-C stops it; the records stay in .data`);
}

await main(() => untilStopped(demo));
