import { parentPort, workerData } from "node:worker_threads";
import { openRenderer } from "./page-renderer.ts";
import type { Asked, Drawn } from "./page-renderers.ts";

// One thread of page-renderers.ts: draws what it is asked for with an app of its own.
const port = parentPort;
if (!port) throw new Error("page-renderers.ts starts this");
const { ask, forget } = await openRenderer(workerData as string);
port.on("message", (asked: Asked) => {
  if (asked === "forget") return forget();
  const say = (drawn: Drawn) => port.postMessage(drawn);
  ask(asked.path, asked.group).then(
    (answer) => say({ number: asked.number, answer }),
    (error: unknown) => say({ number: asked.number, fault: String(error) }),
  );
});
port.postMessage("opened");
