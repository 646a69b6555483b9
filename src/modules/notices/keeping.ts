/** For how many days after its own day a name and a phone are kept, where an office has not said. */
export const usualKeepDays = 90

export const fewestKeepDays = 7
export const mostKeepDays = 3650
