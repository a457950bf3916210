/** The secret that the operator gave the server; whatever is made with it cannot be made elsewhere. */
export function serverSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set");
  return secret;
}
