import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { packageCommand, scriptCommand } from "../scripts/command.ts";
import { startNext, waitForHealth } from "../scripts/next-server.ts";
import { freePort } from "../scripts/ports.ts";

const environment = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: "production",
  NEXTAUTH_URL: "https://hoshin.example",
  NEXTAUTH_SECRET: "only for this test, and long enough for it",
  ...more,
});

test("production does not start while a demo account still has its password", async () => {
  const [program = "", ...rest] = packageCommand("next/dist/bin/next", "start", "--port", String(await freePort()));
  const started = spawnSync(program, rest, {
    env: environment({ HOSHIN_DEMO: "" }),
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(started.status).toBe(1);
  expect(started.stderr).toMatch(/^✗ \S+@\S+\.example still has the demo password/m);
});

test("whoever makes public pages must know the address that they name", () => {
  const [program = "", ...rest] = scriptCommand("worker.ts");
  const started = spawnSync(program, rest, {
    env: environment({ NEXTAUTH_URL: "", HOSHIN_SITE: "nowhere" }),
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(started.status).toBe(1);
  expect(started.stderr).toContain("NEXTAUTH_URL is not set");
});

test("over HTTPS the cookies are bound to the host", async ({ playwright }) => {
  const address = { host: "127.0.0.1", port: await freePort() };
  const server = startNext("start", address, environment({ HOSHIN_DEMO: "1" }));
  const client = await playwright.request.newContext({ baseURL: `http://127.0.0.1:${address.port}` });
  try {
    await waitForHealth(server, address);
    const csrf = await client.get("/api/auth/csrf");
    expect(csrf.headers()["set-cookie"]).toMatch(/^__Host-hoshin\.csrf=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax/);
    expect((await client.get("/ja")).headers()["strict-transport-security"]).toContain("max-age");
  } finally {
    await client.dispose();
    await server.stop();
  }
});

test("the health check says 503 while the database cannot be reached", async ({ playwright }) => {
  const address = { host: "127.0.0.1", port: await freePort() };
  const nowhere = `postgresql://nobody@127.0.0.1:${await freePort()}/none`;
  const server = startNext("start", address, environment({ HOSHIN_DEMO: "1", DATABASE_URL: nowhere }));
  const client = await playwright.request.newContext({ baseURL: `http://127.0.0.1:${address.port}` });
  try {
    await expect
      .poll(
        async () =>
          client.get("/api/health").then(
            (response) => response.status(),
            () => 0,
          ),
        { timeout: 30_000 },
      )
      .toBe(503);
    expect(await (await client.get("/api/health")).json()).toEqual({ status: "unavailable", database: "unreachable" });
  } finally {
    await client.dispose();
    await server.stop();
  }
});
