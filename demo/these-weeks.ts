import type { DemoRequest } from './live-through.ts'

/**
 * The last weeks before today, so that the desk shows work at every stage. `week` counts service
 * days back from the newest: 0 is the newest.
 */
export const theseWeeks: DemoRequest[] = [
  { week: 5, code: '3.000333', came: 'in_person', home: 'vu_ban', course: 'straight' },
  { week: 5, code: '2.000635', came: 'in_person', home: 'vu_ban', course: 'unhappy' },
  { week: 4, code: '3.000347', came: 'in_person', home: 'minh_tan_moi', course: 'straight' },
  {
    week: 4,
    code: '1.004873',
    came: 'by_relative',
    relation: 'father',
    home: 'ho_chi_minh',
    course: 'unrated',
  },
  { week: 3, code: '1.001456', came: 'in_person', home: 'vu_ban', course: 'overdue' },
  { week: 3, code: '3.000333', came: 'in_person', home: 'lien_minh', course: 'result_waiting' },
  { week: 2, code: '3.000347', came: 'in_person', home: 'vu_ban', course: 'awaiting_supplement' },
  { week: 2, code: '1.001456', came: 'appointment', home: 'vu_ban', course: 'straight' },
  { week: 1, code: '3.000333', came: 'in_person', home: 'vu_ban', course: 'in_progress' },
  { week: 1, code: '1.004222', came: 'in_person', home: 'vu_ban', course: 'in_progress' },
  { week: 1, code: '3.000333', came: 'in_person', home: 'vu_ban', course: 'preparing' },
  { week: 0, code: '1.001456', came: 'in_person', home: 'vu_ban', course: 'in_progress' },
  { week: 0, code: '3.000347', came: 'in_person', home: 'minh_tan_moi', course: 'preparing' },
]
