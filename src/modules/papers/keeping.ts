/** For how many days after the authority received the dossier files are kept, where an office has not said. */
export const usualKeepDays = 30

export const fewestKeepDays = 1
export const mostKeepDays = 3650
