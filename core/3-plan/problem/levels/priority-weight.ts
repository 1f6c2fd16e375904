/** How much a missing person weighs, by the line's priority: each step down counts half. */
export const priorityWeight = (priority: number): number => 2 ** (5 - priority);
