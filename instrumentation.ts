/** Asked once when a server starts, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { refuseOpenDemo } = await import("./lib/auth/demo-guard.ts");
    const { DEMO_PASSWORD, DEMO_PEOPLE } = await import("./prisma/seed/accounts.ts");
    const addresses = DEMO_PEOPLE.map(({ email }) => email);
    await refuseOpenDemo(addresses, DEMO_PASSWORD);
  }
}
