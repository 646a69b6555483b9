/**
 * Who may lean on whom. A module uses only the modules listed beside it, and only through their
 * index.ts. Read top to bottom: nothing points upward.
 */
export const modules: Record<string, string[]> = {
  audit: [],
  places: ['audit'],
  calendar: ['audit'],
  offices: ['audit', 'places', 'calendar'],
  identity: ['audit', 'offices'],
  catalogue: ['audit', 'places', 'identity'],
  'service-days': ['audit', 'calendar', 'offices', 'identity', 'catalogue'],
  queue: ['audit', 'places', 'calendar', 'offices', 'identity', 'catalogue', 'service-days'],
  requests: [
    ...['audit', 'places', 'calendar', 'offices', 'identity', 'catalogue', 'service-days', 'queue'],
  ],
  papers: ['audit', 'offices', 'identity', 'catalogue', 'requests'],
  signing: ['audit', 'offices', 'identity'],
  certification: [
    ...['audit', 'places', 'calendar', 'offices', 'identity', 'catalogue', 'requests', 'papers'],
    'signing',
  ],
  deliveries: ['audit', 'places', 'offices', 'identity'],
  notices: [
    ...['audit', 'places', 'offices', 'identity', 'deliveries', 'service-days', 'queue'],
    'requests',
  ],
  outreach: ['audit', 'places', 'offices', 'identity', 'deliveries', 'catalogue', 'service-days'],
  reach: [
    ...['audit', 'places', 'offices', 'identity', 'deliveries', 'service-days', 'queue'],
    ...['requests', 'outreach'],
  ],
  ratings: ['audit', 'offices', 'identity', 'requests'],
  reports: ['identity'],
}
