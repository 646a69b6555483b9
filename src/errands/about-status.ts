/** What is said of a request while a status holds; a newer one makes it untrue. */
export const aboutStatus = ['received', 'need_paper', 'ready'] as const
