/** What a share of some times was at most, in their unit: 0.5 is the median, 0.95 what nineteen of twenty stayed below. */
export function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
