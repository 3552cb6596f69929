/** When a slide is shown, in whole seconds of the talk. */
export interface PlannedTime {
  readonly start: number;
  readonly seconds: number;
}

/**
 * The plan of a talk: each slide after the other, with the time it is expected to take. Where they take longer than the
 * minutes asked for, all shrink by the same share, so that the plan ends exactly on time: `--talk` pays for everything around
 * the quotes, the slides between them too.
 * @param seconds what each slide takes by itself, whole seconds
 */
export function planTime(seconds: readonly number[], minutes?: number): readonly PlannedTime[] {
  const total = seconds.reduce((sum, each) => sum + each, 0);
  const share = minutes === undefined || total <= minutes * 60 ? 1 : (minutes * 60) / total;
  let told = 0;
  return seconds.map((each) => {
    const start = Math.round(told * share);
    told += each;
    // Rounded where slides begin rather than each by itself, so that the roundings do not add up.
    return { start, seconds: Math.round(told * share) - start };
  });
}
