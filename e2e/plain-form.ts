/**
 * The hidden controls of a form as the server sends it to a browser without script: of the first form that has a control
 * of that name.
 */
export function hiddenFields(html: string, control: string): Record<string, string> {
  const form = html.split("<form").find((part) => part.includes(`name="${control}"`)) ?? "";
  const decode = (text: string) =>
    text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  const inputs = form.split("</form>")[0]?.matchAll(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(
    [...inputs].map(([input]) => [
      decode(/name="([^"]*)"/.exec(input)?.[1] ?? ""),
      decode(/value="([^"]*)"/.exec(input)?.[1] ?? ""),
    ]),
  );
}
