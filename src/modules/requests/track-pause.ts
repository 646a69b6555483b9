/** So many wrong tries cost no pause: people mistype. */
const free = 3
const longestSeconds = 3600

/**
 * How long the next try of a code must wait after so many wrong ones: nothing at first, then 30
 * seconds, doubling to an hour. Four digits have 10,000 values, so guessing takes more than a year;
 * it is counted by code and not by address, because a hall shares one address.
 */
export function pauseSeconds(wrong: number): number {
  return wrong <= free ? 0 : Math.min(longestSeconds, 30 * 2 ** (wrong - free - 1))
}
