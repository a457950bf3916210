import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { randomFrom } from "../../../scripts/random.ts";
import { db } from "../../data/db.ts";
import { startMailStore } from "./mail-store.ts";

const root = path.resolve(import.meta.dirname, "../../..");

/** So many people, each of whom is told one thing at once. */
async function people(count: number): Promise<string[]> {
  const users = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    email: `person${n}-${randomUUID()}@test.example`,
    name: `職員${n}`,
    passwordHash: "x",
  }));
  await db().user.createMany({ data: users });
  const createdAt = new Date();
  await db().outbox.createMany({
    data: users.map((user) => ({
      key: `test:${user.id}`,
      userId: user.id,
      kind: "remind",
      subjectType: "round",
      subjectId: randomUUID(),
      detail: "{}",
      urgent: true,
      createdAt,
    })),
  });
  return users.map(({ email }) => email);
}

function startWorker(url: string): { child: ChildProcess; ended: Promise<string>; errors: () => string } {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"], {
    cwd: root,
    env: {
      ...process.env,
      SMTP_URL: url,
      MAIL_FROM: "hoshin@city.example",
      NEXTAUTH_URL: "https://hoshin.example",
      HOSHIN_SWEEP_SECONDS: "1",
      HOSHIN_DATABASE_CONNECTIONS: "2",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr?.on("data", (chunk) => {
    errors += String(chunk);
  });
  const ended = new Promise<string>((resolve) => child.on("close", (code, signal) => resolve(signal ?? String(code))));
  return { child, ended, errors: () => errors };
}

/**
 * Kills the worker so many times while it sends, at moments around the server's taking of a mail, and starts another
 * each time. Asserts that everybody has their mail in the end, and nobody two; returns how often the same mail came.
 */
export async function killWhileSending({ kills, seed }: { kills: number; seed: number }): Promise<{ again: number }> {
  const random = randomFrom(seed);
  const store = await startMailStore();
  const addresses = await people(4 * kills + 10);
  try {
    for (let n = 0; n < kills; n += 1) {
      const { child, ended, errors } = startWorker(store.url);
      // At the first, second or third mail of this worker; every second time before the server says that it has it.
      let left = 1 + Math.floor(random() * 3);
      const later = Math.floor(random() * 20);
      store.onTaken = async () => {
        left -= 1;
        if (left !== 0) return;
        if (n % 2 === 0) child.kill("SIGKILL");
        else setTimeout(() => child.kill("SIGKILL"), later);
      };
      const how = await ended;
      if (how !== "SIGKILL") throw new Error(`the worker ended with ${how}:\n${errors()}`);
    }
    store.onTaken = async () => {};
    const last = startWorker(store.url);
    const until = Date.now() + 60_000;
    const unsent = { OR: [{ mailId: null }, { mail: { sentAt: null } }] };
    while ((await db().outbox.count({ where: unsent })) > 0 && Date.now() < until) await sleep(200);
    last.child.kill("SIGTERM");
    expect(await last.ended, last.errors()).toBe("0");
  } finally {
    await store.close();
  }
  const arrived = [...store.mails.values()].map(({ to }) => (Array.isArray(to) ? "" : (to?.value[0]?.address ?? "")));
  // None missing, none twice: a mail store knows a mail by its Message-ID.
  expect(arrived.sort()).toEqual([...addresses].sort());
  expect(await db().mail.count({ where: { sentAt: null } })).toBe(0);
  expect(store.deliveries()).toBeGreaterThanOrEqual(addresses.length);
  return { again: store.deliveries() - store.mails.size };
}
