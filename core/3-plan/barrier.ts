/** What stands between the people offered and a line. The order is that of the ladder by which shortfalls are explained. */
export const barriers = ['distance', 'reserve', 'review', 'consent', 'skill', 'authority'] as const;
export type Barrier = (typeof barriers)[number];
