/** Asked once when a server starts, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { refuseOpenDemo } = await import("./lib/auth/demo-guard.ts");
    const { DEMO_ACCOUNTS, DEMO_ADMINISTRATOR, DEMO_PASSWORD } = await import("./prisma/seed/accounts.ts");
    await refuseOpenDemo([DEMO_ADMINISTRATOR.email, ...DEMO_ACCOUNTS.map((account) => account.email)], DEMO_PASSWORD);
  }
}
